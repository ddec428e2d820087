import { Anchor, Button, Checkbox, Group, List, SimpleGrid, Text } from '@mantine/core';
import { useState } from 'react';
import type { EvaluationDetail } from '#shared/evaluations/contract.ts';
import { HISTORY_KIND_LABEL, HISTORY_KINDS, historySentence } from '#shared/patients/history-fact.ts';
import { FormSection } from '#client/ui/FormSection.tsx';
import { AddHistoryFact } from './AddHistoryFact.tsx';
import { memoSection } from './memo-section.ts';
import type { DraftAccess } from './use-evaluation-draft.ts';
import classes from './Evaluation.module.css';

interface ReviewedSectionProps {
  draft: DraftAccess;
  evaluation: EvaluationDetail;
}

const LISTS = [
  ['comorbidities', 'Comorbidities', 'no comorbidity on the chart'],
  ['medications', 'Medications', 'no medication on the chart'],
  ['allergies', 'Allergies', 'no allergy on the chart'],
] as const;

/** What the chart knows, to be read with the patient: facts are added to the patient, not retyped in each evaluation. */
export const ReviewedSection = memoSection(
  function ReviewedSection({ draft, evaluation }: ReviewedSectionProps) {
    const { reviewed } = draft.content;
    const { chart, header } = evaluation;
    const [adding, setAdding] = useState(false);
    const all = { history: true, comorbidities: true, medications: true, allergies: true };
    return (
      <FormSection
        id="reviewed"
        title="On the chart"
        description="Kept with the patient and dated. What is added here stays for every later visit."
        actions={
          <Group gap="sm">
            <Anchor size="sm" href={`/patients/${header.patientId}`} target="_blank" rel="noreferrer">
              Edit on the chart (new tab)
            </Anchor>
            <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
              Add to the history
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => draft.change({ reviewed: all })}>
              All four reviewed
            </Button>
          </Group>
        }
      >
        <div>
          <Review draft={draft} list="history" label="Past history" />
          <HistoryLines facts={chart.history} />
        </div>
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          {LISTS.map(([list, label, none]) => (
            <div key={list}>
              <Review draft={draft} list={list} label={label} />
              {chart[list].length === 0 ? (
                <Text size="sm" c="dimmed" mt={4}>
                  {none}
                </Text>
              ) : (
                <List size="sm" mt={4} spacing={1}>
                  {chart[list].map(({ id, text, detail }) => (
                    <List.Item key={id}>
                      {text}
                      {detail === null ? null : <span> ({detail})</span>}
                    </List.Item>
                  ))}
                </List>
              )}
            </div>
          ))}
        </SimpleGrid>
        <AddHistoryFact
          header={header}
          opened={adding}
          onClose={() => setAdding(false)}
          // What was written down in this visit was talked about in it.
          onAdded={() => draft.change({ reviewed: { ...reviewed, history: true } })}
        />
      </FormSection>
    );
  },
  ['reviewed'],
);

interface ReviewProps {
  draft: DraftAccess;
  list: keyof DraftAccess['content']['reviewed'];
  label: string;
}

function Review({ draft, list, label }: ReviewProps) {
  const { reviewed } = draft.content;
  return (
    <Checkbox
      label={`${label}: reviewed with the patient`}
      name={`content.reviewed.${list}`}
      checked={reviewed[list]}
      onChange={(event) => draft.change({ reviewed: { ...reviewed, [list]: event.currentTarget.checked } })}
    />
  );
}

/** Facts under their kind, only the kinds that have any. */
function HistoryLines({ facts }: { facts: EvaluationDetail['chart']['history'] }) {
  if (facts.length === 0) {
    return (
      <Text size="sm" c="dimmed" mt={4}>
        no surgery, injury, therapy before, work or home on the chart
      </Text>
    );
  }
  return (
    <dl className={classes.history}>
      {HISTORY_KINDS.map((kind) => {
        const ofKind = facts.filter((fact) => fact.kind === kind);
        return ofKind.length === 0 ? null : (
          <div key={kind}>
            <dt>{HISTORY_KIND_LABEL[kind]}</dt>
            <dd>
              {ofKind.map((fact) => (
                <div key={fact.historyFactId}>{historySentence(fact)}</div>
              ))}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

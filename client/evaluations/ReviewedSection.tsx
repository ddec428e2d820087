import { Anchor, Checkbox, List, SimpleGrid, Text } from '@mantine/core';
import type { EvaluationDetail } from '#shared/evaluations/contract.ts';
import { FormSection } from '#client/ui/FormSection.tsx';
import { memoSection } from './memo-section.ts';
import type { DraftAccess } from './use-evaluation-draft.ts';

interface ReviewedSectionProps {
  draft: DraftAccess;
  chart: EvaluationDetail['chart'];
  patientId: string;
}

const LISTS = [
  ['comorbidities', 'Comorbidities', 'no comorbidity on the chart'],
  ['medications', 'Medications', 'no medication on the chart'],
  ['allergies', 'Allergies', 'no allergy on the chart'],
] as const;

/** The chart's lists, to be read with the patient. They are changed on the chart itself. */
export const ReviewedSection = memoSection(
  function ReviewedSection({ draft, chart, patientId }: ReviewedSectionProps) {
    const { reviewed } = draft.content;
    return (
      <FormSection
        id="reviewed"
        title="Comorbidities, medications, allergies"
        actions={
          <Anchor size="sm" href={`/patients/${patientId}`} target="_blank" rel="noreferrer">
            Edit on the chart (new tab)
          </Anchor>
        }
      >
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          {LISTS.map(([list, label, none]) => (
            <div key={list}>
              <Checkbox
                label={`${label}: reviewed with the patient`}
                name={`content.reviewed.${list}`}
                checked={reviewed[list]}
                onChange={(event) =>
                  draft.change({ reviewed: { ...reviewed, [list]: event.currentTarget.checked } })
                }
              />
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
      </FormSection>
    );
  },
  ['reviewed'],
);

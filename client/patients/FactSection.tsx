import { Button, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { LastReview } from '#shared/patients/chart.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { FormSection } from '#client/ui/FormSection.tsx';
import { isActive, usePastShown, type ListedFact } from './fact-list.ts';
import { useChartPanel } from './use-panel.ts';
import classes from './Chart.module.css';

interface FactSectionProps<Fact extends ListedFact> {
  title: string;
  facts: readonly Fact[];
  idOf: (fact: Fact) => string;
  /** Which panel adds one, and what the button says. */
  adds: { panel: 'condition' | 'allergy' | 'medication' | 'history'; label: string };
  /** Said when nothing is listed: missing is a state of its own, not "none". */
  empty: string;
  /** Shares of the width, so that the lists under each other stay in line on any screen. */
  headers: readonly { label: string; width: string }[];
  /** When the list was last read with the patient; nothing when it never was. */
  reviewed?: LastReview | null;
  /** The cells of a row, without the `Tr`. */
  row: (fact: Fact) => ReactNode;
}

/** A list of known facts: what holds now, and on request or on paper what no longer does. */
export function FactSection<Fact extends ListedFact>(props: FactSectionProps<Fact>) {
  const { title, facts, idOf, adds, empty, headers, row, reviewed } = props;
  const past = usePastShown();
  const panel = useChartPanel();
  const gone = facts.filter((fact) => !isActive(fact)).length;
  const isShown = (fact: Fact) => past.shown || isActive(fact);
  const isEmpty = !facts.some(isShown);
  return (
    <FormSection
      title={title}
      description={reviewed === undefined ? undefined : <ReviewWords review={reviewed} facts={facts} />}
      actions={
        <Group gap="sm" data-no-print>
          {gone === 0 ? null : (
            <Button size="compact-sm" variant="subtle" onClick={() => past.show(!past.shown)}>
              {past.shown ? 'Hide past and errors' : `Show ${gone} past or in error`}
            </Button>
          )}
          <Button onClick={() => panel.open(adds.panel)} size="compact-sm" variant="default">
            {adds.label}
          </Button>
        </Group>
      }
    >
      {isEmpty ? <Text c="dimmed">{empty}</Text> : null}
      {facts.length === 0 ? null : (
        <Table aria-label={title} verticalSpacing={4} layout="fixed" hidden={isEmpty} data-print>
          <Table.Thead>
            <Table.Tr>
              {headers.map(({ label, width }) => (
                <Table.Th key={label} w={width}>
                  {label}
                </Table.Th>
              ))}
              <Table.Th w={100}>
                <VisuallyHidden>Change</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {facts.map((fact) => (
              <Table.Tr
                key={idOf(fact)}
                className={classes.row}
                data-error={fact.status === 'entered-in-error'}
                hidden={!isShown(fact)}
                data-print
              >
                {row(fact)}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </FormSection>
  );
}

/** Whether the list was read with the patient, and what has been written down after that. */
function ReviewWords({ review, facts }: { review: LastReview | null; facts: readonly ListedFact[] }) {
  const { date } = useClinicTime();
  if (review === null) return <>Not reviewed with the patient in a signed evaluation yet.</>;
  const since = facts.filter((fact) => isActive(fact) && fact.recordedAt > review.signedAt).length;
  const more =
    since === 0 ? '' : ` ${since === 1 ? 'One fact was' : `${since} facts were`} recorded after that.`;
  return (
    <>
      Reviewed with the patient on {date(review.on)} by {review.by}.{more}
    </>
  );
}

import { Table, Text } from '@mantine/core';
import type { EducationRecord } from '#shared/home-programme/contract.ts';
import {
  EDUCATION_TOPICS,
  METHOD_WORDS,
  TEACH_BACK_WORDS,
  topicsToRepeat,
} from '#shared/home-programme/education.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';

const TONE = { understood: 'ok', 'not-yet': 'warning', 'not-asked': 'neutral' } as const;

/** What was taught, how, and whether it was taught back. */
export function EducationSection({ education }: { education: readonly EducationRecord[] }) {
  const { date } = useClinicTime();
  const open = topicsToRepeat(education.toReversed());
  return (
    <FormSection
      title="Education given"
      description="Recorded on the session sheet. What could not be taught back is taught again."
    >
      {open.length === 0 ? null : (
        <Text size="sm" c="var(--tone-warning-text)">
          To repeat: {open.map((topic) => EDUCATION_TOPICS[topic].en).join('; ')}
        </Text>
      )}
      {education.length === 0 ? (
        <EmptyState title="No education recorded yet." />
      ) : (
        <Table aria-label="Education given" maw={980}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Topic</Table.Th>
              <Table.Th>Session</Table.Th>
              <Table.Th>How</Table.Th>
              <Table.Th>Teach-back</Table.Th>
              <Table.Th>Note</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {education.map((given, index) => (
              <Table.Tr key={`${given.sessionId} ${given.topic} ${index}`}>
                <Table.Th scope="row" fw={400}>
                  {EDUCATION_TOPICS[given.topic].en}
                </Table.Th>
                <Table.Td>
                  {date(given.sessionDate)}, {given.givenBy}
                </Table.Td>
                <Table.Td>{METHOD_WORDS[given.method]}</Table.Td>
                <Table.Td>
                  <StatusBadge tone={TONE[given.teachBack]} variant="plain">
                    {TEACH_BACK_WORDS[given.teachBack]}
                  </StatusBadge>
                </Table.Td>
                <Table.Td>{given.note}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </FormSection>
  );
}

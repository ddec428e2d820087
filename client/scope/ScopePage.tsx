import { Box, List, Table, Text } from '@mantine/core';
import {
  CELL_WORDS,
  SCOPE_COLUMNS,
  SCOPE_DEVIATIONS,
  SCOPE_OF_PRACTICE,
  SCOPE_WITHOUT_ENDPOINT,
  type ScopeCell,
  type ScopeColumn,
} from '#shared/scope/matrix.ts';
import { FormSection } from '#client/ui/FormSection.tsx';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import type { Tone } from '#client/ui/tone.ts';

const COLUMN_WORDS: Record<ScopeColumn, string> = {
  physiatrist: 'Physiatrist',
  'physical-therapist': 'Physical therapist',
  'physical-therapist-assistant': 'Assistant',
  administrator: 'Administrator',
  patient: 'Patient',
};

const CELL_TONE: Record<ScopeCell, Tone> = {
  Y: 'ok',
  N: 'neutral',
  R: 'info',
  V: 'info',
  NA: 'neutral',
  own: 'info',
  report: 'info',
};

const wordsOf = (act: string): string => SCOPE_OF_PRACTICE.find(({ id }) => id === act)?.words ?? act;

/** The table of who may do what, as the server enforces it. */
export function ScopePage() {
  return (
    <>
      <PageHeader
        title="Who may do what"
        description="Product policy drawn from usual US licensure; state practice acts differ. The server refuses what is refused here."
      />
      <Box px="lg">
        <Table aria-label="Who may do what" verticalSpacing={4} stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="36%">Act</Table.Th>
              {SCOPE_COLUMNS.map((column) => (
                <Table.Th key={column}>{COLUMN_WORDS[column]}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {SCOPE_OF_PRACTICE.map(({ id, words, cells, note }) => (
              <Table.Tr key={id} style={{ verticalAlign: 'top' }}>
                <Table.Th scope="row" fw={400}>
                  {words}
                  {note === undefined ? null : (
                    <Text size="sm" c="dimmed">
                      {note}
                    </Text>
                  )}
                </Table.Th>
                {SCOPE_COLUMNS.map((column) => (
                  <Table.Td key={column}>
                    <StatusBadge tone={CELL_TONE[cells[column]]} variant="plain">
                      {CELL_WORDS[cells[column]]}
                    </StatusBadge>
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <FormSection title="Where Tandem decides otherwise">
          <List size="sm">
            {SCOPE_DEVIATIONS.map(({ act, column, endpoint, kind, why }) => (
              <List.Item key={act + column + endpoint}>
                {wordsOf(act)}, {COLUMN_WORDS[column].toLowerCase()}: {kind}. {why}
              </List.Item>
            ))}
          </List>
        </FormSection>
        <FormSection title="Not in Tandem yet">
          <List size="sm">
            {SCOPE_WITHOUT_ENDPOINT.map(({ act, column, why }) => (
              <List.Item key={act + column}>
                {wordsOf(act)}, {COLUMN_WORDS[column].toLowerCase()}: {why}
              </List.Item>
            ))}
          </List>
        </FormSection>
      </Box>
    </>
  );
}

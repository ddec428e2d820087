import { Alert, Button, FileInput, Group, Stack, Table, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ImportReport } from '#shared/home-programme/import-report.ts';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { SideWorkspace } from '#client/ui/SideWorkspace.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { useImportExercises } from './queries.ts';

type Line = ImportReport['lines'][number];

/** Reads a list of exercises: first a trial with every line's fate, then all of it or nothing. */
export function ImportPanel({ onClose }: { onClose: () => void }) {
  const [csv, setCsv] = useState<string | undefined>();
  const send = useImportExercises();
  const report = send.data;
  const chosen = useRef<File | null>(null);
  const take = async (file: File | null) => {
    chosen.current = file;
    send.reset();
    setCsv(undefined);
    if (file === null) return;
    const text = await file.text();
    // Another file was chosen while this one was read.
    if (chosen.current !== file) return;
    setCsv(text);
    send.mutate({ csv: text, dryRun: true });
  };
  const write = () => {
    if (csv === undefined) return;
    send.mutate(
      { csv, dryRun: false },
      {
        onSuccess: ({ applied, lines }) => {
          if (!applied) return;
          showNote(`${countOf(lines, 'add')} added, ${countOf(lines, 'change')} changed.`);
          onClose();
        },
      },
    );
  };
  const todo = report === undefined ? 0 : countOf(report.lines, 'add') + countOf(report.lines, 'change');
  const isReady = report !== undefined && countOf(report.lines, 'refused') === 0 && todo > 0;
  return (
    <SideWorkspace
      opened
      onClose={onClose}
      title="Import a list of exercises"
      width={52}
      footer={
        <Group>
          <Button disabled={!isReady} loading={send.isPending} onClick={write}>
            {isReady ? `Import ${todo}` : 'Import'}
          </Button>
        </Group>
      }
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          A CSV file with the columns of the template. Each exercise is found by its code: what is there is
          changed, what is new is added, the same file twice changes nothing. If one line is refused, nothing
          is imported.
        </Text>
        <FileInput
          label="CSV file"
          name="csv"
          placeholder="Choose a file"
          accept=".csv,text/csv"
          clearable
          onChange={(file) => void take(file)}
        />
        <ProblemAlert error={send.error} />
        {report === undefined ? null : <Report lines={report.lines} />}
      </Stack>
    </SideWorkspace>
  );
}

const countOf = (lines: readonly Line[], action: Line['action']): number =>
  lines.filter((line) => line.action === action).length;

const ORDER: Line['action'][] = ['refused', 'change', 'add', 'same'];
const TONE = { add: 'ok', change: 'info', same: 'neutral', refused: 'danger' } as const;
const WORDS = { add: 'new', change: 'changes', same: 'as it is', refused: 'refused' } as const;

function Report({ lines }: { lines: readonly Line[] }) {
  const refused = lines.filter(({ action }) => action === 'refused');
  // Where something has to be done stands first, however long the list is.
  const inOrder = lines.toSorted((a, b) => ORDER.indexOf(a.action) - ORDER.indexOf(b.action));
  return (
    <>
      <Alert color={refused.length > 0 ? 'red' : 'gray'} role="status">
        {lines.length} lines: {countOf(lines, 'add')} new, {countOf(lines, 'change')} change something,{' '}
        {countOf(lines, 'same')} as they are, {refused.length} refused.
        {refused.length > 0 ? ' Nothing is written until every line can be read.' : ''}
      </Alert>
      <Table aria-label="Lines of the file">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={60}>Line</Table.Th>
            <Table.Th w={190}>Code</Table.Th>
            <Table.Th>What happens</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {inOrder.map(({ line, code, action, problems }) => (
            <Table.Tr key={line}>
              <Table.Td>{line}</Table.Td>
              <Table.Td>{code}</Table.Td>
              <Table.Td>
                <StatusBadge tone={TONE[action]} variant="plain">
                  {WORDS[action]}
                </StatusBadge>
                {problems.map((problem) => (
                  <Text size="sm" key={problem}>
                    {problem}
                  </Text>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

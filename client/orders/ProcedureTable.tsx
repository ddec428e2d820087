import { Button, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import type { PerformedProcedure } from '#shared/orders/model.ts';
import { addDays } from '#shared/platform/time.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import type { OrdersSearch } from './orders-search.ts';

interface ProcedureTableProps {
  procedures: readonly PerformedProcedure[];
  show: (search: OrdersSearch) => void;
}

/** What was injected, where, with what, and what it was to do by when. */
export function ProcedureTable({ procedures, show }: ProcedureTableProps) {
  const { date } = useClinicTime();
  return (
    <Table aria-label="Injections and nerve blocks" verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={110}>Date</Table.Th>
          <Table.Th>Procedure</Table.Th>
          <Table.Th w="26%">Agent and dose</Table.Th>
          <Table.Th w="26%">Expected</Table.Th>
          <Table.Th w={150}>
            <VisuallyHidden>What to do</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {procedures.map((procedure) => (
          <Table.Tr key={procedure.procedureId} style={{ verticalAlign: 'top' }}>
            <Table.Td>{date(procedure.performedOn)}</Table.Td>
            <Table.Th scope="row" fw={400}>
              <strong>{procedure.display}</strong>
              <Text size="sm">{words(procedure.site, procedure.side)}</Text>
              <Text size="sm" c="dimmed">
                {words(procedure.performedBy, procedure.byDecision ? 'by a decision' : null)}
              </Text>
              {procedure.complication === null ? null : (
                <Text size="sm" c="var(--tone-danger-text)">
                  Complication: {procedure.complication}
                </Text>
              )}
            </Table.Th>
            <Table.Td>
              {words(procedure.agent, procedure.dose) || (
                <Text size="sm" c="dimmed">
                  not written down
                </Text>
              )}
              {procedure.guidance === null ? null : (
                <Text size="sm" c="dimmed">
                  guided by {procedure.guidance}
                </Text>
              )}
            </Table.Td>
            <Table.Td>
              {procedure.expectedEffect ?? (
                <Text size="sm" c="dimmed">
                  nothing stated
                </Text>
              )}
              {procedure.responseWindowDays === null ? null : (
                <Text size="sm" c="dimmed">
                  by {date(addDays(procedure.performedOn, procedure.responseWindowDays))} (
                  {procedure.responseWindowDays} d)
                </Text>
              )}
            </Table.Td>
            <Table.Td>
              <Group justify="flex-end" data-no-print>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="gray"
                  onClick={() => show({ form: 'complication', on: procedure.procedureId })}
                >
                  Complication
                </Button>
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const words = (...parts: (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(', ');

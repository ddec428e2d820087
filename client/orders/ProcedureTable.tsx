import { Button, Group, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { canMarkInError } from '#shared/corrections/entered-in-error.ts';
import { canChangeRest } from '#shared/orders/policy.ts';
import { hasExpectedEffect, procedureKindLabel } from '#shared/orders/procedure-kinds.ts';
import { type PerformedProcedure, placeWords } from '#shared/orders/procedure.ts';
import { judgeResponse } from '#shared/orders/procedure-response.ts';
import { restrictedUntil, restUntil } from '#shared/orders/therapy-rest.ts';
import { addDays } from '#shared/platform/time.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { MarkInErrorButton } from '#client/clinical/MarkInErrorButton.tsx';
import { useSession } from '#client/platform/session.ts';
import { ErrorMark, StruckOut } from '#client/clinical/StruckOut.tsx';
import { RESPONSE_TONE } from '#client/clinical/response-tone.ts';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { DECIDED } from './order-words.ts';
import type { OrdersSearch } from './orders-search.ts';

interface ProcedureTableProps {
  procedures: readonly PerformedProcedure[];
  isOpen: boolean;
  show: (search: OrdersSearch) => void;
}

/** What was done, where, with what; what it was to do by when, and what was seen. */
export function ProcedureTable({ procedures, isOpen, show }: ProcedureTableProps) {
  const { date } = useClinicTime();
  return (
    <Table aria-label="Procedures" verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="8%">Date</Table.Th>
          <Table.Th>Procedure</Table.Th>
          <Table.Th w="19%">Agent and dose</Table.Th>
          <Table.Th w="32%">Expected and seen</Table.Th>
          <Table.Th w={130}>
            <VisuallyHidden>What to do</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {procedures.map((procedure) => (
          <Table.Tr key={procedure.procedureId} style={{ verticalAlign: 'top' }}>
            <Table.Td>{date(procedure.performedOn)}</Table.Td>
            <Table.Th scope="row" fw={400}>
              <StruckOut mark={procedure.enteredInError}>
                <What procedure={procedure} />
              </StruckOut>
              <ErrorMark mark={procedure.enteredInError} />
            </Table.Th>
            <Table.Td>
              <StruckOut mark={procedure.enteredInError}>
                <Agent procedure={procedure} />
              </StruckOut>
            </Table.Td>
            <Table.Td>
              {procedure.enteredInError == null ? (
                <Effect procedure={procedure} />
              ) : (
                <Text size="sm" c="dimmed">
                  not judged any more; therapy need not rest for it
                </Text>
              )}
            </Table.Td>
            <Table.Td>
              {procedure.enteredInError == null ? (
                <Acts procedure={procedure} isOpen={isOpen} show={show} />
              ) : null}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface OneProps {
  procedure: PerformedProcedure;
}

function What({ procedure }: OneProps) {
  return (
    <>
      <strong>{procedure.display}</strong>
      <Text size="sm" c="dimmed">
        {procedureKindLabel(procedure.kind)}
      </Text>
      <Text size="sm">{placeWords(procedure)}</Text>
      <Text size="sm" c="dimmed">
        {words(
          procedure.performedBy,
          procedure.consent === null ? null : `${procedure.consent} consent`,
          procedure.byDecision ? DECIDED : null,
        )}
      </Text>
      {(procedure.answered ?? []).map(({ sentence, reason }) => (
        <Text key={sentence} size="sm" c="dimmed">
          {sentence} Performed all the same, because: {reason}
        </Text>
      ))}
      {procedure.complication === null ? null : (
        <Text size="sm" c="var(--tone-danger-text)">
          Complication: {procedure.complication}
        </Text>
      )}
    </>
  );
}

function Agent({ procedure }: OneProps) {
  if (!hasExpectedEffect(procedure.kind)) return '–';
  return (
    <>
      {words(procedure.agent, procedure.dose) || (
        <Text size="sm" c="dimmed">
          not recorded
        </Text>
      )}
      {(procedure.muscles ?? []).map(({ name, units }) => (
        <Text key={name} size="sm">
          {name} {units} units
        </Text>
      ))}
      <Text size="sm" c="dimmed">
        {words(
          procedure.dilution ?? null,
          procedure.lot === null ? null : `lot ${procedure.lot}`,
          procedure.guidance === null ? null : `guided by ${procedure.guidance}`,
        )}
      </Text>
    </>
  );
}

function Effect({ procedure }: OneProps) {
  const { today, date } = useClinicTime();
  const { state, expected, seen } = judgeResponse(procedure, today);
  const { tone, words: judged } = RESPONSE_TONE[state];
  const rest = restUntil(procedure);
  const restricted = restrictedUntil(procedure);
  return (
    <>
      {hasExpectedEffect(procedure.kind) ? (
        <>
          <Text size="sm">Expected: {expected}</Text>
          <Text size="sm">
            <StatusBadge tone={tone} variant="plain">
              {judged}
            </StatusBadge>{' '}
            {seen}
          </Text>
        </>
      ) : null}
      {rest === undefined && restricted === undefined ? null : (
        <Text size="sm" c="dimmed">
          {words(
            rest === undefined ? null : `Therapy again from ${date(addDays(rest, 1))}`,
            restricted === undefined ? null : `until ${date(restricted)}: ${procedure.restriction ?? ''}`,
            procedure.limitReason === null ? null : `limits changed: ${procedure.limitReason}`,
          )}
        </Text>
      )}
    </>
  );
}

function Acts({ procedure, isOpen, show }: OneProps & Pick<ProcedureTableProps, 'isOpen' | 'show'>) {
  const session = useSession();
  const mayChange = canChangeRest(session).allowed && isOpen;
  const mayMark = canMarkInError(session, {
    recordedById: procedure.performedById ?? null,
    isMarked: false,
  }).allowed;
  const button = (form: OrdersSearch['form'], label: string) => (
    <Button size="compact-sm" variant="default" onClick={() => show({ form, on: procedure.procedureId })}>
      {label}
    </Button>
  );
  return (
    <Group justify="flex-end" data-no-print>
      <Stack gap={4} align="flex-end">
        {button('complication', 'Complication')}
        {mayChange ? button('rest', 'Change rest') : null}
        {mayMark ? (
          <MarkInErrorButton onAsk={() => show({ form: 'procedure-error', on: procedure.procedureId })} />
        ) : null}
      </Stack>
    </Group>
  );
}

const words = (...parts: (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(', ');

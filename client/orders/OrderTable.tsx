import { Button, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { canMarkInError } from '#shared/corrections/entered-in-error.ts';
import type { DiagnosticOrder } from '#shared/orders/model.ts';
import { canAcknowledge, canOrder } from '#shared/orders/policy.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { MarkInErrorButton } from '#client/clinical/MarkInErrorButton.tsx';
import { ErrorMark, StruckOut } from '#client/clinical/StruckOut.tsx';
import type { OrdersSearch } from './orders-search.ts';
import { orderedWords, orderName } from './order-words.ts';
import { OrderDates } from './OrderDates.tsx';
import { OrderReport } from './OrderReport.tsx';

interface OrderTableProps {
  orders: readonly DiagnosticOrder[];
  show: (search: OrdersSearch) => void;
}

/** Tests, what waits for somebody first. */
export function OrderTable({ orders, show }: OrderTableProps) {
  return (
    <Table aria-label="Tests" verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="22%">Test</Table.Th>
          <Table.Th>Report and own reading</Table.Th>
          <Table.Th w="19%">State</Table.Th>
          <Table.Th w={170}>
            <VisuallyHidden>What to do</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {orders.map((order) => (
          <OrderRow key={order.diagnosticOrderId} order={order} show={show} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function OrderRow({ order, show }: { order: DiagnosticOrder; show: OrderTableProps['show'] }) {
  const { date } = useClinicTime();
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      <Table.Th scope="row" fw={400}>
        <StruckOut mark={order.enteredInError}>
          <strong>{orderName(order)}</strong>
          <Text size="sm">{order.indication}</Text>
        </StruckOut>
        <Text size="sm" c="dimmed">
          {orderedWords(order, date(order.orderedOn))}
        </Text>
        <ErrorMark mark={order.enteredInError} />
      </Table.Th>
      <Table.Td>
        <StruckOut mark={order.enteredInError}>
          <OrderReport order={order} />
        </StruckOut>
      </Table.Td>
      <Table.Td>
        <OrderDates order={order} />
      </Table.Td>
      <Table.Td>
        <Acts order={order} show={show} />
      </Table.Td>
    </Table.Tr>
  );
}

function Acts({ order, show }: { order: DiagnosticOrder; show: OrderTableProps['show'] }) {
  const session = useSession();
  const on = order.diagnosticOrderId;
  const mayMark = canMarkInError(session, {
    recordedById: order.orderedById,
    isMarked: order.enteredInError != null,
  }).allowed;
  const isAwaited = order.status === 'ordered' || order.status === 'scheduled';
  return (
    <Group gap="xs" justify="flex-end" data-no-print>
      {order.status === 'resulted' && canAcknowledge(session).allowed ? (
        <Button size="compact-sm" onClick={() => show({ form: 'reading', on })}>
          Read and acknowledge
        </Button>
      ) : null}
      {order.status === 'cancelled' ? null : (
        <Button size="compact-sm" variant="default" onClick={() => show({ form: 'result', on })}>
          {isAwaited ? 'Enter report' : order.status === 'resulted' ? 'Correct report' : 'Amended report'}
        </Button>
      )}
      {isAwaited ? (
        <Button size="compact-sm" variant="default" onClick={() => show({ form: 'appointment', on })}>
          {order.scheduledOn === null ? 'Appointment' : 'Move appointment'}
        </Button>
      ) : null}
      {isAwaited && canOrder(session).allowed ? (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => show({ form: 'cancel', on })}>
          Cancel
        </Button>
      ) : null}
      {mayMark ? <MarkInErrorButton onAsk={() => show({ form: 'order-error', on })} /> : null}
    </Group>
  );
}

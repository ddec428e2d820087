import { Button, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { type DiagnosticOrder, URGENCY_LABEL } from '#shared/orders/model.ts';
import { canAcknowledge, canOrder } from '#shared/orders/policy.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import type { OrdersSearch } from './orders-search.ts';
import { ORDER_STATUS, orderName } from './order-words.ts';

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
          <Table.Th w={270}>Test</Table.Th>
          <Table.Th>Report and own reading</Table.Th>
          <Table.Th w={190}>State</Table.Th>
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
  const { tone, words } = ORDER_STATUS[order.status];
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      <Table.Th scope="row" fw={400}>
        <strong>{orderName(order)}</strong>
        <Text size="sm">{order.indication}</Text>
        <Text size="sm" c="dimmed">
          {date(order.orderedOn)}, {order.orderedBy}
          {order.urgency === 'routine' ? '' : `, ${URGENCY_LABEL[order.urgency]}`}
          {order.byDecision ? ', by a decision' : ''}
        </Text>
      </Table.Th>
      <Table.Td>
        <Report order={order} />
      </Table.Td>
      <Table.Td>
        <StatusBadge tone={tone} variant="plain">
          {words}
        </StatusBadge>
        <Text size="sm" c="dimmed">
          {order.acknowledgedBy ?? order.cancelReason}
        </Text>
      </Table.Td>
      <Table.Td>
        <Acts order={order} show={show} />
      </Table.Td>
    </Table.Tr>
  );
}

function Report({ order }: { order: DiagnosticOrder }) {
  const { date } = useClinicTime();
  if (order.reportText === null)
    return (
      <Text size="sm" c="dimmed">
        no report yet
      </Text>
    );
  return (
    <>
      <Text size="sm" c="dimmed">
        Report of {order.resultOn === null ? 'an unknown day' : date(order.resultOn)}
      </Text>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
        {order.reportText}
      </Text>
      {order.ownReading === null ? null : (
        <>
          <Text size="sm" c="dimmed" mt={4}>
            Own reading
          </Text>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {order.ownReading}
          </Text>
        </>
      )}
    </>
  );
}

function Acts({ order, show }: { order: DiagnosticOrder; show: OrderTableProps['show'] }) {
  const session = useSession();
  const on = order.diagnosticOrderId;
  const isOpen = order.status === 'ordered' || order.status === 'resulted';
  return (
    <Group gap="xs" justify="flex-end" data-no-print>
      {order.status === 'resulted' && canAcknowledge(session).allowed ? (
        <Button size="compact-sm" onClick={() => show({ form: 'reading', on })}>
          Read and acknowledge
        </Button>
      ) : null}
      {isOpen ? (
        <Button size="compact-sm" variant="default" onClick={() => show({ form: 'result', on })}>
          {order.status === 'ordered' ? 'Enter report' : 'Correct report'}
        </Button>
      ) : null}
      {order.status === 'ordered' && canOrder(session).allowed ? (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => show({ form: 'cancel', on })}>
          Cancel
        </Button>
      ) : null}
    </Group>
  );
}

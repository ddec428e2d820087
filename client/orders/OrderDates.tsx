import { Text } from '@mantine/core';
import { IN_ERROR_WORDS } from '#shared/corrections/entered-in-error.ts';
import { type DiagnosticOrder, expectedBy } from '#shared/orders/model.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { FlagBadge } from './ReportRead.tsx';
import { ORDER_STATUS, orderSteps } from './order-words.ts';

/** How far a test is: the state in a word, then each step with its day and who took it. */
export function OrderDates({ order }: { order: DiagnosticOrder }) {
  const { today, ago } = useClinicTime();
  const { tone, words } = ORDER_STATUS[order.status];
  const isOpen = order.status === 'ordered' || order.status === 'scheduled';
  const expected = expectedBy(order);
  return (
    <>
      <StatusBadge
        tone={order.resultFlag === 'critical' && tone === 'warning' ? 'danger' : tone}
        variant="plain"
      >
        {order.enteredInError == null ? words : IN_ERROR_WORDS.mark.toLowerCase()}
      </StatusBadge>
      {isOpen && expected < today ? (
        <StatusBadge tone="watch" variant="plain">
          result expected {ago(expected)}
        </StatusBadge>
      ) : null}
      <div>
        <FlagBadge flag={order.resultFlag} isRead={order.status === 'acknowledged'} />
      </div>
      <Steps order={order} />
    </>
  );
}

function Steps({ order }: { order: DiagnosticOrder }) {
  const { date, dateOf } = useClinicTime();
  const steps = orderSteps(order, { day: date, on: (instant) => date(dateOf(instant)) });
  return steps.map((step) => (
    <Text size="sm" c="dimmed" key={step}>
      {step}
    </Text>
  ));
}

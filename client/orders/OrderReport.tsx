import { Text } from '@mantine/core';
import type { DiagnosticOrder } from '#shared/orders/model.ts';
import { inrWords } from '#shared/prescriptions/inr.ts';
import { safetyQuestion } from '#shared/orders/safety-questions.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { InrLine } from './ReportRead.tsx';

/** The report and the physiatrist's own reading, apart; what a correction took the place of stays readable. */
export function OrderReport({ order }: { order: DiagnosticOrder }) {
  const { date } = useClinicTime();
  return (
    <>
      {order.reportText === null ? (
        <Text size="sm" c="dimmed">
          {order.status === 'cancelled' ? 'No report: the test was cancelled.' : 'No report yet.'}
        </Text>
      ) : (
        <Titled
          title={order.resultOn === null ? 'Report, day not known' : `Report of ${date(order.resultOn)}`}
        >
          {order.reportText}
        </Titled>
      )}
      <InrLine inr={order.inr} />
      {order.ownReading === null ? null : (
        <Titled title="The physiatrist’s own reading">{order.ownReading}</Titled>
      )}
      <EarlierReports order={order} />
      <Answers order={order} />
    </>
  );
}

function Titled({ title, children }: { title: string; children: string }) {
  return (
    <>
      <Text size="sm" c="dimmed" mt={4}>
        {title}
      </Text>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
        {children}
      </Text>
    </>
  );
}

function EarlierReports({ order }: { order: DiagnosticOrder }) {
  const { date, dateOf } = useClinicTime();
  const { earlierReports } = order;
  if (earlierReports.length === 0) return null;
  return (
    <Text component="details" size="sm" mt={4}>
      <summary>
        {earlierReports.length === 1 ? 'Earlier report' : `${earlierReports.length} earlier reports`}
      </summary>
      {earlierReports.map((one) => (
        <Titled
          key={one.replacedAt}
          title={`Report of ${date(one.resultOn)}, replaced on ${date(dateOf(one.replacedAt))} by ${one.replacedBy}`}
        >
          {[
            one.reportText,
            ...(one.inr ? [inrWords({ value: one.inr.value, on: one.inr.testedOn })] : []),
            ...(one.ownReading === null ? [] : [`Own reading: ${one.ownReading}`]),
          ].join('\n')}
        </Titled>
      ))}
    </Text>
  );
}

function Answers({ order }: { order: DiagnosticOrder }) {
  if (order.safety.length === 0) return null;
  const hazards = order.safety.filter(({ answer, question }) => answer !== 'no' && question !== 'contrast');
  return (
    <Text component="details" size="sm" mt={4}>
      <summary>
        Safety questions before the test:{' '}
        {hazards.length === 0
          ? 'all answered no'
          : `${hazards.length} of ${order.safety.length} ${hazards.length === 1 ? 'needs' : 'need'} attention`}
      </summary>
      {order.safety.map(({ question, answer, note, record }) => (
        <div key={question}>
          {safetyQuestion(question).question} <strong>{answer === 'unknown' ? 'not known' : answer}</strong>
          {note === null || note === '' ? '' : `: ${note}`}
          {record === null ? '' : ` (record: ${record})`}
        </div>
      ))}
    </Text>
  );
}

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
          no report yet
        </Text>
      ) : (
        <Titled title={`Report of ${order.resultOn === null ? 'an unknown day' : date(order.resultOn)}`}>
          {order.reportText}
        </Titled>
      )}
      <InrLine inr={order.inr} />
      {order.ownReading === null ? null : <Titled title="Own reading">{order.ownReading}</Titled>}
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
        {earlierReports.length === 1 ? 'The report before it' : `${earlierReports.length} reports before it`}
      </summary>
      {earlierReports.map((one) => (
        <Titled
          key={one.replacedAt}
          title={`Report of ${date(one.resultOn)}, replaced ${date(dateOf(one.replacedAt))} by ${one.replacedBy}`}
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
        Asked before the test:{' '}
        {hazards.length === 0 ? 'nothing to watch' : `${hazards.length} of ${order.safety.length} to watch`}
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

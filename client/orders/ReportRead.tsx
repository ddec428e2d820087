import { Group, Text } from '@mantine/core';
import type { NewInr } from '#shared/medications/inr-reading.ts';
import { type ResultFlag, RESULT_FLAG_LABEL } from '#shared/orders/model.ts';
import { inrWords } from '#shared/prescriptions/inr.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { RESULT_NOW } from './order-words.ts';

/** What the result is, where it is more than unremarkable; a critical one asks for action until it is read. */
export function FlagBadge({ flag, isRead = false }: { flag: ResultFlag | null; isRead?: boolean }) {
  if (flag === null || flag === 'unremarkable') return null;
  return (
    <StatusBadge tone={flag === 'critical' ? 'danger' : 'warning'} variant="plain">
      {flag === 'critical' && !isRead ? RESULT_NOW : RESULT_FLAG_LABEL[flag]}
    </StatusBadge>
  );
}

/** The INR that a report says, where it says one. */
export function InrLine({ inr }: { inr: NewInr | null | undefined }) {
  if (!inr) return null;
  return (
    <Text size="sm" fw={600}>
      {inrWords({ value: inr.value, on: inr.testedOn })}
    </Text>
  );
}

interface ReportReadProps {
  report: {
    resultOn: string | null;
    resultFlag: ResultFlag | null;
    reportText: string | null;
    inr?: NewInr | null | undefined;
  };
  /** How many reports stood before it. */
  earlier: number;
}

/** The report as it is read before it is acknowledged: its day, what it calls itself, its words. */
export function ReportRead({ report: { resultOn, resultFlag, reportText, inr }, earlier }: ReportReadProps) {
  const { date } = useClinicTime();
  return (
    <div>
      <Group gap="sm">
        <Text size="sm" fw={600}>
          {resultOn === null ? 'Report, day not known' : `Report of ${date(resultOn)}`}
        </Text>
        <FlagBadge flag={resultFlag} />
      </Group>
      {earlier === 0 ? null : (
        <Text size="sm" c="dimmed">
          replaces an earlier report
        </Text>
      )}
      <Text style={{ whiteSpace: 'pre-wrap' }}>{reportText}</Text>
      <InrLine inr={inr} />
    </div>
  );
}

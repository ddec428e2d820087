import { Link } from '@tanstack/react-router';
import { therapyAfter } from '#shared/orders/therapy-rest.ts';
import { rulePackOn } from '#shared/compliance/rule-packs.ts';
import type { EpisodeId } from '#shared/platform/ids.ts';
import { plainDate, shortDate } from '#shared/platform/time.ts';
import { canAcknowledge } from '#shared/prescriptions/policy.ts';
import { seriesName } from '#shared/prescriptions/words.ts';
import { flagWords } from '#shared/sessions/flag-words.ts';
import { stoppingHolds } from '#shared/sessions/limb-stop.ts';
import type { TodaySession } from '#shared/sessions/today.ts';
import { useSession } from '#client/platform/session.ts';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';

interface DueChipsProps {
  visit: Pick<
    TodaySession,
    'due' | 'progressReport' | 'gate' | 'payerProfile' | 'episodeId' | 'sessionDate'
  > & {
    prescription: { versionNumber: number; acknowledged: boolean } | null;
    forbiddenSince?: TodaySession['forbiddenSince'];
    /** What stands beside the chips in full already. */
    closedBecause?: TodaySession['closedBecause'];
  };
}

/** What is due on a visit: measures, the progress report, certification, an unread version, a hold. */
export function DueChips({ visit }: DueChipsProps) {
  const {
    due,
    progressReport,
    gate,
    prescription,
    payerProfile,
    forbiddenSince = [],
    closedBecause = [],
  } = visit;
  const isClosed = closedBecause.length > 0;
  const { therapy, leg } = stoppingHolds(gate.holds.filter(({ closedAt }) => closedAt === null));
  const [hold, limbStop] = [therapy[0], leg[0]];
  const { rest } = therapyAfter(gate.procedures, visit.sessionDate);
  const reads = canAcknowledge(useSession()).allowed;
  const measures = due.filter(({ isDue }) => isDue).map(seriesName);
  const { treatmentDaysSinceReport: days, status } = progressReport;
  const pack = rulePackOn(payerProfile, plainDate(visit.sessionDate));
  return (
    <>
      {hold === undefined ? null : (
        <StatusBadge tone="danger">Safety hold: {flagWords(hold.code)}</StatusBadge>
      )}
      {limbStop === undefined ? null : (
        <StatusBadge tone="danger">Leg not treated: {flagWords(limbStop.code)}</StatusBadge>
      )}
      {isClosed ? null : <Forbidden names={forbiddenSince} />}
      {rest.length === 0 || isClosed ? null : <StatusBadge tone="danger">Rest after a procedure</StatusBadge>}
      {prescription === null && !isClosed ? <StatusBadge tone="warning">No prescription</StatusBadge> : null}
      {prescription !== null && !prescription.acknowledged && reads ? (
        <StatusBadge tone="watch">v{prescription.versionNumber} unread</StatusBadge>
      ) : null}
      {measures.length === 0 ? null : <StatusBadge tone="info">Due: {measures.join('; ')}</StatusBadge>}
      {status === 'OK' || pack.progressReport === null ? null : (
        <Link to="/episodes/$episodeId/progress-reports" params={{ episodeId: visit.episodeId }}>
          <StatusBadge tone={status === 'DUE_SOON' ? 'info' : 'warning'}>
            Progress report {REPORT_WORDS[status]}: {days} treatment days since the last
          </StatusBadge>
        </Link>
      )}
      {days > 0 &&
      pack.progressReport?.clinicianEachPeriod === true &&
      progressReport.clinicianTreatedOn === null ? (
        <StatusBadge tone="watch">Only assistants since the last report: a therapist treats next</StatusBadge>
      ) : null}
      {pack.certification === null ? null : (
        <Certification episodeId={visit.episodeId} certification={gate.certification} />
      )}
    </>
  );
}

/** What the chart forbids since the version was signed; the sheet says why. */
const Forbidden = ({ names }: { names: readonly string[] }) =>
  names.length === 0 ? null : (
    <StatusBadge tone="danger">New contraindication{names.length === 1 ? `: ${names[0]}` : ''}</StatusBadge>
  );

const REPORT_WORDS = { DUE_SOON: 'soon', DUE: 'due', OVERDUE: 'overdue' } as const;

function Certification({
  episodeId,
  certification,
}: {
  episodeId: EpisodeId;
  certification: DueChipsProps['visit']['gate']['certification'];
}) {
  if (certification === null) return null;
  const { initial, recertification } = certification;
  if (recertification === 'EXPIRED' || initial === 'OVERDUE')
    return (
      <Link to="/episodes/$episodeId/documentation" params={{ episodeId }}>
        <StatusBadge tone="danger">Not certified</StatusBadge>
      </Link>
    );
  if (recertification === 'RECERT_DUE_SOON')
    return (
      <Link to="/episodes/$episodeId/documentation" params={{ episodeId }}>
        <StatusBadge tone="warning">Recertify by {shortDate(certification.certifiedThrough)}</StatusBadge>
      </Link>
    );
  return initial === 'PENDING' ? <StatusBadge tone="watch">Certification pending</StatusBadge> : null;
}

import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { listName, SEX_LETTER } from '#shared/patients/model.ts';
import { canAcknowledge } from '#shared/prescriptions/policy.ts';
import type { TodaySession } from '#shared/sessions/today.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import type { Tone } from '#client/ui/tone.ts';
import type { RowCursor } from '#client/ui/use-row-cursor.ts';
import { DueChips } from './DueChips.tsx';
import { useChangeVisit } from './queries.ts';
import { VisitMenu } from './VisitMenu.tsx';
import classes from './Today.module.css';

interface TodayRowProps {
  visit: TodaySession;
  rowProps: ReturnType<RowCursor['rowProps']>;
}

/** One visit: when, who, which visit, what is due on it, one tap to the sheet. */
export function TodayRow({ visit, rowProps }: TodayRowProps) {
  const { time, date, age } = useClinicTime();
  const { prescription, sessionId, status } = visit;
  const isOpen = status === 'planned' || status === 'arrived';
  const isMine = visit.therapistId === useSession().staffMemberId;
  return (
    <li
      {...rowProps}
      className={classes.row}
      data-done={!isOpen}
      aria-label={`${time(visit.scheduledAt)} ${listName(visit)}`}
    >
      <div>
        <div className={classes.time}>{time(visit.scheduledAt)}</div>
        <div className={classes.dim}>
          {visit.leftOver === null ? `to ${time(visit.endsAt)}` : date(visit.sessionDate)}
        </div>
      </div>
      <div>
        <Link to="/sessions/$sessionId" params={{ sessionId }} className={classes.name}>
          {listName(visit)}
        </Link>{' '}
        <span className={classes.dim}>
          {age(visit.birthDate)}&nbsp;{SEX_LETTER[visit.sex]}, MRN&nbsp;{visit.mrn}
        </span>
        <div className={classes.dim}>{visit.diagnosis ?? visit.concern}</div>
      </div>
      <div className={classes.visit}>
        <div>
          {prescription === null
            ? visit.episodeStatus === 'closed'
              ? 'episode closed since'
              : 'no prescription'
            : `Visit ${visit.visitNumber} of ${prescription.visitsPrescribed}`}
        </div>
        {isMine ? null : <div className={classes.dim}>{visit.therapistName}</div>}
      </div>
      <div className={classes.chips}>
        <VisitStatus visit={visit} />
        {isOpen ? <DueChips visit={visit} /> : null}
        <ClosedGate visit={visit} />
      </div>
      <RowActions visit={visit} isOpen={isOpen} />
    </li>
  );
}

const STATUS: Record<TodaySession['status'], { tone: Tone; words: string } | undefined> = {
  planned: undefined,
  arrived: { tone: 'info', words: 'Arrived' },
  missed: { tone: 'warning', words: 'Missed' },
  cancelled: { tone: 'neutral', words: 'Cancelled' },
  completed: { tone: 'ok', words: 'Signed' },
};

const LEFT_OVER = {
  unsigned: 'Not signed',
  'no-outcome': 'Nobody said what became of it',
  missed: 'Missed, nothing planned since',
} as const;

function VisitStatus({ visit }: { visit: TodaySession }) {
  const { status, leftOver, missReason, cancelledBy, hasDraft } = visit;
  const shown = STATUS[status];
  const why = [cancelledBy === null ? '' : `by the ${cancelledBy}`, missReason ?? '']
    .filter(Boolean)
    .join(', ');
  if (leftOver !== null) {
    return (
      <StatusBadge tone="warning">
        {LEFT_OVER[leftOver]}
        {why === '' ? '' : `: ${why}`}
      </StatusBadge>
    );
  }
  return (
    <>
      {shown === undefined ? null : (
        <StatusBadge tone={shown.tone}>
          {shown.words}
          {why === '' ? '' : `: ${why}`}
        </StatusBadge>
      )}
      {visit.cosignature === 'awaiting' ? (
        <StatusBadge tone="watch">Awaiting co-signature</StatusBadge>
      ) : null}
      {hasDraft ? <StatusBadge tone="watch">Draft</StatusBadge> : null}
    </>
  );
}

const closedId = ({ sessionId }: TodaySession) => `closed-${sessionId}`;

/** Why the visit cannot begin: what arrival would be refused with. */
function ClosedGate({ visit }: { visit: TodaySession }) {
  if (visit.closedBecause.length === 0) return null;
  return (
    <p className={classes.closed} id={closedId(visit)}>
      <strong>Cannot begin.</strong> {visit.closedBecause.join(' ')}
    </p>
  );
}

function RowActions({ visit, isOpen }: { visit: TodaySession; isOpen: boolean }) {
  const actor = useSession();
  const change = useChangeVisit(visit);
  const { prescription, sessionId } = visit;
  const isClosed = visit.closedBecause.length > 0;
  const mayArrive = visit.status === 'planned' && visit.leftOver === null && visit.sessionDate <= actor.today;
  const unread = prescription !== null && !prescription.acknowledged && canAcknowledge(actor).allowed;
  return (
    <div className={classes.actions}>
      {isOpen && unread ? (
        <Button
          size="compact-sm"
          variant="default"
          renderRoot={(props) => (
            <Link {...props} to="/episodes/$episodeId/prescription" params={{ episodeId: visit.episodeId }} />
          )}
        >
          Read v{prescription.versionNumber}
        </Button>
      ) : null}
      {mayArrive && canAcknowledge(actor).allowed ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={change.isPending}
          aria-disabled={isClosed}
          data-disabled={isClosed || undefined}
          aria-describedby={isClosed ? closedId(visit) : undefined}
          onClick={() => {
            if (!isClosed) change.mutate({ kind: 'arrive' });
          }}
        >
          Is here
        </Button>
      ) : null}
      {visit.leftOver === 'missed' ? (
        <Button
          size="compact-sm"
          renderRoot={(props) => (
            <Link {...props} to="/today" search={{ panel: 'plan', episode: visit.episodeId }} />
          )}
        >
          Plan again
        </Button>
      ) : (
        <Button
          size="compact-sm"
          variant={isOpen ? 'filled' : 'default'}
          renderRoot={(props) => <Link {...props} to="/sessions/$sessionId" params={{ sessionId }} />}
        >
          {isOpen ? 'Sheet' : 'Open'}
        </Button>
      )}
      <VisitMenu visit={visit} session={visit} patient={listName(visit)} />
      <ProblemAlert error={change.error} />
    </div>
  );
}

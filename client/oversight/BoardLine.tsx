import { Link } from '@tanstack/react-router';
import { BOARD_STATE } from '#shared/oversight/board-states.ts';
import { reachableChange } from '#shared/outcomes/reachable.ts';
import type { BoardRow } from '#shared/oversight/contract.ts';
import { daysBetween } from '#shared/platform/time.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { Sparkline } from '#client/ui/Sparkline.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import type { RowCursor } from '#client/ui/use-row-cursor.ts';
import { changeSummary } from './change-summary.ts';
import classes from './Board.module.css';

interface BoardLineProps {
  row: BoardRow;
  cursor: ReturnType<RowCursor['rowProps']>;
  /** Before the review opens: remembers the order that `j` and `k` follow there. */
  onOpen: () => void;
}

const SEX: Record<string, string> = { female: 'F', male: 'M', other: 'other', unknown: '' };
const MEASURES_SHOWN = 2;

/** One episode: a line of identity, a line of numbers, a line of reason. */
export function BoardLine({ row, cursor, onOpen }: BoardLineProps) {
  const { date, age, today } = useClinicTime();
  const { word, tone } = BOARD_STATE[row.state];
  const therapist = row.team.find((member) => member.role === 'physical-therapist');
  const measures = primaryFirst(row).slice(0, MEASURES_SHOWN);
  return (
    <article
      {...cursor}
      className={classes.line}
      aria-label={`${row.patientName}, ${word.toLowerCase()}: ${row.reason}`}
    >
      <div className={classes.state}>
        <StatusBadge tone={tone} variant="plain">
          {word}
        </StatusBadge>
        <span className={classes.dim}>since {date(row.since)}</span>
      </div>
      <div className={classes.who}>
        <span className={classes.name}>
          <Link
            to="/episodes/$episodeId/review"
            params={{ episodeId: row.episodeId }}
            className={classes.open}
            tabIndex={-1}
            onClick={onOpen}
          >
            {row.patientName}
          </Link>{' '}
          <span className={classes.dim}>
            {age(row.birthDate)} {SEX[row.sex]}
          </span>
        </span>
        <span className={classes.dim}>{therapist ? `PT ${therapist.name}` : 'no therapist assigned'}</span>
      </div>
      <div className={classes.what}>
        <span>{row.diagnosis}</span>
        <span className={classes.dim}>{phaseWords(row, today)}</span>
      </div>
      <div className={classes.numbers}>
        {measures.length === 0 ? <span className={classes.dim}>no measure prescribed</span> : null}
        {measures.map((m) => {
          const change = changeSummary(m, m.points.at(-1));
          return (
            <div key={m.measureCode + (m.side ?? '')} className={classes.measure}>
              <span className={classes.code}>{m.abbreviation}</span>
              <span className={classes.fromTo}>{change.numbers}</span>
              <span className={classes.change} data-meaning={change.meaning}>
                {change.words}
              </span>
              <Sparkline
                label={m.abbreviation}
                values={m.points}
                direction={m.direction}
                baseline={m.baseline?.value}
                mdc={
                  m.thresholds.mdc === null ? null : reachableChange(m.measureCode, m.thresholds.mdc.value)
                }
                width={84}
                height={20}
              />
            </div>
          );
        })}
      </div>
      <div className={classes.visits}>
        <span>
          {row.visitsPrescribed === null ? '–' : `${row.visitsUsed}/${row.visitsPrescribed}`}{' '}
          <span className={classes.dim}>visits</span>
        </span>
        <ScoreAge on={row.lastScoreOn} />
      </div>
      <p className={classes.reason}>
        {row.reason}
        {row.openRequestId !== null && row.state !== 'request' ? (
          <strong className={classes.chip}>request waiting</strong>
        ) : null}
      </p>
    </article>
  );
}

function ScoreAge({ on }: { on: string | null }) {
  const { ago } = useClinicTime();
  return <span className={classes.dim}>{on === null ? 'no score yet' : `score ${ago(on)}`}</span>;
}

const primaryFirst = ({ measures }: BoardRow) =>
  measures.toSorted((a, b) => Number(b.role === 'primary') - Number(a.role === 'primary'));

function phaseWords(row: BoardRow, today: string): string {
  if (row.prescriptionVersion === null) return 'not prescribed yet';
  const day =
    row.phaseStartedOn === null ? '' : `, day ${Math.max(0, daysBetween(row.phaseStartedOn, today))}`;
  return `v${row.prescriptionVersion}${day}`;
}

import { loadState, type Load } from '#shared/care-teams/load.ts';
import classes from './Teams.module.css';

interface LoadBarProps {
  load: Load;
  /** What the load would become; the difference is striped. */
  after?: Load | undefined;
}

const percent = (share: number): string => `${Math.min(100, Math.max(0, share * 100))}%`;

/** A load against its capacity. The numbers stand beside it, so it is decoration to a screen reader. */
export function LoadBar({ load, after }: LoadBarProps) {
  const shown = after ?? load;
  // What is over capacity still has to fit: the bar then ends at the load itself.
  const whole = Math.max(shown.capacity, shown.openEpisodes, load.openEpisodes, 1);
  const before = Math.min(load.openEpisodes, shown.openEpisodes);
  return (
    <div className={classes.bar} data-state={loadState(shown)} aria-hidden>
      {shown.openEpisodes > before ? (
        <div className={classes.added} style={{ width: percent(shown.openEpisodes / whole) }} />
      ) : null}
      <div className={classes.filled} style={{ width: percent(before / whole) }} />
    </div>
  );
}

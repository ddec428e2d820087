import { LANE_WORDS, LANES, type Lane } from '#shared/oversight/board-states.ts';
import classes from './Board.module.css';

interface BoardLanesProps {
  counts: Record<Lane, number>;
  lane: Lane | undefined;
  onLane: (lane: Lane | undefined) => void;
}

/** How many stand in each lane; pressing one narrows the board to it, pressing it again shows all. */
export function BoardLanes({ counts, lane, onLane }: BoardLanesProps) {
  return (
    <div className={classes.lanes} role="group" aria-label="Lanes">
      {LANES.map((each) => (
        <button
          key={each}
          type="button"
          className={classes.lane}
          aria-pressed={lane === each}
          data-lane={each}
          onClick={() => onLane(lane === each ? undefined : each)}
        >
          {LANE_WORDS[each]} <strong>{counts[each]}</strong>
        </button>
      ))}
    </div>
  );
}

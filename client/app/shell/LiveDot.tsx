import { useLiveState, type LiveState } from '#client/platform/live.ts';
import classes from './Shell.module.css';

const WORDS: Record<LiveState, string> = { live: 'live', connecting: 'connecting', lost: 'not live' };

/** Whether the page updates by itself: a full dot, a half one, a hollow one, and the word. */
export function LiveDot() {
  const state = useLiveState();
  return (
    <span className={classes.live} data-state={state} role="status">
      <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden>
        <circle
          cx="5"
          cy="5"
          r="4"
          fill={state === 'live' ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="1.6"
        />
        {state === 'lost' ? <path d="M1 9 9 1" stroke="currentColor" strokeWidth="1.6" /> : null}
      </svg>
      {WORDS[state]}
    </span>
  );
}

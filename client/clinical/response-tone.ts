import type { ResponseState } from '#shared/orders/procedure-response.ts';
import type { Tone } from '#client/ui/tone.ts';

/** How the effect of a procedure reads at a glance; the numbers stand beside it. */
export const RESPONSE_TONE: Record<ResponseState, { tone: Tone; words: string }> = {
  'not-stated': { tone: 'neutral', words: 'Seen:' },
  'no-baseline': { tone: 'watch', words: 'Cannot be judged' },
  waiting: { tone: 'info', words: 'Waiting' },
  'not-measured': { tone: 'watch', words: 'Not measured' },
  'as-expected': { tone: 'ok', words: 'As expected' },
  'not-kept': { tone: 'watch', words: 'Not kept' },
  less: { tone: 'watch', words: 'Less than expected' },
  'no-change': { tone: 'neutral', words: 'No detectable change' },
  worse: { tone: 'danger', words: 'Worse' },
};

import { RouteFailure } from './RouteFailure.tsx';

interface FrameFailureProps {
  error: unknown;
  reset: () => void;
}

/** The failure of the frame itself: Tandem cannot be reached, or nobody can be identified. */
export function FrameFailure({ error, reset }: FrameFailureProps) {
  return (
    <main>
      <RouteFailure error={error} reset={reset} />
    </main>
  );
}

import { Anchor } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { usePageTitle } from '#client/platform/page-title.ts';
import { isWrongAddress } from '#client/platform/client-problem.ts';
import { FailureState } from '#client/ui/FailureState.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

interface RouteFailureProps {
  error: unknown;
  reset: () => void;
}

/** A page that broke or could not be loaded, inside the frame: what happened, try again, or go home. */
export function RouteFailure({ error, reset }: RouteFailureProps) {
  usePageTitle('Something went wrong');
  const router = useRouter();
  if (isWrongAddress(error)) return <NotFoundPage />;
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <FailureState
      headingLevel={1}
      error={error}
      onRetry={retry}
      action={<Anchor href="/">Go to your first page</Anchor>}
    />
  );
}

import { Anchor } from '@mantine/core';
import { usePageTitle } from '#client/platform/page-title.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';

/** An address that leads nowhere, and the way back. */
export function NotFoundPage() {
  usePageTitle('Not found');
  return (
    <EmptyState
      headingLevel={1}
      title="There is no page at this address"
      action={<Anchor href="/">Go to your first page</Anchor>}
    >
      It may have moved, or what it showed is not yours to see. Access follows the care team.
    </EmptyState>
  );
}

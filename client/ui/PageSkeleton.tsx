import { Skeleton, Stack } from '@mantine/core';
import { LoadingRows } from './LoadingRows.tsx';

/** The outline of a page while its code or its first data arrives. */
export function PageSkeleton({ label = 'Loading the page' }: { label?: string }) {
  return (
    <Stack gap="md" p="md">
      <Skeleton height={24} width="30%" />
      <LoadingRows rows={8} height={32} label={label} />
    </Stack>
  );
}

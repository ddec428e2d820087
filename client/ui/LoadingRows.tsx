import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';

interface LoadingRowsProps {
  /** How many rows to hint at. */
  rows?: number;
  /** Height of one row in pixels. */
  height?: number;
  /** What is being loaded: "Loading the board". */
  label?: string;
}

/** Grey rows while a list loads. */
export function LoadingRows({ rows = 6, height = 28, label = 'Loading' }: LoadingRowsProps) {
  return (
    <Stack gap="xs" role="status" py="xs">
      <VisuallyHidden>{label}</VisuallyHidden>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} height={height} />
      ))}
    </Stack>
  );
}

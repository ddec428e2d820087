import { Stack, Text } from '@mantine/core';
import type { Recommendation } from '#shared/orders/contract.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';

/** What therapists recommend and no physiatrist has settled yet. */
export function Recommendations({ recommendations }: { recommendations: readonly Recommendation[] }) {
  const { dateTime } = useClinicTime();
  return (
    <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }} aria-label="Recommendations">
      {recommendations.map(({ taskId, recommendation, by, at }) => (
        <li key={taskId}>
          <Text style={{ whiteSpace: 'pre-wrap' }}>{recommendation}</Text>
          <Text size="sm" c="dimmed">
            {by}, {dateTime(at)}. Waits for a physiatrist.
          </Text>
        </li>
      ))}
    </Stack>
  );
}

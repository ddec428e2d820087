import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { PatientChart } from '#shared/patients/chart.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { FormSection } from '#client/ui/FormSection.tsx';

/** What the patient asked for when they came; the words are theirs. */
export function RequestSection({ chart }: { chart: PatientChart }) {
  const { date, dateOf } = useClinicTime();
  if (chart.requests.length === 0) return null;
  return (
    <FormSection title="Requests for care">
      <Stack gap="sm">
        {chart.requests.map((request) => (
          <div key={request.careRequestId}>
            <Anchor component={Link} to={`/intake/${request.careRequestId}`}>
              {request.concern}
            </Anchor>
            <Text size="sm" c="dimmed">
              {date(dateOf(request.createdAt))}, {request.reference}, {request.status}
            </Text>
            {request.narrative === null ? null : (
              <Text size="sm" lineClamp={6} style={{ whiteSpace: 'pre-line' }}>
                {request.narrative}
              </Text>
            )}
          </div>
        ))}
      </Stack>
    </FormSection>
  );
}

import { Stack, Text, Textarea } from '@mantine/core';
import type { CertificationDelay, DelayWords } from '#shared/compliance/delayed-certification.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';

interface LateCertificationFieldsProps {
  delay: CertificationDelay;
  words: DelayWords;
  onChange: (part: Partial<DelayWords>) => void;
}

/** What a late certification has to say, asked before it is signed (CERT-7). */
export function LateCertificationFields({ delay, words, onChange }: LateCertificationFieldsProps) {
  const { date } = useClinicTime();
  if (!delay.isLate) return null;
  return (
    <Stack gap="sm">
      <Text size="sm">
        The certification was due on {date(delay.dueOn)}: a late one is allowed with its reason.
      </Text>
      <Textarea
        label="Why it comes late"
        name="late-reason"
        required
        autosize
        minRows={2}
        maxLength={1000}
        value={words.reason ?? ''}
        onChange={(event) => onChange({ reason: event.currentTarget.value })}
      />
      {delay.needsEvidence ? (
        <Textarea
          label="What shows that you were involved meanwhile"
          description="More than six months late: visits, calls, orders or reviews, with their dates."
          name="late-involvement"
          required
          autosize
          minRows={2}
          maxLength={2000}
          value={words.involvement ?? ''}
          onChange={(event) => onChange({ involvement: event.currentTarget.value })}
        />
      ) : null}
    </Stack>
  );
}

import { Text } from '@mantine/core';
import { inrWords, type KnownInr } from '#shared/prescriptions/inr.ts';
import { PlainDate } from '#shared/platform/time.ts';
import type { SessionVitals } from '#shared/sessions/model.ts';
import { NumberField } from '#client/ui/NumberField.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';

interface InrFieldProps {
  vitals: SessionVitals;
  last: KnownInr | undefined;
  sessionDate: PlainDate;
  onChange: (change: Pick<SessionVitals, 'inr' | 'inrOn'>) => void;
}

/** An INR that the patient brings, with the day of its test; the last one known holds until then. */
export function InrField({ vitals: { inr, inrOn }, last, sessionDate, onChange }: InrFieldProps) {
  return (
    <>
      <NumberField
        label="New INR"
        name="content.vitals.inr"
        width={92}
        decimals={1}
        min={0.5}
        max={20}
        value={inr ?? null}
        onChange={(value) => onChange(value === null ? { inr: null, inrOn: null } : { inr: value })}
      />
      {typeof inr === 'number' ? (
        <PlainDateField
          label="INR of"
          name="content.vitals.inrOn"
          value={inrOn ?? sessionDate}
          max={sessionDate}
          onChange={(on) => onChange({ inrOn: PlainDate.safeParse(on).data ?? null })}
        />
      ) : (
        <Text size="sm" c="dimmed">
          {last === undefined ? 'No INR known' : `Last: ${inrWords(last)}`}
        </Text>
      )}
    </>
  );
}

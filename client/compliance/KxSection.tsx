import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { dollarWords, type KxStanding } from '#shared/compliance/kx-threshold.ts';
import type { ComplianceStanding } from '#shared/compliance/standing.ts';
import type { PatientId } from '#shared/platform/ids.ts';
import { FormSection } from '#client/ui/FormSection.tsx';

interface KxSectionProps {
  standing: ComplianceStanding;
  patientId: PatientId;
}

/** The KX threshold of the calendar year; the amounts are the patient's, not the episode's. */
export function KxSection({ standing: { kx }, patientId }: KxSectionProps) {
  if (kx === null) return null;
  return (
    <FormSection
      title={`KX threshold ${kx.year}`}
      actions={
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link {...props} to="/patients/$patientId/therapy-amounts" params={{ patientId }} />
          )}
        >
          Amounts by year
        </Anchor>
      }
    >
      <Text>{kxWords(kx)}</Text>
    </FormSection>
  );
}

/** `$2,100 of $2,480 in 2026: no KX needed yet.` */
export function kxWords({ state, year, thresholdCents, amountCents }: KxStanding): string {
  const threshold = thresholdCents === null ? null : dollarWords(thresholdCents);
  const amount = amountCents === null ? '' : dollarWords(amountCents);
  switch (state) {
    case 'not-entered':
      return `No allowed amount is entered for ${year}; the threshold is ${threshold ?? 'not published'}.`;
    case 'threshold-unknown':
      return `${amount} in ${year}. The threshold of ${year} is not published here; it is never estimated.`;
    case 'below':
      return `${amount} of ${threshold} in ${year}: no KX needed yet.`;
    case 'near':
      return `${amount} of ${threshold} in ${year}: near the threshold.`;
    case 'above':
      return `${amount} of ${threshold} in ${year}: every claim line needs KX.`;
    case 'medical-review':
      return `${amount} in ${year}, threshold ${threshold ?? 'not published'}: every claim line needs KX, and targeted medical review may start at $3,000.`;
    default:
      return state satisfies never;
  }
}

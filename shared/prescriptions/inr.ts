import { z } from 'zod';
import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { earlierOf, PlainDate, shortDate } from '#shared/platform/time.ts';
import type { PrescribedPrecaution } from './model.ts';
import { precautionsAbout } from './precaution-kinds.ts';
import { vitalLimitsOf } from './vital-limits.ts';

/** An INR with the day of its blood test. */
export const KnownInr = z.object({ value: z.number(), on: PlainDate });
export type KnownInr = z.infer<typeof KnownInr>;

const isOfAnticoagulant = ({ comorbidity, also = [], agents }: PrescribedPrecaution): boolean =>
  agents.length > 0 &&
  (comorbidity === 'anticoagulant' || also.some((one) => one.comorbidity === 'anticoagulant'));

/** Whether an INR is asked for: a kept precaution for an anticoagulant is about something that is prescribed. */
export const asksInr = ({
  precautions,
  interventions,
}: {
  precautions: readonly PrescribedPrecaution[];
  interventions: readonly { code: string }[];
}): boolean => interventions.some(({ code }) => precautionsAbout(precautions, code).some(isOfAnticoagulant));

/** The INR of today's sheet, else the last one recorded. */
const inrInForce = (
  today: { inr?: number | null | undefined; inrOn?: PlainDate | null | undefined },
  sessionDate: PlainDate,
  last: KnownInr | null | undefined,
): KnownInr | undefined =>
  typeof today.inr === 'number'
    ? { value: today.inr, on: earlierOf(today.inrOn ?? sessionDate, sessionDate) }
    : (last ?? undefined);

/**
 * The precautions with what the INR makes of them: manipulation, deep friction and dry needling under an anticoagulant are a
 * precaution, and contraindicated above the clinic's limit (rules.md 4.3). Without an INR or a limit the row says so. What the
 * physiatrist overrode stays overridden.
 */
const underInr = (
  precautions: readonly PrescribedPrecaution[],
  known: KnownInr | undefined,
  overrides: ClinicOverrides,
): PrescribedPrecaution[] =>
  precautions.map((row) =>
    row.decision === 'keep' && row.level === 'precaution' && isOfAnticoagulant(row)
      ? { ...row, ...verdictOf(known, vitalLimitsOf(overrides).inrLimit) }
      : row,
  );

type Verdict = Pick<PrescribedPrecaution, 'note'> & Partial<Pick<PrescribedPrecaution, 'level' | 'kind'>>;

function verdictOf(known: KnownInr | undefined, limit: string): Verdict {
  const ceiling = limit === 'not-set' ? undefined : Number(limit);
  if (known === undefined) {
    const above = ceiling === undefined ? 'the clinic has set no limit' : `contraindicated above ${ceiling}`;
    return { note: `No INR is known (${above}): ask for it, watch bruising and falls` };
  }
  const said = `INR ${known.value} on ${shortDate(known.on)}`;
  if (ceiling === undefined)
    return { note: `${said}; the clinic has set no limit. Watch bruising and falls` };
  return known.value > ceiling
    ? {
        note: `${said} is above the clinic’s limit of ${ceiling}`,
        level: 'contraindicated',
        kind: 'contraindicated',
      }
    : { note: `${said}, limit ${ceiling}. Watch bruising and falls` };
}

interface Day {
  sessionDate: PlainDate;
  /** The INR on today's sheet. */
  today: Parameters<typeof inrInForce>[0];
  last: KnownInr | null | undefined;
  clinicValues: ClinicOverrides;
}

/** The version that governs a day, with what the INR makes of its precautions. */
export const prescriptionUnderInr = <
  Prescription extends { content: { precautions: readonly PrescribedPrecaution[] } },
>(
  prescription: Prescription,
  { today, sessionDate, last, clinicValues }: Day,
): Prescription => ({
  ...prescription,
  content: {
    ...prescription.content,
    precautions: underInr(
      prescription.content.precautions,
      inrInForce(today, sessionDate, last),
      clinicValues,
    ),
  },
});

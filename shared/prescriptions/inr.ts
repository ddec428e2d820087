import { z } from 'zod';
import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { daysBetween, earlierOf, PlainDate, shortDate } from '#shared/platform/time.ts';
import type { PrescribedPrecaution } from './model.ts';
import { precautionsAbout } from './precaution-kinds.ts';
import { vitalLimitsOf } from './vital-limits.ts';

/** Where an INR came into the record: a session sheet, the report of a test, or beside the medication. */
export const InrSource = z.object({
  place: z.enum(['session', 'result', 'medication']),
  /** The day of the session. */
  on: PlainDate.nullable(),
  by: z.string().nullable(),
});
export type InrSource = z.infer<typeof InrSource>;

/** An INR with the day of its blood test. */
export const KnownInr = z.object({ value: z.number(), on: PlainDate, source: InrSource.nullish() });
export type KnownInr = z.infer<typeof KnownInr>;

/** "result entered by Amara Rivera, MD". */
export function inrSourceWords({ place, on, by }: InrSource): string {
  const entered = {
    session: `session sheet${on === null ? '' : ` of ${shortDate(on)}`} signed`,
    result: 'result entered',
    medication: 'entered with the medication',
  }[place];
  return by === null ? entered : `${entered} by ${by}`;
}

/** "INR 2.4, tested 18 Nov 2026, result entered by Amara Rivera, MD": the value, its day, and where it came from. */
export const inrWords = ({ value, on, source }: KnownInr): string =>
  [`INR ${value}`, `tested ${shortDate(on)}`, source ? inrSourceWords(source) : '']
    .filter(Boolean)
    .join(', ');

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

/**
 * The one reading rule: of the INR on today's sheet and the last one recorded anywhere (`latestInrSql`), the one whose blood was drawn
 * later; on the same day, what is typed now.
 */
const inrInForce = (
  today: { inr?: number | null | undefined; inrOn?: PlainDate | null | undefined },
  sessionDate: PlainDate,
  last: KnownInr | null | undefined,
): KnownInr | undefined => {
  if (typeof today.inr !== 'number') return last ?? undefined;
  const typed = { value: today.inr, on: earlierOf(today.inrOn ?? sessionDate, sessionDate) };
  return last && last.on > typed.on ? last : typed;
};

/**
 * The precautions with what the INR makes of them: manipulation, deep friction and dry needling under an anticoagulant are a
 * precaution, and contraindicated above the clinic's limit (rules.md 4.3). Without an INR or a limit the row says so. A test that is
 * too old permits nothing, and time alone loosens nothing: above the limit it forbids until a newer one. What the physiatrist
 * overrode stays overridden.
 */
const underInr = (
  precautions: readonly PrescribedPrecaution[],
  known: KnownInr | undefined,
  { clinicValues, sessionDate }: Pick<Day, 'clinicValues' | 'sessionDate'>,
): PrescribedPrecaution[] =>
  precautions.map((row) =>
    row.decision === 'keep' && row.level === 'precaution' && isOfAnticoagulant(row)
      ? { ...row, ...inrVerdict(known, clinicValues, sessionDate) }
      : row,
  );

/** What the INR says of a row that it made forbidding; nothing of one that is forbidden for another reason. */
export const inrReason = (row: PrescribedPrecaution): string | undefined =>
  isOfAnticoagulant(row) && row.level === 'contraindicated' && row.note?.startsWith('INR ') === true
    ? row.note
    : undefined;

type Verdict = Pick<PrescribedPrecaution, 'note'> & Partial<Pick<PrescribedPrecaution, 'level' | 'kind'>>;

/** What an INR means on a day for what an anticoagulant makes dangerous, with its source; without one, that it is asked for. */
export function inrVerdict(
  known: KnownInr | undefined,
  clinicValues: ClinicOverrides,
  day: PlainDate,
): Verdict {
  const { inrLimit, inrCountsDays } = vitalLimitsOf(clinicValues);
  const ceiling = inrLimit === 'not-set' ? undefined : Number(inrLimit);
  if (known === undefined) {
    return { note: `No INR is known (${limitWords(ceiling)}): ask for it, watch bruising and falls` };
  }
  const said = inrWords(known);
  if (ceiling !== undefined && known.value > ceiling) {
    const note = `${said} is above the clinic’s limit of ${ceiling}`;
    return { note, level: 'contraindicated', kind: 'contraindicated' };
  }
  if (daysBetween(known.on, day) > inrCountsDays) {
    const old = `No INR of the last ${inrCountsDays} days is known (last: ${said}; ${limitWords(ceiling)})`;
    return { note: `${old}: ask for it, watch bruising and falls` };
  }
  return {
    note: `${said}${ceiling === undefined ? '; the clinic has set no limit' : `, limit ${ceiling}`}. Watch bruising and falls`,
  };
}

const limitWords = (ceiling: number | undefined): string =>
  ceiling === undefined ? 'the clinic has set no limit' : `contraindicated above ${ceiling}`;

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
    precautions: underInr(prescription.content.precautions, inrInForce(today, sessionDate, last), {
      clinicValues,
      sessionDate,
    }),
  },
});

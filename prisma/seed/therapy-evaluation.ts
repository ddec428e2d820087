import { rulePackOn } from '#shared/compliance/rule-packs.ts';
import { billEvaluation } from '#shared/evaluations/evaluation-billing.ts';
import type { PlainDate } from '#shared/platform/time.ts';
import { claimModifiers } from '#shared/sessions/claim-modifiers.ts';
import type { SameDay } from '#shared/sessions/same-day.ts';
import { newId } from '#server/platform/db/new-id.ts';
import { isAboveThreshold } from './amount-moments.ts';
import { STAFF } from './clinics.ts';
import { therapyEvaluation } from './evaluation-content.ts';
import { onFileOf } from './history-content.ts';
import { type Moment, row } from './moment.ts';
import { staff } from './opening-moments.ts';
import { scoreRows } from './score-rows.ts';
import type { Telling, ToldPhase } from './telling.ts';
import type { Baseline } from './visits.ts';

/** The therapist's own evaluation on the first day, with the baselines. */
export function therapyEvaluationMoment(
  telling: Telling,
  baselines: readonly Baseline[],
  on: PlainDate,
): Moment {
  const { calendar, scenario, patientId, episodeId } = telling;
  const at = calendar.at(on, telling.slot);
  const id = newId(at);
  const signedAt = at.toISOString();
  const { coding, billing } = claimOf(telling, on);
  return {
    at,
    by: scenario.therapist,
    did: 'evaluation.signed',
    subject: { type: 'evaluation', id },
    detail: { kind: 'pt-evaluation', holdsOpened: 0 },
    rows: [
      row('evaluation', {
        id,
        patient_id: patientId,
        episode_id: episodeId,
        author_id: staff(scenario.therapist),
        kind: 'pt-evaluation',
        evaluated_on: on,
        content: {
          ...therapyEvaluation({ ...telling, severity: 5 }, baselines, telling.sideOf),
          onFile: onFileOf(telling),
          coding,
        },
        billing,
        status: 'signed',
        version: 2,
        started_at: signedAt,
        updated_at: signedAt,
        signed_at: signedAt,
        signed_by_id: staff(scenario.therapist),
      }),
      ...scoreRows(telling, baselines, at, { source: 'evaluation', evaluation_id: id }, on),
    ],
    refresh: true,
  };
}

/** More comorbidities that bear on the plan, a more complex evaluation. */
const CODINGS = [
  { code: '97161', minutes: 30 },
  { code: '97162', minutes: 35 },
  { code: '97162', minutes: 40 },
  { code: '97163', minutes: 50 },
] as const;

const codingOf = ({ scenario }: Telling) =>
  CODINGS[Math.min(scenario.comorbidities?.length ?? 0, CODINGS.length - 1)] ?? CODINGS[0];

/** What the therapist chose, and the line it is billed by. */
function claimOf(telling: Telling, on: PlainDate) {
  const { scenario, calendar, slot } = telling;
  const coding = codingOf(telling);
  const given = [{ billingCode: coding.code, minutes: coding.minutes, assistantMinutes: 0 }];
  const modifiers = claimModifiers(STAFF[scenario.therapist].role, given, {
    pack: rulePackOn(scenario.payer ?? 'none', on),
    aboveKx: isAboveThreshold(telling, calendar.at(on, slot)),
  });
  const day = { modifiers: modifiers[coding.code] ?? [], billedCode: null };
  return { coding, billing: billEvaluation(coding, day) };
}

/** The evaluation as the first session's note of its date sees it. */
export function evaluatedToday(
  telling: Telling,
  { progress }: ToldPhase,
  date: PlainDate,
): SameDay | undefined {
  if (progress.versions[0]?.startsOn !== date) return undefined;
  const { billing } = claimOf(telling, date);
  if (billing === null) return undefined;
  const { code, minutes, untimedUnits } = billing;
  return {
    services: [{ billingCode: code, minutes, assistantMinutes: 0 }],
    billed: [{ units: {}, untimedUnits }],
  };
}

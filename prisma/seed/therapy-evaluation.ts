import { rulePackOn } from '#shared/compliance/rule-packs.ts';
import { billEvaluation, type EvaluationBilling } from '#shared/evaluations/evaluation-billing.ts';
import type { EvaluationContent, EvaluationKind } from '#shared/evaluations/model.ts';
import { addDays, type PlainDate } from '#shared/platform/time.ts';
import { claimModifiers } from '#shared/sessions/claim-modifiers.ts';
import type { SameDay } from '#shared/sessions/same-day.ts';
import { newId } from '#server/platform/db/new-id.ts';
import { isAboveThreshold } from './amount-moments.ts';
import { STAFF, type StaffKey } from './clinics.ts';
import { therapyEvaluation } from './evaluation-content.ts';
import { onFileOf } from './history-content.ts';
import { type Moment, row } from './moment.ts';
import { staff } from './opening-moments.ts';
import { scoreRows } from './score-rows.ts';
import type { Telling, ToldPhase } from './telling.ts';
import type { Baseline } from './visits.ts';

interface Signed {
  kind: EvaluationKind;
  by: StaffKey;
  on: PlainDate;
  content: EvaluationContent;
  coding: EvaluationContent['coding'];
  baselines: readonly Baseline[];
}

/** A therapist's signed evaluation with its claim line and its scores. */
function evaluationMoment(telling: Telling, { kind, by, on, content, coding, baselines }: Signed): Moment {
  const { calendar, patientId, episodeId } = telling;
  const at = calendar.at(on, telling.slot);
  const id = newId(at);
  const signedAt = at.toISOString();
  return {
    at,
    by,
    did: 'evaluation.signed',
    subject: { type: 'evaluation', id },
    detail: { kind, holdsOpened: 0 },
    rows: [
      row('evaluation', {
        id,
        patient_id: patientId,
        episode_id: episodeId,
        author_id: staff(by),
        kind,
        evaluated_on: on,
        content: { ...content, onFile: onFileOf(telling), coding },
        billing: billingOf(telling, { by, on, coding }),
        status: 'signed',
        version: 2,
        started_at: signedAt,
        updated_at: signedAt,
        signed_at: signedAt,
        signed_by_id: staff(by),
      }),
      ...scoreRows(telling, baselines, at, { source: 'evaluation', evaluation_id: id }, on),
    ],
    refresh: true,
  };
}

/** The therapist's own evaluation on the first day, with the baselines. */
export const therapyEvaluationMoment = (
  telling: Telling,
  baselines: readonly Baseline[],
  on: PlainDate,
): Moment =>
  evaluationMoment(telling, {
    kind: 'pt-evaluation',
    by: telling.scenario.therapist,
    on,
    content: therapyEvaluation({ ...telling, severity: 5 }, baselines, telling.sideOf),
    coding: codingOf(telling),
    baselines,
  });

const OCCUPATIONAL_THERAPIST: StaffKey = 'chen';

/** What the occupational therapist found, of patients whom they see as well. */
const OCCUPATIONAL: Readonly<Record<string, { judgement: string; plan: string } | undefined>> = {
  'grace-okafor': {
    judgement:
      'Dressing the lower body, lifting shopping and desk work are limited by leg pain after 10 minutes.',
    plan: 'Long-handled aids and pacing at home; workplace seated and standing by turns. One visit, then as asked.',
  },
  's-early': {
    judgement:
      'Dressing and kitchen work need help where both hands are asked for; bathing with one person beside.',
    plan: 'Task practice with both hands every third visit, bathroom aids, washing and dressing by herself in 6 weeks.',
  },
};

/** The occupational therapist's own evaluation, a workday after therapy began: a plan of care and a claim of its own. */
export function occupationalEvaluationMoment(telling: Telling, startsOn: PlainDate): Moment | undefined {
  const found = OCCUPATIONAL[telling.scenario.key];
  if (found === undefined) return undefined;
  const on = telling.calendar.workday(addDays(startsOn, 1), 'forward');
  return evaluationMoment(telling, {
    kind: 'ot-evaluation',
    by: OCCUPATIONAL_THERAPIST,
    on,
    content: {
      ...therapyEvaluation({ ...telling, severity: 5 }, [], telling.sideOf),
      reason: 'What the day asks for, and what of it needs help.',
      movementDiagnosis: found.judgement,
      plan: found.plan,
    },
    coding: { code: '97166', minutes: 45 },
    baselines: [],
  });
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

/** The line that an evaluation is billed by. */
function billingOf(
  telling: Telling,
  { by, on, coding }: Pick<Signed, 'by' | 'on' | 'coding'>,
): EvaluationBilling | null {
  const { scenario, calendar, slot } = telling;
  const billingCode = coding.code ?? '';
  const modifiers = claimModifiers(
    STAFF[by].role,
    [{ billingCode, minutes: coding.minutes ?? 0, assistantMinutes: 0 }],
    {
      pack: rulePackOn(scenario.payer ?? 'none', on),
      aboveKx: isAboveThreshold(telling, calendar.at(on, slot)),
    },
  );
  return billEvaluation(coding, { modifiers: modifiers[billingCode] ?? [], billedCode: null });
}

/** The evaluation as the first session's note of its date sees it. */
export function evaluatedToday(
  telling: Telling,
  { progress }: ToldPhase,
  date: PlainDate,
): SameDay | undefined {
  if (progress.versions[0]?.startsOn !== date) return undefined;
  const billing = billingOf(telling, {
    by: telling.scenario.therapist,
    on: date,
    coding: codingOf(telling),
  });
  if (billing === null) return undefined;
  const { code, minutes, untimedUnits } = billing;
  return {
    services: [{ billingCode: code, minutes, assistantMinutes: 0 }],
    billed: [{ units: {}, untimedUnits }],
  };
}

import { z } from 'zod';
import { getMeasure } from '#shared/outcomes/registry.ts';
import { requiredText, text } from '#shared/platform/endpoint.ts';
import { addDays, daysBetween, type PlainDate } from '#shared/platform/time.ts';
import { contraindicationOf } from './bounds.ts';
import { rowKey } from './difference.ts';
import { endsOn } from './missing-elements.ts';
import {
  PrescribedGoal,
  PrescribedIntervention,
  PrescribedMeasure,
  PrescriptionDraftContent,
  TaperStep,
  WeightBearingStatus,
  type WeightBearing,
} from './model.ts';
import { isStep, settledSchedule } from './schedule.ts';
import { settled } from './settle.ts';

const weeks = z.number().int().min(1).max(52);

/** What a prescription says apart from the patient: no diagnosis, no dates, no side, no precautions. */
export const TemplateContent = z.object({
  frequencyPerWeek: z.number().int().min(1).max(14).nullable(),
  durationWeeks: weeks.nullable(),
  taper: z.array(TaperStep).max(6).nullish(),
  reEvaluationWeek: weeks.nullable(),
  interventions: z.array(PrescribedIntervention.omit({ agreed: true })).max(30),
  excluded: PrescriptionDraftContent.shape.excluded,
  goals: z
    .array(
      PrescribedGoal.pick({ measureCode: true }).extend({
        description: text(300),
        target: z.number().nullable(),
        week: weeks,
      }),
    )
    .max(10),
  measures: z.array(PrescribedMeasure.omit({ side: true })).max(8),
  /** Of the affected limb, or of both legs where the problem has no side. */
  weightBearing: z
    .object({ status: WeightBearingStatus, percent: z.number().int().min(0).max(100).nullable() })
    .nullable(),
  homeProgramme: text(2000).nullable(),
  notes: text(2000).nullable(),
});
export type TemplateContent = z.infer<typeof TemplateContent>;

export const TemplateName = requiredText(120, 'A name');

export const TEMPLATE_PARTS = [
  'plan',
  'interventions',
  'weightBearing',
  'goals',
  'measures',
  'words',
] as const;
export type TemplatePart = (typeof TEMPLATE_PARTS)[number];

export const TEMPLATE_PART_WORDS: Record<TemplatePart, string> = {
  plan: 'Frequency, weeks, re-evaluation',
  interventions: 'Interventions and limits',
  weightBearing: 'Weight bearing',
  goals: 'Goals',
  measures: 'Outcome measures',
  words: 'Home programme and notes',
};

/** What the patient adds to a template. */
export interface TemplateSetting {
  bodyRegion: string;
  side: 'left' | 'right' | 'both' | null;
  today: PlainDate;
}

const wholeWeeks = (from: PlainDate, to: PlainDate): number =>
  Math.min(52, Math.max(1, Math.round(daysBetween(from, to) / 7)));

/** What of a prescription may stand for other patients: dates become weeks of the plan, sides are left out. */
export function templateOf(content: PrescriptionDraftContent): TemplateContent {
  const { startsOn, durationWeeks, reEvaluationOn, taper } = content;
  const week = (date: PlainDate | null): number =>
    date === null || startsOn === null ? (durationWeeks ?? 4) : wholeWeeks(startsOn, date);
  const [limb] = content.weightBearing;
  const steps = taper?.filter(isStep) ?? [];
  return TemplateContent.parse({
    frequencyPerWeek: content.frequencyPerWeek,
    durationWeeks,
    taper: steps.length === 0 ? null : steps,
    reEvaluationWeek:
      reEvaluationOn === null || startsOn === null ? null : wholeWeeks(startsOn, reEvaluationOn),
    interventions: settled(content).interventions.map(({ agreed: _agreed, ...row }) => row),
    excluded: content.excluded,
    goals: onePerMeasure(content.goals).map(({ description, measureCode, target, targetOn }) => ({
      description,
      measureCode,
      target,
      week: week(targetOn),
    })),
    measures: onePerMeasure(content.measures).map(({ side: _side, everyDays, ...row }) => ({
      ...row,
      everyDays: everyDays ?? 14,
    })),
    weightBearing: limb === undefined ? null : { status: limb.status, percent: limb.percent },
    homeProgramme: content.homeProgramme,
    notes: content.notes,
  });
}

const onePerMeasure = <Row extends { measureCode: string }>(rows: readonly Row[]): Row[] =>
  rows.filter((row, index) => rows.findIndex((one) => one.measureCode === row.measureCode) === index);

export interface Applied {
  content: PrescriptionDraftContent;
  /** What the template has and this patient may not get; why goes on after "is left out,". */
  leftOut: { name: string; why: string }[];
}

/**
 * A draft with parts of a template in it. The patient's own facts stay: diagnoses, dates of onset and surgery, precautions,
 * vital signs, stop rules, what was ruled out. What a precaution forbids, or the draft rules out, is left out and named.
 */
export function applyTemplate(
  draft: PrescriptionDraftContent,
  template: TemplateContent,
  setting: TemplateSetting,
  parts: readonly TemplatePart[] = TEMPLATE_PARTS,
): Applied {
  const startsOn = draft.startsOn ?? setting.today;
  const leftOut = template.interventions.flatMap(({ code, name }) => {
    const why = whyNot(draft, code);
    return why === undefined ? [] : [{ code, name, why }];
  });
  const given: Record<TemplatePart, () => Partial<PrescriptionDraftContent>> = {
    plan: () => planOf(template, startsOn),
    interventions: () => ({
      interventions: template.interventions.filter(({ code }) => !leftOut.some((one) => one.code === code)),
      excluded: [
        ...draft.excluded,
        ...template.excluded.filter(({ code }) => !draft.excluded.some((one) => one.code === code)),
      ],
    }),
    weightBearing: () => weightBearingOf(template, setting),
    goals: () => goalsOf(template, setting, startsOn),
    measures: () => measuresOf(template, setting),
    words: () => ({
      ...(template.homeProgramme === null ? {} : { homeProgramme: template.homeProgramme }),
      ...(template.notes === null ? {} : { notes: template.notes }),
    }),
  };
  const content = parts.reduce<PrescriptionDraftContent>(
    (before, part) => ({ ...before, ...given[part]() }),
    draft,
  );
  return {
    content,
    leftOut: parts.includes('interventions') ? leftOut.map(({ name, why }) => ({ name, why })) : [],
  };
}

/** Why this patient does not get an intervention that a template has, or nothing. */
function whyNot({ precautions, excluded }: PrescriptionDraftContent, code: string): string | undefined {
  const rule = contraindicationOf(precautions, code);
  if (rule !== undefined) return `contraindicated for this patient: ${rule.intervention}`;
  const ruledOut = excluded.find((one) => one.code === code);
  if (ruledOut === undefined) return undefined;
  return ruledOut.reason === null ? 'ruled out in this draft' : `ruled out in this draft: ${ruledOut.reason}`;
}

function planOf(template: TemplateContent, startsOn: PlainDate): Partial<PrescriptionDraftContent> {
  const { frequencyPerWeek, durationWeeks, taper } = settledSchedule(template);
  const { reEvaluationWeek } = template;
  const asked = reEvaluationWeek === null ? null : addDays(startsOn, reEvaluationWeek * 7);
  const last = durationWeeks === null ? null : endsOn(startsOn, durationWeeks);
  return {
    frequencyPerWeek,
    durationWeeks,
    taper: taper ?? null,
    // A template counts in weeks.
    durationVisits: null,
    startsOn,
    reEvaluationOn: asked !== null && last !== null && asked > last ? last : asked,
  };
}

const LEGS = ['hip', 'knee', 'ankle-foot', 'pelvis'];
const ARMS = ['shoulder', 'elbow', 'wrist-hand'];

function weightBearingOf(
  { weightBearing }: TemplateContent,
  { bodyRegion, side }: TemplateSetting,
): Partial<PrescriptionDraftContent> {
  if (weightBearing === null) return {};
  const kind = ARMS.includes(bodyRegion) ? 'arm' : 'leg';
  const isLimb = LEGS.includes(bodyRegion) || ARMS.includes(bodyRegion);
  // The side of a limb is the record's to say; a spine stands on both legs.
  if (isLimb && side === null) return {};
  const sides = !isLimb || side === 'both' || side === null ? (['left', 'right'] as const) : [side];
  return {
    weightBearing: sides.map((one): WeightBearing => ({
      limb: `${one}-${kind}`,
      ...weightBearing,
      until: null,
    })),
  };
}

const sidesOf = (measureCode: string, side: TemplateSetting['side']): ('left' | 'right' | null)[] =>
  getMeasure(measureCode)?.sided !== true ? [null] : side === 'both' ? ['left', 'right'] : [side];

const goalsOf = (
  { goals, durationWeeks }: TemplateContent,
  { side }: TemplateSetting,
  startsOn: PlainDate,
): Partial<PrescriptionDraftContent> => ({
  goals: goals.flatMap(({ week, ...goal }) => {
    const due = addDays(startsOn, week * 7);
    const last = durationWeeks === null ? due : endsOn(startsOn, durationWeeks);
    const targetOn = week === durationWeeks ? last : due;
    return sidesOf(goal.measureCode, side).map((one) => ({ ...goal, side: one, targetOn }));
  }),
});

const measuresOf = (
  { measures }: TemplateContent,
  { side }: TemplateSetting,
): Partial<PrescriptionDraftContent> => ({
  measures: measures
    .flatMap((measure) => sidesOf(measure.measureCode, side).map((one) => ({ ...measure, side: one })))
    .filter(
      (row, index, rows) => rows.findIndex((one) => rowKey.series(one) === rowKey.series(row)) === index,
    ),
});

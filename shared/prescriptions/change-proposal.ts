import { z } from 'zod';
import { Dose, increasesOf } from './bounds.ts';
import { differenceBetween, differenceSentence, type Difference } from './difference.ts';
import { DOSE_PARAMETER_CODES, doseParameter } from './dose-parameters.ts';
import { getIntervention } from './interventions.ts';
import type {
  Bound,
  DraftIntervention,
  PrescribedIntervention,
  PrescriptionContent,
  PrescriptionDraftContent,
} from './model.ts';
import { isStep, withWeeks } from './schedule.ts';

/** A dose that is asked for says something, within what a limit can hold. */
const AskedDose = Dose.refine((dose) => Object.values(dose).some((value) => value !== undefined), {
  error: 'Say what dose is wanted.',
}).refine((dose) => Object.values(dose).every((value) => value === undefined || value <= 1000), {
  error: 'A value above 1000 cannot be a limit.',
});

/** One intervention as the therapist wants to give it: another dose, a new intervention with its dose, or none of it. */
export const ProposedEdit = z.object({
  code: z.string().min(1).max(60),
  from: Dose.nullish(),
  to: z.union([z.literal('stop'), AskedDose]),
});
export type ProposedEdit = z.infer<typeof ProposedEdit>;

/** What a therapist asks the physiatrist to change. Inert until signed. */
export const ChangeProposal = z
  .object({
    edits: z.array(ProposedEdit).max(20),
    frequencyPerWeek: z.number().int().min(1).max(14).nullable().default(null),
    durationWeeks: z.number().int().min(1).max(52).nullable().default(null),
  })
  .refine(
    ({ edits, frequencyPerWeek, durationWeeks }) =>
      edits.length > 0 || frequencyPerWeek !== null || durationWeeks !== null,
    { error: 'Say what should change: an intervention, the frequency or the duration.', path: ['edits'] },
  )
  .refine(({ edits }) => new Set(edits.map((edit) => edit.code)).size === edits.length, {
    error: 'Ask for one change of each intervention.',
    path: ['edits'],
  });
export type ChangeProposal = z.infer<typeof ChangeProposal>;

/** The version with exactly the proposed change and nothing else: what approving signs. */
export function applyProposal(content: PrescriptionContent, proposal: ChangeProposal): PrescriptionContent;
export function applyProposal(
  content: PrescriptionDraftContent,
  proposal: ChangeProposal,
): PrescriptionDraftContent;
export function applyProposal(
  content: PrescriptionDraftContent,
  proposal: ChangeProposal,
): PrescriptionDraftContent {
  const { edits, frequencyPerWeek, durationWeeks } = proposal;
  return {
    ...content,
    interventions: edits.reduce<DraftIntervention[]>(applyEdit, [...content.interventions]),
    ...(frequencyPerWeek === null ? {} : { frequencyPerWeek }),
    ...(durationWeeks === null ? {} : { durationWeeks, durationVisits: null }),
    ...taperAfter(content.taper, proposal),
  };
}

/** One frequency that is asked for replaces a taper; another length shortens it or lets its last step go on. */
function taperAfter(
  taper: PrescriptionDraftContent['taper'],
  { frequencyPerWeek, durationWeeks }: ChangeProposal,
): Pick<PrescriptionDraftContent, 'taper'> {
  if (!taper || (frequencyPerWeek === null && durationWeeks === null)) return {};
  const steps = taper.filter(isStep);
  if (frequencyPerWeek !== null || durationWeeks === null || steps.length < taper.length) {
    return { taper: null };
  }
  return { taper: withWeeks(steps, durationWeeks) };
}

function applyEdit(interventions: DraftIntervention[], edit: ProposedEdit): DraftIntervention[] {
  const { code, to } = edit;
  if (to === 'stop') return interventions.filter((row) => row.code !== code);
  if (!interventions.some((row) => row.code === code)) return [...interventions, newIntervention(code, to)];
  return interventions.map((row) => (row.code === code ? widened(row, edit.from ?? undefined, to) : row));
}

/** A new intervention is permitted up to the dose that was asked for; the physiatrist is told when it rises towards it. */
const newIntervention = (code: string, to: Dose): PrescribedIntervention => ({
  code,
  name: getIntervention(code)?.name ?? code,
  authority: 'notify',
  bounds: DOSE_PARAMETER_CODES.flatMap((parameter): Bound[] => {
    const asked = to[parameter];
    if (asked === undefined) return [];
    const { harder } = doseParameter(parameter);
    if (harder === 'other') return [{ parameter, min: null, max: null, allowed: [asked] }];
    return [{ parameter, min: harder === 'lower' ? asked : null, max: harder === 'higher' ? asked : null }];
  }),
  rationale: null,
});

/** Limits moved as far as the dose that was asked for, no further; under `ask` the increase itself is agreed to. */
function widened(row: DraftIntervention, from: Dose | undefined, to: Dose): DraftIntervention {
  const bounds = row.bounds.map((bound): Bound => {
    const asked = to[bound.parameter];
    if (asked === undefined) return bound;
    switch (doseParameter(bound.parameter).harder) {
      case 'higher':
        return bound.max !== null && asked > bound.max ? { ...bound, max: asked } : bound;
      case 'lower':
        return bound.min !== null && asked < bound.min ? { ...bound, min: asked } : bound;
      default:
        return bound.allowed?.includes(asked) === false
          ? { ...bound, allowed: [...bound.allowed, asked].sort((a, b) => a - b) }
          : bound;
    }
  });
  if (row.authority !== 'ask') return { ...row, bounds };
  const increases = increasesOf(from, to).flatMap((parameter) => {
    const value = to[parameter];
    return value === undefined ? [] : [[parameter, value] as const];
  });
  const agreed: Dose = { ...row.agreed, ...Object.fromEntries(increases) };
  return Object.keys(agreed).length === 0 ? { ...row, bounds } : { ...row, bounds, agreed };
}

/** What approving would change, in words; empty when the prescription already permits it. */
export const proposedDifferences = (content: PrescriptionContent, proposal: ChangeProposal): Difference[] =>
  differenceBetween(content, applyProposal(content, proposal));

/** The same in one line, without what stays as it is: "Knee flexion, range: up to 90° → up to 110°". */
export const proposedWords = (content: PrescriptionContent, proposal: ChangeProposal): string =>
  proposedDifferences(content, proposal)
    .map((one) => differenceSentence(one.path === 'interventions' ? onlyWhatChanges(one) : one))
    .join('; ');

/** An intervention's words are a list; what an approval would agree to beforehand follows from the limit that is asked for. */
function onlyWhatChanges(difference: Difference): Difference {
  const [before, after] = [difference.before ?? '', difference.after ?? ''].map((words) => words.split(', '));
  const left = (before ?? []).filter((part) => !after?.includes(part));
  const right = (after ?? []).filter((part) => !before?.includes(part));
  const limits = right.filter((part) => !part.startsWith('agreed up to'));
  return difference.kind !== 'changed' || left.length === 0 || limits.length === 0
    ? difference
    : { ...difference, before: left.join(', '), after: limits.join(', ') };
}

import { z } from 'zod';
import { EnteredInError } from '#shared/corrections/entered-in-error.ts';
import { AnsweredFinding, FindingAnswer } from '#shared/medications/model.ts';
import { getMeasure } from '#shared/outcomes/registry.ts';
import { Side } from '#shared/patients/model.ts';
import { requiredText, text } from '#shared/platform/endpoint.ts';
import { ProcedureId, StaffMemberId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { PROCEDURE_KIND, ProcedureKind } from './procedure-kinds.ts';

/** Words offered while they are typed; anything else may be written. */
export const GUIDANCE: readonly string[] = ['ultrasound', 'fluoroscopy', 'landmarks', 'nerve stimulation'];

export const DOSE_UNITS = ['mg', 'mL', 'µg', 'units', 'g'] as const;
export const DoseUnit = z.enum(DOSE_UNITS, { error: 'Choose the unit of the dose.' });
export type DoseUnit = z.infer<typeof DoseUnit>;

export const CONSENTS = ['written', 'spoken'] as const;
export const Consent = z.enum(CONSENTS, { error: 'Say how the patient consented.' });
export type Consent = z.infer<typeof Consent>;

const days = (what: string, least: number, most: number) =>
  z
    .number()
    .int({ error: 'Write whole days.' })
    .min(least, { error: `${what}: at least ${least} ${least === 1 ? 'day' : 'days'}.` })
    .max(most, { error: `${what}: at most ${most} days.` });

/** What a procedure is expected to do, so that it can be judged: a measure, and by how much it gets better. */
export const ExpectedChange = z.object({
  measureCode: z.string().max(60),
  side: z.enum(['left', 'right']).nullable(),
  /** How much better, in the measure's unit; always positive, whichever way the measure runs. */
  change: z
    .number()
    .positive({ error: 'Write how much better it should get, as a number above 0.' })
    .max(1000),
});
export type ExpectedChange = z.infer<typeof ExpectedChange>;

/** What therapy must leave out after a procedure. */
export const TherapyLimit = z.object({
  /** Whole days without any therapy, after the day of the procedure. */
  restDays: days('Rest', 0, 60),
  /** Days after the procedure in which the restriction holds; null when there is none. */
  restrictedDays: days('The restriction', 1, 180).nullable(),
  restriction: text(300).nullable(),
});
export type TherapyLimit = z.infer<typeof TherapyLimit>;

/** A muscle that was injected, with its part of the dose. */
export const InjectedMuscle = z.object({
  name: requiredText(80, 'The muscle'),
  units: z
    .number({ error: 'Write the units for each muscle.' })
    .positive({ error: 'The units are a number above 0.' })
    .max(1000, { error: 'More than 1000 units into one muscle is no dose.' }),
});
export type InjectedMuscle = z.infer<typeof InjectedMuscle>;

const ProcedureParts = z.object({
  kind: ProcedureKind,
  display: requiredText(160, 'The procedure'),
  site: requiredText(120, 'The site'),
  /** Of the spine, or of a joint: "L5-S1". */
  level: text(60).nullable(),
  side: Side.nullable(),
  guidance: text(80).nullable(),
  agent: text(120).nullable(),
  doseAmount: z
    .number()
    .positive({ error: 'The dose is a number above 0.' })
    .max(100_000, { error: 'The dose is too large to be one.' })
    .nullable(),
  doseUnit: DoseUnit.nullable(),
  lot: text(60).nullable(),
  /** Null for surgery done elsewhere. */
  consent: Consent.nullable(),
  /** Botulinum toxin: every muscle with its units; they add up to the dose. */
  muscles: z.array(InjectedMuscle).max(20).optional(),
  /** Botulinum toxin: "100 units in 2 mL". */
  dilution: text(80).nullish(),
  /** Surgery: who did it, and where. */
  performedElsewhere: text(160).nullish(),
  complication: text(500).nullable(),
  performedOn: PlainDate,
  /** Why it was done although the record speaks against it. */
  answers: z.array(FindingAnswer).max(30).default([]),
  responseWindowDays: days('The response window', 1, 365).nullable(),
  expectedEffect: text(500).nullable(),
  expected: ExpectedChange.nullable(),
  ...TherapyLimit.shape,
});

interface Issue {
  path: string[];
  message: string;
}

/** What the parts of a procedure must not contradict. */
export function limitIssues({ restDays, restrictedDays, restriction }: TherapyLimit): Issue[] {
  const issues: Issue[] = [];
  const words = restriction ?? '';
  if (restrictedDays !== null && words === '')
    issues.push({ path: ['restriction'], message: 'Say what is left out while the restriction holds.' });
  if (words !== '' && restrictedDays === null)
    issues.push({ path: ['restrictedDays'], message: 'Say for how many days the restriction holds.' });
  if (restrictedDays !== null && restrictedDays <= restDays)
    issues.push({
      path: ['restrictedDays'],
      message: 'The restriction outlasts the rest: count its days from the procedure too.',
    });
  return issues;
}

type OfItsKind = Pick<
  z.infer<typeof ProcedureParts>,
  | 'kind'
  | 'level'
  | 'side'
  | 'guidance'
  | 'consent'
  | 'muscles'
  | 'doseAmount'
  | 'doseUnit'
  | 'dilution'
  | 'lot'
  | 'agent'
>;

/** What each kind needs beside what all have. */
export function kindIssues(procedure: OfItsKind): Issue[] {
  const { kind, level, side, guidance, consent } = procedure;
  const issues: Issue[] = [];
  const ask = (path: string, isThere: boolean, message: string) => {
    if (!isThere) issues.push({ path: [path], message });
  };
  ask('consent', kind === 'surgery' || consent !== null, 'Say how the patient consented.');
  if (PROCEDURE_KIND[kind].isSpinal) {
    ask('level', (level ?? '') !== '', 'Write the level: a spinal procedure has one.');
    ask('side', side !== null, 'Choose the side: left, right or both.');
    ask('guidance', (guidance ?? '') !== '', 'Say how the needle was guided.');
  }
  return kind === 'botulinum' ? [...issues, ...botulinumIssues(procedure)] : issues;
}

/** The dose of botulinum toxin: what the muscles got together, to the tenth of a unit in which it is written. */
export const sumOfUnits = (units: readonly number[]): number =>
  Math.round(units.reduce((sum, one) => sum + one, 0) * 10) / 10;

function botulinumIssues(procedure: OfItsKind): Issue[] {
  const { muscles = [], doseAmount, doseUnit, dilution, guidance, lot, agent } = procedure;
  const issues: Issue[] = [];
  const ask = (path: string, isThere: boolean, message: string) => {
    if (!isThere) issues.push({ path: [path], message });
  };
  ask('agent', (agent ?? '') !== '', 'Name the product: units of one are not units of another.');
  ask('muscles', muscles.length > 0, 'Name each muscle with its units.');
  ask('dilution', (dilution ?? '') !== '', 'Write the dilution: 100 units in 2 mL.');
  ask('guidance', (guidance ?? '') !== '', 'Say how the needle was guided.');
  ask('lot', (lot ?? '') !== '', 'Write the lot.');
  const total = sumOfUnits(muscles.map(({ units }) => units));
  ask(
    'doseAmount',
    muscles.length === 0 || (doseUnit === 'units' && doseAmount === total),
    `The dose is the sum of the muscles: ${total} units.`,
  );
  return issues;
}

function procedureIssues(procedure: z.infer<typeof ProcedureParts>): Issue[] {
  const issues = [...limitIssues(procedure), ...kindIssues(procedure)];
  const { doseAmount, doseUnit, agent, expected, responseWindowDays } = procedure;
  if (doseAmount !== null && doseUnit === null)
    issues.push({ path: ['doseUnit'], message: 'A dose needs its unit.' });
  if (doseUnit !== null && doseAmount === null)
    issues.push({ path: ['doseAmount'], message: 'Write the dose as a number.' });
  if (doseAmount !== null && (agent ?? '') === '')
    issues.push({ path: ['agent'], message: 'Say what was injected.' });
  if (expected === null) return issues;
  const measure = getMeasure(expected.measureCode);
  if (!measure)
    issues.push({ path: ['expected', 'measureCode'], message: 'Choose one of the outcome measures.' });
  if (measure?.sided === true && expected.side === null)
    issues.push({
      path: ['expected', 'side'],
      message: `Say which side ${measure.abbreviation} is expected for.`,
    });
  if (responseWindowDays === null)
    issues.push({
      path: ['responseWindowDays'],
      message: 'Say within how many days the effect is expected.',
    });
  return issues;
}

/** A procedure as it is recorded. */
export const NewProcedure = ProcedureParts.superRefine((procedure, context) => {
  for (const issue of procedureIssues(procedure)) context.addIssue({ code: 'custom', ...issue });
});
export type NewProcedure = z.infer<typeof NewProcedure>;

/** A value of the expected measure, not marked as entered in error. */
const SeenValue = z.object({
  value: z.number(),
  measuredOn: z.string(),
  condition: z.string().nullish(),
});

/** What the effect of a procedure is judged from. */
export const ProcedureEffect = z.object({
  performedOn: z.string(),
  responseWindowDays: z.number().int().nullable(),
  expectedEffect: z.string().nullable(),
  expected: ExpectedChange.nullable(),
  /** Of the expected measure, in order of entry, up to the end of the window. */
  values: z.array(SeenValue),
  /** The population whose measurement error counts: the prescription's, else the clinic's. */
  mdcTag: z.string().nullable(),
});
export type ProcedureEffect = z.infer<typeof ProcedureEffect>;

/** A procedure as the pages show it. An import may bring kinds that are not performed here. */
export const PerformedProcedure = ProcedureEffect.extend({
  procedureId: ProcedureId,
  kind: z.string(),
  display: z.string(),
  site: z.string().nullable(),
  level: z.string().nullable(),
  side: z.string().nullable(),
  agent: z.string().nullable(),
  dose: z.string().nullable(),
  lot: z.string().nullable(),
  muscles: z.array(InjectedMuscle).nullish(),
  dilution: z.string().nullish(),
  guidance: z.string().nullable(),
  consent: z.string().nullable(),
  performedBy: z.string().nullable(),
  complication: z.string().nullable(),
  restDays: z.number().int().nullable(),
  restrictedDays: z.number().int().nullable(),
  restriction: z.string().nullable(),
  limitReason: z.string().nullable(),
  /** What the record held against it, and why it was done all the same. */
  answered: z.array(AnsweredFinding).nullish(),
  byDecision: z.boolean(),
  performedById: StaffMemberId.nullish(),
  enteredInError: EnteredInError.nullish(),
  version: z.number().int(),
});
export type PerformedProcedure = z.infer<typeof PerformedProcedure>;

/** "10 mg". */
export const doseText = (amount: number | null, unit: DoseUnit | null): string | null =>
  amount === null || unit === null ? null : `${amount} ${unit}`;

/** Where it went in: "L5 root, L5-S1, left". */
export const placeWords = ({
  site,
  level,
  side,
}: Pick<PerformedProcedure, 'site' | 'level' | 'side'>): string =>
  [site, level, side].filter((part) => part !== null && part !== '').join(', ');

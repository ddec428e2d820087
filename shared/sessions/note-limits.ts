import {
  classifyEdit,
  doseWords,
  editSentence,
  type Dose,
  type EditClass,
  type TherapyLimits,
} from '#shared/prescriptions/bounds.ts';
import { ASSISTANT_LIMITS, isAssistant } from '#shared/platform/assistant.ts';
import type { StaffRole } from '#shared/platform/actor.ts';
import { getIntervention } from '#shared/prescriptions/interventions.ts';
import type { GivenIntervention } from './model.ts';

/** The dose last given in the episode, whatever the version, by intervention code. */
export type LastDoses = Readonly<Record<string, Dose>>;

export interface ClassifiedRow {
  code: string;
  name: string;
  edit: EditClass;
  /** Why it does not happen; undefined when it does. */
  refusal: string | undefined;
}

/** The name of an intervention: as prescribed, else from the catalogue, else its code. */
export const interventionName = (limits: TherapyLimits | undefined, code: string): string =>
  limits?.interventions.find((intervention) => intervention.code === code)?.name ??
  getIntervention(code)?.name ??
  code;

/**
 * Why this role does not give an intervention, whatever is prescribed: thrust manipulation, needling and an assessment with its
 * report are not an assistant's (rules.md 3 [P]; practice acts differ).
 */
export function notOfRole(role: StaffRole, code: string): string | undefined {
  const agents = isAssistant(role) ? getIntervention(code)?.agents : undefined;
  if (agents === undefined) return undefined;
  if (agents.includes('manipulation')) return ASSISTANT_LIMITS.manipulate;
  if (agents.includes('dry-needling')) return ASSISTANT_LIMITS.needle;
  return ASSESSES.includes(code) ? ASSISTANT_LIMITS.testPerformance : undefined;
}

const ASSESSES: readonly string[] = ['performance-test', 'assistive-technology'];

/** Places each of today's rows against the prescription's limits and the giver's role, in order. */
export function classifyRows(
  limits: TherapyLimits,
  lastDoses: LastDoses,
  rows: readonly Pick<GivenIntervention, 'code' | 'dose'>[],
  role: StaffRole,
): ClassifiedRow[] {
  return rows.map(({ code, dose }) => {
    const edit = classifyEdit(limits, { code, from: lastDoses[code], to: dose });
    const name = interventionName(limits, code);
    const outside = edit.kind === 'outside' ? editSentence(name, edit) : undefined;
    return { code, name, edit, refusal: notOfRole(role, code) ?? outside };
  });
}

/** What the physiatrist is told of a change inside the limits: "Bridge: 3 x 10 -> 3 x 12". */
export const changeWords = (name: string, from: Dose | undefined, to: Dose): string =>
  from === undefined ? `${name}: ${doseWords(to)}` : `${name}: ${doseWords(from)} -> ${doseWords(to)}`;

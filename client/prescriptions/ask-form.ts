import { z } from 'zod';
import type { Dose } from '#shared/prescriptions/bounds.ts';
import { ChangeProposal, type ProposedEdit } from '#shared/prescriptions/change-proposal.ts';
import { DOSE_PARAMETER_CODES, type DoseParameterCode } from '#shared/prescriptions/interventions.ts';

const Values = z.partialRecord(z.enum(DOSE_PARAMETER_CODES), z.number().nullable());
export type DoseValues = z.infer<typeof Values>;

const AskedEdit = z.object({ code: z.string(), stop: z.boolean(), now: Values, wanted: Values });
export type AskedEdit = z.infer<typeof AskedEdit>;

/** The therapist's form: what is wanted of each intervention, how often, why. */
export const AskForm = z.object({
  edits: z.array(AskedEdit),
  frequencyPerWeek: z.number().nullable(),
  durationWeeks: z.number().nullable(),
  reason: z.string(),
  observed: z.string(),
});
export type AskForm = z.infer<typeof AskForm>;

export const EMPTY_ASK: AskForm = {
  edits: [],
  frequencyPerWeek: null,
  durationWeeks: null,
  reason: '',
  observed: '',
};

const filled = (values: DoseValues): Dose => {
  const pairs = DOSE_PARAMETER_CODES.flatMap((code): [DoseParameterCode, number][] => {
    const value = values[code];
    return typeof value === 'number' ? [[code, value]] : [];
  });
  return Object.fromEntries(pairs);
};

/** The proposal that the form makes so far; an intervention with no wanted dose yet is left out. */
export function readProposal(form: AskForm): ChangeProposal | undefined {
  const edits = form.edits.flatMap(({ code, stop, now, wanted }): ProposedEdit[] => {
    const [from, to] = [filled(now), filled(wanted)];
    if (stop) return [{ code, to: 'stop' }];
    if (Object.keys(to).length === 0) return [];
    return [{ code, from: Object.keys(from).length === 0 ? null : from, to }];
  });
  const { frequencyPerWeek, durationWeeks } = form;
  const parsed = ChangeProposal.safeParse({ edits, frequencyPerWeek, durationWeeks });
  return parsed.success ? parsed.data : undefined;
}

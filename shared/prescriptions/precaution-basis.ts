import { z } from 'zod';
import { comorbidityKeysOf } from '#shared/patients/comorbidities.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { rulesOfDrugs } from './drug-precautions.ts';
import { PRECAUTION_RULES } from './precaution-rules.ts';

/** A coded fact of the record with its words and the day it was written down. */
export const RecordedFact = z.object({
  code: z.string(),
  codeSystem: z.string(),
  status: z.string(),
  isOld: z.boolean().optional(),
  words: z.string(),
  recordedOn: PlainDate,
});
export type RecordedFact = z.infer<typeof RecordedFact>;

/** What in the record calls for the precautions of a comorbidity, and since when it is written there. */
export const PrecautionBasis = z.object({ comorbidity: z.string(), words: z.string(), on: PlainDate });
export type PrecautionBasis = z.infer<typeof PrecautionBasis>;

/** Names, for every comorbidity that the record calls for, the facts that do: a condition, a drug, a fact of the history. */
export function precautionBasis(facts: readonly RecordedFact[]): PrecautionBasis[] {
  return facts.flatMap((fact) => comorbiditiesOf(fact).map((comorbidity) => basisOf(fact, comorbidity)));
}

const basisOf = ({ words, recordedOn }: RecordedFact, comorbidity: string): PrecautionBasis => ({
  comorbidity,
  words,
  on: recordedOn,
});

function comorbiditiesOf(fact: RecordedFact): string[] {
  // A version signed while a fracture was recent still stands on it: the basis of either reading.
  const coded: string[] = [...comorbidityKeysOf([fact]), ...comorbidityKeysOf([{ ...fact, isOld: false }])];
  // Which of the two a thrombosis means depends on the other conditions; it is the basis of either.
  if (coded.includes('dvt-suspected')) coded.push('dvt-anticoagulated');
  const drugs = [...rulesOfDrugs([fact], PRECAUTION_RULES)].map(({ comorbidity }) => comorbidity);
  return [...new Set([...coded, ...drugs])];
}

/** What stands behind one written precaution: the facts of each comorbidity it is for, each once. */
export function basisFor(
  row: { comorbidity: string | null; also?: readonly { comorbidity: string }[] | undefined },
  basis: readonly PrecautionBasis[],
): PrecautionBasis[] {
  const wanted = [row.comorbidity, ...(row.also ?? []).map(({ comorbidity }) => comorbidity)];
  const found = basis.filter(({ comorbidity }) => wanted.includes(comorbidity));
  return found.filter(
    ({ words, on }, index) => found.findIndex((one) => one.words === words && one.on === on) === index,
  );
}

import { getMeasure, valueWithUnit } from '#shared/outcomes/registry.ts';
import { seriesName } from '#shared/prescriptions/words.ts';
import type { SessionContent } from '#shared/sessions/model.ts';
import { vitalsWords } from './vitals-words.ts';

/** Today's numbers as one sentence for the note: "ODI 46 %. Pain 5 before, 4 after. BP 132/84 mmHg." Empty without any. */
export function measuredWords(
  { scores, painBefore, painAfter, vitals }: SessionContent,
  time: (instant: string) => string,
): string {
  const measures = scores.map((score) => {
    const measure = getMeasure(score.measureCode) ?? { unit: '' };
    return `${seriesName(score)} ${valueWithUnit(score.value, measure)}`;
  });
  const pain = [
    painBefore === null ? '' : `${painBefore} before`,
    painAfter === null ? '' : `${painAfter} after`,
  ].filter((words) => words !== '');
  const words = vitalsWords(vitals, time);
  const taken = words === '' ? [] : [words];
  return [...measures, ...(pain.length === 0 ? [] : [`Pain ${pain.join(', ')}`]), ...taken]
    .map((words) => `${words.replace(/\.$/, '')}.`)
    .join(' ');
}

import { rowKey } from '#shared/prescriptions/difference.ts';
import { cautionsOf } from '#shared/prescriptions/bounds.ts';
import { getIntervention } from '#shared/prescriptions/interventions.ts';
import { withPlace } from '#shared/prescriptions/local-place.ts';
import type { PrescribedPrecaution } from '#shared/prescriptions/model.ts';
import type { AcknowledgedPrecaution, PrecautionRead, SessionContent } from './model.ts';

/** A precaution of what is given today. */
export interface CautionOfToday {
  key: string;
  /** What it is about, the place to keep away from, and its note. */
  words: string;
  /** Of today's interventions, those it is about. */
  about: string[];
}

/**
 * The precautions that whoever gives the session acknowledges (rules.md 4.3: P = warn, require acknowledgement): each kept row
 * once, however many of today's interventions it is about. A local contraindication with a place to keep away from is one too.
 */
export function toAcknowledge(
  precautions: readonly PrescribedPrecaution[],
  interventions: readonly { code: string }[],
): CautionOfToday[] {
  const found = new Map<string, CautionOfToday>();
  for (const { code } of interventions) {
    for (const row of cautionsOf(precautions, code)) {
      const key = rowKey.precaution(row);
      const before = found.get(key);
      const about = [...(before?.about ?? []), getIntervention(code)?.name ?? code];
      found.set(key, { key, words: cautionWords(row), about: [...new Set(about)] });
    }
  }
  return [...found.values()];
}

const cautionWords = (row: PrescribedPrecaution): string =>
  [withPlace(row.intervention, row), row.note].filter(Boolean).join('. ');

/** Whether somebody has read a row as it stands now: one whose words have changed since (an INR, a new version) is asked again. */
export const isReading =
  ({ key, words }: CautionOfToday, byId: string | undefined) =>
  (one: PrecautionRead): boolean =>
    one.key === key && one.words === words && one.byId === byId;

/** What stays on the signed note: the words as they were shown, by whom and when. An hour that is no hour is that of the signature. */
export function acknowledgedAt(
  precautions: readonly PrescribedPrecaution[],
  {
    interventions,
    acknowledged = [],
  }: Pick<SessionContent, 'acknowledged'> & { interventions: readonly { code: string }[] },
  signed: { name: string; at: string; id?: string },
): AcknowledgedPrecaution[] {
  return toAcknowledge(precautions, interventions).map((row) => {
    const { words, about } = row;
    const read = Date.parse(acknowledged.find(isReading(row, signed.id))?.at ?? '');
    const isEarlier = read <= Date.parse(signed.at);
    return { words, about, by: signed.name, at: isEarlier ? new Date(read).toISOString() : signed.at };
  });
}

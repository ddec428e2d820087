import { z } from 'zod';
import { requiredText } from '#shared/platform/endpoint.ts';
import { HistoryFactId } from '#shared/platform/ids.ts';
import { shortDate } from '#shared/platform/time.ts';
import { blankable } from './identity.ts';
import { Side } from './model.ts';
import { HISTORY_MEANING_WORDS, HistoryMeaning, meaningsFor } from './history-meaning.ts';
import { isAfter, PartialDate, partialDateWords } from './partial-date.ts';

export const HISTORY_KINDS = ['problem', 'surgery', 'injury', 'prior-therapy', 'work', 'social'] as const;
export const HistoryKind = z.enum(HISTORY_KINDS, { error: 'Choose what kind of fact it is.' });
export type HistoryKind = z.infer<typeof HistoryKind>;

export const HISTORY_KIND_LABEL: Record<HistoryKind, string> = {
  problem: 'Illness or problem',
  surgery: 'Surgery',
  injury: 'Injury',
  'prior-therapy': 'Therapy before',
  work: 'Work',
  social: 'Home and daily life',
};

/** What its first field asks for. */
export const HISTORY_TITLE_LABEL: Record<HistoryKind, string> = {
  problem: 'What it is or was',
  surgery: 'Operation',
  injury: 'Injury',
  'prior-therapy': 'What was done',
  work: 'Job and what it demands',
  social: 'What matters at home',
};

export const INJURY_SETTINGS = ['work', 'sport', 'traffic', 'home', 'other'] as const;
export const InjurySetting = z.enum(INJURY_SETTINGS);
export type InjurySetting = z.infer<typeof InjurySetting>;
export const INJURY_SETTING_LABEL: Record<InjurySetting, string> = {
  work: 'at work',
  sport: 'in sport',
  traffic: 'in traffic',
  home: 'at home',
  other: 'elsewhere',
};

export const THERAPY_RESULTS = ['helped', 'partly', 'no-change', 'worse'] as const;
export const TherapyResult = z.enum(THERAPY_RESULTS);
export type TherapyResult = z.infer<typeof TherapyResult>;
export const THERAPY_RESULT_LABEL: Record<TherapyResult, string> = {
  helped: 'helped',
  partly: 'helped in part',
  'no-change': 'changed nothing',
  worse: 'made it worse',
};

/** What is written down of a history fact. Setting and claim belong to injuries, a result to therapy. */
export const NewHistoryFact = z.object({
  kind: HistoryKind,
  title: requiredText(200, 'A name for it'),
  detail: blankable(1000),
  side: Side.nullable().default(null),
  happenedOn: PartialDate.nullable().default(null),
  endedOn: PartialDate.nullable().default(null),
  setting: InjurySetting.nullable().default(null),
  claimReference: blankable(80),
  result: TherapyResult.nullable().default(null),
  /** What it leaves behind that tests and therapy must know. */
  bearsOn: z.array(HistoryMeaning).max(4).default([]),
});
export type NewHistoryFact = z.infer<typeof NewHistoryFact>;

/** A history fact as it is read; who recorded it is told by the list it stands in. */
export const HistoryFactWords = z.object({
  historyFactId: HistoryFactId,
  kind: HistoryKind,
  title: z.string(),
  detail: z.string().nullable(),
  side: Side.nullable(),
  happenedOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  setting: InjurySetting.nullable(),
  claimReference: z.string().nullable(),
  result: TherapyResult.nullable(),
  bearsOn: z.array(HistoryMeaning),
});
export type HistoryFactWords = z.infer<typeof HistoryFactWords>;

type Said = Omit<HistoryFactWords, 'historyFactId'>;

/** "2019", "May 2019 to Jan 2020", "since 2014" for what goes on. */
export function historyWhen({
  kind,
  happenedOn,
  endedOn,
}: Pick<Said, 'kind' | 'happenedOn' | 'endedOn'>): string {
  if (happenedOn === null) return endedOn === null ? '' : `until ${partialDateWords(endedOn)}`;
  const from = partialDateWords(happenedOn);
  if (endedOn !== null) return `${from} to ${partialDateWords(endedOn)}`;
  return kind === 'work' || kind === 'social' || kind === 'problem' ? `since ${from}` : from;
}

/** Everything beside the title and the date, in one line: "right, at work, claim WC-2231: fell from a ladder". */
export function historyDetail({ side, setting, claimReference, result, bearsOn, detail }: Said): string {
  const facts = [
    side === 'both' ? 'both sides' : (side ?? ''),
    setting === null ? '' : INJURY_SETTING_LABEL[setting],
    claimReference === null ? '' : `claim ${claimReference}`,
    result === null ? '' : THERAPY_RESULT_LABEL[result],
    ...bearsOn.map((meaning) => HISTORY_MEANING_WORDS[meaning]),
  ];
  return [facts.filter(Boolean).join(', '), detail ?? ''].filter(Boolean).join(': ');
}

/** The fact in one line: "Knee arthroscopy, right (2019)". */
export function historySentence(fact: Said): string {
  const words = [fact.title, historyDetail(fact)].filter(Boolean).join(', ');
  const when = historyWhen(fact);
  return when === '' ? words : `${words} (${when})`;
}

interface WrongField {
  path: string;
  message: string;
}

/** What cannot be right about a fact on `today`: what belongs to another kind, the future, the time before the birth, an end before the beginning. */
export function wrongHistoryFields(
  fact: NewHistoryFact,
  { birthDate, today }: { birthDate: string; today: string },
): WrongField[] {
  const { kind, happenedOn, endedOn, setting, claimReference, result, bearsOn } = fact;
  const wrong: WrongField[] = [];
  if (kind !== 'injury' && setting !== null) {
    wrong.push({ path: 'setting', message: 'Only an injury has a place where it happened.' });
  }
  if (kind !== 'injury' && claimReference !== null) {
    wrong.push({ path: 'claimReference', message: 'Only an injury has a claim.' });
  }
  if (kind !== 'prior-therapy' && result !== null) {
    wrong.push({ path: 'result', message: 'Only therapy has a result.' });
  }
  if (bearsOn.some((meaning) => !meaningsFor(kind).includes(meaning))) {
    wrong.push({ path: 'bearsOn', message: 'This kind of fact leaves nothing of that behind.' });
  }
  for (const [path, date] of Object.entries({ happenedOn, endedOn })) {
    if (date !== null && isAfter(date, today)) {
      wrong.push({ path, message: 'This date is in the future. Enter today or an earlier date.' });
    }
    if (date !== null && isAfter(birthDate, date)) {
      wrong.push({ path, message: `This is before the birth on ${shortDate(birthDate)}. Check both dates.` });
    }
  }
  if (happenedOn !== null && endedOn !== null && isAfter(happenedOn, endedOn)) {
    wrong.push({ path: 'endedOn', message: 'This is before it began. Check both dates.' });
  }
  return wrong;
}

import type { Dose } from '#shared/prescriptions/bounds.ts';
import type { StaffMemberId } from '#shared/platform/ids.ts';
import type { EducationGiven, EducationTopic } from '#shared/home-programme/education.ts';
import { getIntervention, type DoseParameterCode } from '#shared/prescriptions/interventions.ts';
import { seriesKey, type ScoreEntry } from '#shared/outcomes/model.ts';
import type { CautionOfToday } from '#shared/sessions/acknowledge-precautions.ts';
import { GROUP_CODE } from '#shared/sessions/claim-codes.ts';
import { newRow } from '#shared/sessions/carry-over.ts';
import type {
  GivenIntervention,
  NotePart,
  NoteSource,
  PrecautionRead,
  SessionContent,
} from '#shared/sessions/model.ts';

/** A change of the sheet: what it was in, what it is out. */
export type SheetEdit = (content: SessionContent) => SessionContent;

const withRow =
  (code: string, change: (row: GivenIntervention) => GivenIntervention): SheetEdit =>
  (content) => ({
    ...content,
    interventions: content.interventions.map((row) => (row.code === code ? change(row) : row)),
  });

/** Any change of a row confirms it: whoever edits it has looked at it. */
export const editRow = (code: string, change: Partial<GivenIntervention>): SheetEdit =>
  withRow(code, (row) => ({
    ...row,
    ...('dose' in change ? { unusual: false } : {}),
    ...change,
    carried: false,
  }));

export const confirmRow = (code: string): SheetEdit => withRow(code, (row) => ({ ...row, carried: false }));

/** Changes one part of the dose; time given counts as treatment minutes while nobody has entered others. */
export const editDose = (code: string, parameter: DoseParameterCode, value: number | null): SheetEdit =>
  withRow(code, (row) => {
    const { [parameter]: before, ...rest } = row.dose;
    const dose: Dose = value === null ? rest : { ...row.dose, [parameter]: value };
    const follows = parameter === 'minutes' && (row.minutes === null || row.minutes === before);
    const minutes = follows && value !== null && Number.isInteger(value) ? value : row.minutes;
    return { ...row, dose, minutes, carried: false, unusual: false };
  });

/** Puts an intervention on today's list, in the order of the prescription. */
export const giveToday =
  (code: string, lastDose: Dose | undefined, order: readonly string[]): SheetEdit =>
  (content) => {
    if (content.interventions.some((row) => row.code === code)) return content;
    const rows = [...content.interventions, newRow(code, lastDose)];
    return {
      ...content,
      interventions: rows.toSorted((a, b) => order.indexOf(a.code) - order.indexOf(b.code)),
    };
  };

export const notToday =
  (code: string): SheetEdit =>
  (content) => ({ ...content, interventions: content.interventions.filter((row) => row.code !== code) });

/** New words: they are nobody's but the writer's. `source` tells numbers and pasted text from what was typed. */
export const editText =
  (part: NotePart, text: string, source: NoteSource = 'typed'): SheetEdit =>
  (content) => ({ ...content, [part]: { text, carried: false, source } });

/** Says that the last session's words are still right: by whom goes with them. */
export const confirmText =
  (part: NotePart, confirmedById: StaffMemberId): SheetEdit =>
  (content) => ({ ...content, [part]: { ...content[part], carried: false, confirmedById } });

/** Says that precautions have been read and are taken care of: each once, in the words it has now, by whom and when. */
export const acknowledge =
  (
    rows: readonly Pick<CautionOfToday, 'key' | 'words'>[],
    by: Omit<PrecautionRead, 'key' | 'words'>,
  ): SheetEdit =>
  (content) => ({
    ...content,
    acknowledged: [
      ...(content.acknowledged ?? []).filter((one) => !rows.some(({ key }) => key === one.key)),
      ...rows.map(({ key, words }) => ({ key, words, ...by })),
    ],
  });

/** In a group or one to one: group minutes are one untimed unit, 97150, and buy no timed one (rules.md 2.1). */
export const editGroup = (code: string, inGroup: boolean): SheetEdit =>
  editRow(code, { billingCode: inGroup ? GROUP_CODE : (getIntervention(code)?.billingCode ?? '97110') });

/** Puts a topic on the list of what was taught today: explained, and not asked back yet. */
export const teach =
  (topic: EducationTopic): SheetEdit =>
  (content) => ({
    ...content,
    education: [
      ...(content.education ?? []),
      { topic, method: 'explained', teachBack: 'not-asked', note: '' },
    ],
  });

export const editEducation =
  (topic: EducationTopic, part: Partial<EducationGiven>): SheetEdit =>
  (content) => ({
    ...content,
    education: (content.education ?? []).map((one) => (one.topic === topic ? { ...one, ...part } : one)),
  });

export const notTaught =
  (topic: EducationTopic): SheetEdit =>
  (content) => ({ ...content, education: (content.education ?? []).filter((one) => one.topic !== topic) });

/** The value typed for a series, or nothing while it is empty. */
export const scoreOf = (
  scores: SessionContent['scores'],
  series: Pick<ScoreEntry, 'measureCode' | 'side'>,
): ScoreEntry | undefined =>
  scores.find((score) => score.measureCode === series.measureCode && score.side === series.side);

/** Stores, changes or (without a value) removes the value of a series. */
export const editScore =
  (series: Pick<ScoreEntry, 'measureCode' | 'side'>, next: ScoreEntry | undefined): SheetEdit =>
  (content) => {
    const present = scoreOf(content.scores, series);
    const others = content.scores.filter((score) => score !== present);
    if (next === undefined) return { ...content, scores: others };
    if (present === undefined) return { ...content, scores: [...content.scores, next] };
    return { ...content, scores: content.scores.map((score) => (score === present ? next : score)) };
  };

/** The latest earlier value of the same series. */
export const previousOf = <
  Score extends { measureCode: string; side: string | null; condition: string | null },
>(
  latest: readonly Score[],
  entry: { measureCode: string; side: string | null; condition?: string | null | undefined },
): Score | undefined => latest.find((score) => seriesKey(score) === seriesKey(entry));

import { z } from 'zod';
import { COMORBIDITIES, type ComorbidityKey } from '#shared/patients/comorbidities.ts';
import type { patientsApi } from '#shared/patients/contract.ts';
import {
  HISTORY_KIND_LABEL,
  HISTORY_KINDS,
  InjurySetting,
  TherapyResult,
  type HistoryKind,
} from '#shared/patients/history-fact.ts';
import { HistoryMeaning, meaningsFor } from '#shared/patients/history-meaning.ts';
import { Side } from '#shared/patients/model.ts';
import { partialDateWords, readPartialDate } from '#shared/patients/partial-date.ts';
import type { CallInput } from '#shared/platform/endpoint.ts';
import { PlainDate } from '#shared/platform/time.ts';

/** Implants and pregnancy change what therapy may do, so they are kept as coded conditions. */
const CODED_KINDS = ['implant', 'pregnancy'] as const;
export type HistoryFormKind = HistoryKind | (typeof CODED_KINDS)[number];

export const HistoryFields = z.object({
  kind: z.enum([...HISTORY_KINDS, ...CODED_KINDS]),
  title: z.string(),
  detail: z.string(),
  side: Side.nullable(),
  happenedOn: z.string(),
  endedOn: z.string(),
  setting: InjurySetting.nullable(),
  claimReference: z.string(),
  result: TherapyResult.nullable(),
  /** Of an implant or a pregnancy. */
  code: z.string(),
  bearsOn: z.array(HistoryMeaning).default([]),
});
export type HistoryFields = z.infer<typeof HistoryFields>;

export const EMPTY_HISTORY: HistoryFields = {
  kind: 'surgery',
  title: '',
  detail: '',
  side: null,
  happenedOn: '',
  endedOn: '',
  setting: null,
  claimReference: '',
  result: null,
  code: '',
  bearsOn: [],
};

export const HISTORY_FORM_KINDS: readonly { value: HistoryFormKind; label: string }[] = [
  ...HISTORY_KINDS.map((value) => ({ value, label: HISTORY_KIND_LABEL[value] })),
  { value: 'implant', label: 'Implant' },
  { value: 'pregnancy', label: 'Pregnancy' },
];

const suggestedOf = (...keys: ComorbidityKey[]) =>
  COMORBIDITIES.filter(({ key }) => keys.includes(key)).flatMap(({ suggested = [] }) => suggested);

/** What may be chosen for an implant or a pregnancy. */
export const codedChoices = (kind: 'implant' | 'pregnancy'): readonly { code: string; display: string }[] =>
  kind === 'pregnancy'
    ? suggestedOf('pregnancy')
    : [
        ...suggestedOf('cemented-joint', 'metal-implant', 'pacemaker'),
        { code: 'Z96.82', display: 'Implanted nerve stimulator' },
        { code: 'Z96.611', display: 'Artificial shoulder, right' },
        { code: 'Z96.612', display: 'Artificial shoulder, left' },
        { code: 'Z98.1', display: 'Fused joint (arthrodesis)' },
      ];

export type HistoryRequest =
  | { list: 'history'; body: CallInput<typeof patientsApi.addHistoryFact>['body'] }
  | { list: 'condition'; body: CallInput<typeof patientsApi.addCondition>['body'] };

const blank = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** A date that cannot be read stays as it was typed: the server names the field. */
const dateOf = (typed: string): string | null =>
  blank(typed) === null ? null : (readPartialDate(typed) ?? typed);

/** What to ask the server for. */
export function historyRequest(fields: HistoryFields): HistoryRequest {
  const { kind, title, detail, side, happenedOn, endedOn, setting, claimReference, result } = fields;
  if (kind === 'implant' || kind === 'pregnancy') return codedRequest(kind, fields);
  return {
    list: 'history',
    body: {
      kind,
      title,
      detail,
      side: asksSide(kind) ? side : null,
      happenedOn: dateOf(happenedOn),
      endedOn: asksEnd(kind) ? dateOf(endedOn) : null,
      setting: kind === 'injury' ? setting : null,
      claimReference: kind === 'injury' ? blank(claimReference) : null,
      result: kind === 'prior-therapy' ? result : null,
      bearsOn: fields.bearsOn.filter((meaning) => meaningsFor(kind).includes(meaning)),
    },
  };
}

/** A condition has a whole date or none: a year alone goes into its words. */
function codedRequest(
  kind: 'implant' | 'pregnancy',
  { code, detail, happenedOn }: HistoryFields,
): HistoryRequest {
  const chosen = codedChoices(kind).find((one) => one.code === code);
  const date = dateOf(happenedOn);
  const whole = PlainDate.safeParse(date ?? '');
  const words = [
    chosen?.display ?? '',
    blank(detail) ?? '',
    date === null || whole.success ? '' : partialDateWords(date),
  ];
  const side = chosen?.display.endsWith('right') ? 'right' : chosen?.display.endsWith('left') ? 'left' : null;
  return {
    list: 'condition',
    body: {
      category: 'comorbidity',
      code,
      display: words.filter(Boolean).join(', '),
      side,
      onsetOn: whole.success ? whole.data : null,
    },
  };
}

export const isCoded = (kind: HistoryFormKind): boolean => kind === 'implant' || kind === 'pregnancy';
export const asksSide = (kind: HistoryFormKind): boolean => kind === 'surgery' || kind === 'injury';
export const asksEnd = (kind: HistoryFormKind): boolean => kind === 'prior-therapy' || kind === 'problem';

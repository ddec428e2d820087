import { z } from 'zod';
import { EnteredInError } from '#shared/corrections/entered-in-error.ts';
import { requiredText, text } from '#shared/platform/endpoint.ts';
import { MedicationOrderId, StaffMemberId } from '#shared/platform/ids.ts';
import { addDays, daysBetween, PlainDate, shortDate } from '#shared/platform/time.ts';

export const ROUTES = [
  'by-mouth',
  'on-the-skin',
  'under-the-skin',
  'into-a-muscle',
  'into-a-vein',
  'inhaled',
  'under-the-tongue',
  'rectal',
  'into-the-eye',
] as const;
export const Route = z.enum(ROUTES, { error: 'Choose how it is taken.' });
export type Route = z.infer<typeof Route>;

export const ROUTE_LABEL: Record<Route, string> = {
  'by-mouth': 'by mouth',
  'on-the-skin': 'on the skin',
  'under-the-skin': 'under the skin',
  'into-a-muscle': 'into a muscle',
  'into-a-vein': 'into a vein',
  inhaled: 'inhaled',
  'under-the-tongue': 'under the tongue',
  rectal: 'rectal',
  'into-the-eye': 'into the eye',
};

/** A route as it is stored; one from an import may be none of ours. */
export const routeLabel = (route: string): string => {
  const known = Route.safeParse(route);
  return known.success ? ROUTE_LABEL[known.data] : route;
};

/** Words offered while the frequency is typed. */
export const FREQUENCIES: readonly string[] = [
  'once a day',
  'twice a day',
  'three times a day',
  'four times a day',
  'every 6 hours as needed',
  'every 8 hours as needed',
  'at night',
  'once a week',
];

/** How it is taken: what an order says and a change may change. */
const regimen = {
  dose: requiredText(100, 'The dose'),
  route: Route,
  frequency: requiredText(100, 'How often'),
  /** The last day it is taken; null means until further notice, which is said, not assumed. */
  stopOn: PlainDate.nullable(),
  /** Steps down to nothing, where it must not end at once. */
  taper: text(500).nullable().default(null),
};

/** Why a finding does not keep the drug from being ordered. */
export const FindingAnswer = z.object({
  finding: z.string().max(80),
  reason: requiredText(300, 'The reason'),
});
export type FindingAnswer = z.infer<typeof FindingAnswer>;

export const NewMedication = z.object({
  name: requiredText(200, 'The medication'),
  ...regimen,
  startsOn: PlainDate,
  reason: requiredText(300, 'What it is for'),
  answers: z.array(FindingAnswer).max(30).default([]),
});
export type NewMedication = z.infer<typeof NewMedication>;

export const MedicationChange = z.object({ ...regimen, why: requiredText(300, 'Why it is changed') });
export type MedicationChange = z.infer<typeof MedicationChange>;

export const MEDICATION_EVENTS = ['started', 'changed', 'stopped', 'resumed', 'entered-in-error'] as const;
export const MedicationEventKind = z.enum(MEDICATION_EVENTS);

/** One line of a drug's history. */
export const MedicationEvent = z.object({
  kind: MedicationEventKind,
  on: PlainDate,
  by: z.string().nullable(),
  why: z.string().nullable(),
  /** "400 mg three times a day by mouth", before and after. */
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type MedicationEvent = z.infer<typeof MedicationEvent>;

/** A finding that was there when it was ordered, with the reason given. */
export const AnsweredFinding = z.object({ sentence: z.string(), reason: z.string() });
export type AnsweredFinding = z.infer<typeof AnsweredFinding>;

export const ListedMedication = z.object({
  medicationOrderId: MedicationOrderId,
  name: z.string(),
  ingredients: z.array(z.string()),
  dose: z.string().nullable(),
  route: z.string().nullable(),
  frequency: z.string().nullable(),
  startedOn: PlainDate.nullable(),
  stopOn: PlainDate.nullable(),
  stoppedOn: PlainDate.nullable(),
  taper: z.string().nullable(),
  reason: z.string().nullable(),
  status: z.string(),
  statusReason: z.string().nullable(),
  source: z.string(),
  recordedById: StaffMemberId.nullable(),
  recordedBy: z.string().nullable(),
  recordedOn: PlainDate,
  enteredInError: EnteredInError.nullish(),
  answered: z.array(AnsweredFinding),
  events: z.array(MedicationEvent),
  version: z.number().int(),
});
export type ListedMedication = z.infer<typeof ListedMedication>;

interface Regimen {
  dose?: string | null;
  frequency?: string | null;
  route?: string | null;
  stopOn?: string | null;
  taper?: string | null;
}

/** "400 mg, three times a day, by mouth, until 1 Dec 2026; taper: ...": one line for a list and for the history. */
export const regimenWords = ({ dose, frequency, route, stopOn, taper }: Regimen): string =>
  [
    [
      dose,
      frequency,
      route == null ? null : routeLabel(route),
      stopOn == null ? null : `until ${shortDate(stopOn)}`,
    ]
      .filter(Boolean)
      .join(', '),
    taper == null || taper === '' ? null : `taper: ${taper}`,
  ]
    .filter(Boolean)
    .join('; ');

/** The last day of a course of so many days that begins on `startsOn`: day 1 counts. */
export const lastDay = (startsOn: string, days: number): PlainDate => addDays(startsOn, days - 1);

/** How many days a course lasts, both ends counted. */
export const courseDays = (startsOn: string, stopOn: string): number => daysBetween(startsOn, stopOn) + 1;

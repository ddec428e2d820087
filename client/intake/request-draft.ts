import { z } from 'zod';
import { answerProblems, IntakeAnswers } from '#shared/intake/answers.ts';
import type { RequestForm } from '#shared/intake/model.ts';
import { Submitter } from '#shared/intake/model.ts';
import { RedFlagKey, worstLevel } from '#shared/intake/red-flags.ts';
import { birthDateProblem, blankableEmail, blankablePhone } from '#shared/patients/identity.ts';
import { BodyRegion, hasSides, Sex, Side } from '#shared/patients/model.ts';
import { PlainDate } from '#shared/platform/time.ts';

const { place, trend, symptoms, wants, neuroInjuries, diagnosisKnown, seenHere, therapyPrescribed } =
  IntakeAnswers.shape;

/** A request while it is being filled in: every answer may still be missing. */
export const RequestDraft = z.object({
  step: z.number().int().min(0).max(4),
  redFlags: z.array(RedFlagKey),
  noEmergency: z.boolean(),
  noWarning: z.boolean(),
  concern: z.string(),
  bodyRegion: BodyRegion.nullable(),
  side: Side.nullable(),
  symptoms,
  startedOn: z.string(),
  place: place.nullable(),
  severity: z.number().nullable(),
  severityUnknown: z.boolean(),
  trend: trend.nullable(),
  narrative: z.string(),
  hadSurgery: z.enum(['yes', 'no']).nullable(),
  surgeryOn: z.string(),
  neuroInjuries,
  diagnosisKnown: diagnosisKnown.nullable(),
  diagnosis: z.string(),
  seenHere: seenHere.nullable(),
  therapyPrescribed: therapyPrescribed.nullable(),
  wants,
  submitter: Submitter.nullable(),
  submitterName: z.string(),
  submitterContact: z.string(),
  familyName: z.string(),
  givenName: z.string(),
  birthDate: z.string(),
  sex: Sex.nullable(),
  phone: z.string(),
  email: z.string(),
  /** The slug of the clinic on the public page, its id when staff fill in the form. */
  clinic: z.string(),
  /** One request, however often it is sent; another one once its text has changed after a lost answer. */
  submissionKey: z.uuid(),
  sentAs: z.string(),
});
export type RequestDraft = z.infer<typeof RequestDraft>;

/** A blank form. */
export const emptyDraft = (submissionKey: string, clinic: string): RequestDraft => ({
  step: 0,
  redFlags: [],
  noEmergency: false,
  noWarning: false,
  concern: '',
  bodyRegion: null,
  side: null,
  symptoms: [],
  startedOn: '',
  place: null,
  severity: null,
  severityUnknown: false,
  trend: null,
  narrative: '',
  hadSurgery: null,
  surgeryOn: '',
  neuroInjuries: [],
  diagnosisKnown: null,
  diagnosis: '',
  seenHere: null,
  therapyPrescribed: null,
  wants: [],
  submitter: null,
  submitterName: '',
  submitterContact: '',
  familyName: '',
  givenName: '',
  birthDate: '',
  sex: null,
  phone: '',
  email: '',
  clinic,
  submissionKey,
  sentAs: '',
});

export const STEPS = ['Safety', 'The problem', 'What came before', 'About you', 'Check and send'] as const;

/** One answer that is still missing: where, and what to do. */
export interface Missing {
  field: keyof RequestDraft;
  message: string;
}

const need = (isMissing: boolean, field: keyof RequestDraft, message: string): Missing[] =>
  isMissing ? [{ field, message }] : [];

const isDate = (text: string): boolean => PlainDate.safeParse(text).success;

const hasFlag = (draft: RequestDraft, levels: readonly string[]): boolean =>
  draft.redFlags.some((key) => levels.includes(worstLevel([key])));

/** What a step still needs, or what cannot be right in it, before going on. Red flags are answered on purpose: silence is not "none". */
export function missingIn(step: number, draft: RequestDraft, today: string): Missing[] {
  switch (step) {
    case 0:
      return [
        ...need(
          !draft.noEmergency && !hasFlag(draft, ['emergency']),
          'noEmergency',
          'Tick what is true, or “None of these”, in the first list.',
        ),
        ...need(
          !draft.noWarning && !hasFlag(draft, ['urgent', 'prompt']),
          'noWarning',
          'Tick what is true, or “None of these”, in the second list.',
        ),
      ];
    case 1:
      return [...missingAboutProblem(draft), ...datesWrong(draft, today).filter(at('startedOn'))];
    case 2:
      return [
        ...need(draft.hadSurgery === null, 'hadSurgery', 'Say whether there was an operation.'),
        ...need(
          draft.hadSurgery === 'yes' && !isDate(draft.surgeryOn),
          'surgeryOn',
          'Give the day of the operation; a rough date is fine.',
        ),
        ...datesWrong(draft, today).filter(at('surgeryOn')),
        ...need(draft.diagnosisKnown === null, 'diagnosisKnown', 'Say whether a doctor has found the cause.'),
        ...need(draft.seenHere === null, 'seenHere', 'Say whether you have been seen here for this.'),
        ...need(
          draft.seenHere === 'yes' && draft.therapyPrescribed === null,
          'therapyPrescribed',
          'Say whether therapy is prescribed.',
        ),
        ...need(draft.wants.length === 0, 'wants', 'Tick at least one thing you hope for.'),
      ];
    case 3:
      return missingAboutPerson(draft, today);
    default:
      return [];
  }
}

const missingAboutProblem = (draft: RequestDraft): Missing[] => [
  ...need(draft.concern.trim() === '', 'concern', 'Describe the problem in a sentence.'),
  ...need(draft.bodyRegion === null, 'bodyRegion', 'Choose a part of the body.'),
  ...need(
    draft.bodyRegion !== null && hasSides(draft.bodyRegion) && draft.side === null,
    'side',
    'Choose the side.',
  ),
  ...need(draft.place === null, 'place', 'Say where you feel it.'),
  ...need(
    draft.severity === null && !draft.severityUnknown,
    'severity',
    'Choose a number from 0 to 10, or “Hard to say”.',
  ),
  ...need(draft.trend === null, 'trend', 'Say how it is changing.'),
];

const missingAboutPerson = (draft: RequestDraft, today: string): Missing[] => [
  ...need(draft.submitter === null, 'submitter', 'Say who is asking.'),
  ...need(
    draft.submitter !== null && draft.submitter !== 'patient' && draft.submitterName.trim() === '',
    'submitterName',
    'Give your own name.',
  ),
  ...need(draft.familyName.trim() === '', 'familyName', 'Give the family name of the patient.'),
  ...need(!isDate(draft.birthDate), 'birthDate', 'Give the birth date of the patient.'),
  ...birthWrong(draft, today),
  ...need(draft.sex === null, 'sex', 'Choose one.'),
  ...need(
    draft.phone.trim() === '' && draft.email.trim() === '' && draft.submitterContact.trim() === '',
    'phone',
    'Give a telephone number or an e-mail address.',
  ),
  ...refused('phone', blankablePhone.safeParse(draft.phone)),
  ...refused('email', blankableEmail.safeParse(draft.email)),
  ...need(draft.clinic === '', 'clinic', 'Choose a clinic.'),
];

const at =
  (field: keyof RequestDraft) =>
  (wrong: Missing): boolean =>
    wrong.field === field;

const refused = (field: keyof RequestDraft, parsed: { error?: z.ZodError | undefined }): Missing[] =>
  (parsed.error?.issues ?? []).slice(0, 1).map(({ message }) => ({ field, message }));

/** Dates of the problem that cannot be right: in the future, or before anybody was born. */
const datesWrong = (draft: RequestDraft, today: string, birthDate?: string): Missing[] =>
  answerProblems(
    {
      startedOn: isDate(draft.startedOn) ? draft.startedOn : null,
      surgeryOn: draft.hadSurgery === 'yes' && isDate(draft.surgeryOn) ? draft.surgeryOn : null,
    },
    today,
    birthDate,
  );

/** The birth date is asked last: the dates told before are held against it here, at the field that can be seen. */
function birthWrong(draft: RequestDraft, today: string): Missing[] {
  if (!isDate(draft.birthDate)) return [];
  const born = birthDateProblem(draft.birthDate, today);
  const [wrong] =
    born === undefined ? datesWrong(draft, today, draft.birthDate) : [{ field: 'birthDate', message: born }];
  return wrong === undefined ? [] : [{ field: 'birthDate', message: wrong.message }];
}

/** The first step that is not complete; the last one when all are. */
export function firstIncomplete(draft: RequestDraft, today: string): number {
  const step = STEPS.findIndex((_, index) => missingIn(index, draft, today).length > 0);
  return step === -1 ? STEPS.length - 1 : step;
}

/** The finished form, or nothing while an answer is missing. */
export function toRequestForm(draft: RequestDraft, today: string): RequestForm | undefined {
  const { bodyRegion, place: where, trend: course, submitter, sex, hadSurgery } = draft;
  const birthDate = PlainDate.safeParse(draft.birthDate);
  const { diagnosisKnown: known, seenHere: seen } = draft;
  if (firstIncomplete(draft, today) < STEPS.length - 1 || !birthDate.success) return undefined;
  if (bodyRegion === null || where === null || course === null || submitter === null || sex === null) {
    return undefined;
  }
  if (known === null || seen === null) return undefined;
  return {
    submitter,
    submitterName: submitter === 'patient' ? '' : draft.submitterName,
    submitterContact: submitter === 'patient' ? '' : draft.submitterContact,
    familyName: draft.familyName,
    givenName: draft.givenName,
    birthDate: birthDate.data,
    sex,
    phone: draft.phone,
    email: draft.email,
    concern: draft.concern,
    bodyRegion,
    side: hasSides(bodyRegion) ? draft.side : null,
    narrative: draft.narrative,
    answers: {
      redFlags: draft.redFlags,
      symptoms: draft.symptoms,
      startedOn: PlainDate.safeParse(draft.startedOn).data ?? null,
      place: where,
      severity: draft.severityUnknown ? null : draft.severity,
      trend: course,
      surgeryOn: hadSurgery === 'yes' ? (PlainDate.safeParse(draft.surgeryOn).data ?? null) : null,
      neuroInjuries: draft.neuroInjuries,
      diagnosisKnown: known,
      diagnosis: known === 'yes' ? draft.diagnosis : '',
      wants: draft.wants,
      seenHere: seen,
      therapyPrescribed: seen === 'yes' ? (draft.therapyPrescribed ?? 'not-sure') : 'no',
    },
  };
}

const STEP_OF: Partial<Record<string, number>> = {
  redFlags: 0,
  concern: 1,
  bodyRegion: 1,
  side: 1,
  narrative: 1,
  symptoms: 1,
  startedOn: 1,
  place: 1,
  severity: 1,
  trend: 1,
  surgeryOn: 2,
  neuroInjuries: 2,
  diagnosisKnown: 2,
  diagnosis: 2,
  wants: 2,
  seenHere: 2,
  therapyPrescribed: 2,
};

/** The step in which a field of the server's answer is asked: "form.answers.surgeryOn" is step 2. */
export const stepOfIssue = (path: string): number => STEP_OF[path.split('.').at(-1) ?? ''] ?? 3;

/** The key to send with: the same for a retry of the same text, a new one when the text has changed since it was sent. */
export function keyFor(
  draft: RequestDraft,
  form: RequestForm,
  newKey: () => string,
): Pick<RequestDraft, 'submissionKey' | 'sentAs'> {
  const text = JSON.stringify([draft.clinic, form]);
  const isRetry = draft.sentAs === '' || draft.sentAs === text;
  return { submissionKey: isRetry ? draft.submissionKey : newKey(), sentAs: text };
}

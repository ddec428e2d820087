import { z } from 'zod';
import { Finding } from '#shared/evaluations/findings.ts';
import { MeasureAssessment } from '#shared/oversight/assessment.ts';
import { VERDICTS } from '#shared/oversight/judge-episode.ts';
import { HistoryKind, TherapyResult } from '#shared/patients/history-fact.ts';
import { requiredText, text } from '#shared/platform/endpoint.ts';
import { ReferralId, SurgicalEvaluationId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { PerformedProcedure } from './procedure.ts';

/** Who is asked for a surgical opinion; another specialty may be written. */
export const SURGICAL_SPECIALTIES: readonly string[] = [
  'Orthopaedic surgery',
  'Spine surgery',
  'Neurosurgery',
  'Hand surgery',
  'Vascular surgery',
];

const SPECIALTY_OF: Partial<Record<string, string>> = {
  neck: 'Spine surgery',
  'upper-back': 'Spine surgery',
  'lower-back': 'Spine surgery',
  'wrist-hand': 'Hand surgery',
  'head-face': 'Neurosurgery',
};

/** Who is asked about this part of the body unless the writer says otherwise. */
export const suggestedSpecialty = (bodyRegion: string): string =>
  SPECIALTY_OF[bodyRegion] ?? 'Orthopaedic surgery';

/** `1 session`, `14 sessions`. */
export const howMany = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Days in which a surgeon's answer is expected: product policy. */
export const SURGEON_ANSWERS_WITHIN_DAYS = 28;

export const SENT_HOW = ['secure message', 'fax', 'letter', 'handed to the patient'] as const;
export const SentHow = z.enum(SENT_HOW, { error: 'Say how it was sent.' });

export const SURGICAL_DECISIONS = ['surgery', 'conservative', 'more-tests', 'patient-declines'] as const;
export const SurgicalDecision = z.enum(SURGICAL_DECISIONS, { error: 'Say what was decided.' });
export type SurgicalDecision = z.infer<typeof SurgicalDecision>;

export const SURGICAL_DECISION_LABEL: Record<SurgicalDecision, string> = {
  surgery: 'surgery is planned',
  conservative: 'therapy goes on without surgery',
  'more-tests': 'more tests first',
  'patient-declines': 'the patient does not want surgery',
};

/** What the writer adds to the record: all else is built. */
export const SurgicalText = z.object({
  specialty: text(80),
  /** A surgeon or a practice by name. */
  addressee: text(160),
  question: text(2000),
  summary: text(4000),
});
export type SurgicalText = z.infer<typeof SurgicalText>;

/** The letter is one page: what is written by hand leaves room for the record. Product policy. */
export const LONGEST_QUESTION = 500;
export const LONGEST_SUMMARY = 700;

const onOnePage = (most: number, what: string) =>
  requiredText(4000, what).refine((written) => written.length <= most, {
    error: `${what} is longer than the letter’s one page allows: ${most} characters at most.`,
  });

/** What must be there before it is signed. */
export const CompleteSurgicalText = z.object({
  specialty: requiredText(80, 'The specialty'),
  addressee: text(160),
  question: onOnePage(LONGEST_QUESTION, 'The question to the surgeon'),
  summary: onOnePage(LONGEST_SUMMARY, 'Your summary'),
});

const Coded = z.object({ code: z.string(), display: z.string(), side: z.string().nullable() });

/** The record of an episode as a surgeon reads it: what it is, what was tried, how much of it, with what effect. */
export const SurgicalRecord = z.object({
  asOf: z.string(),
  patient: z.object({
    name: z.string(),
    mrn: z.string(),
    birthDate: z.string(),
    sex: z.string(),
    phone: z.string().nullable(),
  }),
  clinicName: z.string(),
  episode: z.object({
    concern: z.string(),
    bodyRegion: z.string(),
    side: z.string().nullable(),
    onsetOn: z.string().nullable(),
    openedOn: z.string(),
  }),
  diagnoses: z.array(Coded),
  comorbidities: z.array(Coded),
  allergies: z.array(z.string()),
  medications: z.array(z.string()),
  impression: z.object({ text: z.string(), on: z.string(), by: z.string() }).nullable(),
  /** The newest examination of the episode, a physiatrist's before others; absent on what was signed before it was kept. */
  examination: z.object({ on: z.string(), by: z.string(), findings: z.array(Finding) }).nullish(),
  /** What was before: operations, implants, illness, therapy elsewhere; what tests and therapy must know first. Absent on older records. */
  history: z
    .array(
      z.object({
        kind: HistoryKind,
        title: z.string(),
        side: z.string().nullable(),
        happenedOn: z.string().nullable(),
        /** When it ended, if it has; absent on older records, which left out what had. */
        endedOn: z.string().nullish(),
        result: TherapyResult.nullable(),
      }),
    )
    .nullish(),
  redFlags: z.array(
    z.object({
      code: z.string(),
      openedOn: z.string(),
      note: z.string(),
      closedOn: z.string().nullable(),
      closeReason: z.string().nullable(),
    }),
  ),
  versions: z.array(
    z.object({
      versionNumber: z.number(),
      startsOn: z.string(),
      until: z.string(),
      frequencyPerWeek: z.number(),
      amountPerDay: z.number().nullish(),
      visitsPrescribed: z.number(),
      reason: z.string().nullable(),
    }),
  ),
  interventions: z.array(
    z.object({
      name: z.string(),
      sessions: z.number(),
      minutes: z.number(),
      firstOn: z.string(),
      lastOn: z.string(),
    }),
  ),
  dose: z.object({
    sessions: z.number(),
    minutes: z.number(),
    missed: z.number(),
    cancelled: z.number(),
    firstOn: z.string().nullable(),
    lastOn: z.string().nullable(),
    attendance: z.object({ attended: z.number(), prescribedToDate: z.number() }).nullable(),
    home: z.object({ daysDone: z.number(), daysPrescribed: z.number() }).nullable(),
  }),
  verdict: z.enum(VERDICTS).nullable(),
  reason: z.string().nullable(),
  measures: z.array(
    MeasureAssessment.pick({
      measureCode: true,
      side: true,
      role: true,
      abbreviation: true,
      name: true,
      unit: true,
      direction: true,
      baseline: true,
      latest: true,
      improvement: true,
      thresholdDetect: true,
      thresholds: true,
      goal: true,
      episode: true,
    }),
  ),
  procedures: z.array(PerformedProcedure.omit({ performedBy: true, byDecision: true, version: true })),
  tests: z.array(
    z.object({
      kind: z.string(),
      bodyRegion: z.string(),
      side: z.string().nullable(),
      orderedOn: z.string(),
      resultOn: z.string().nullable(),
      status: z.string(),
      reportText: z.string().nullable(),
      ownReading: z.string().nullable(),
      readBy: z.string().nullable(),
    }),
  ),
});
export type SurgicalRecord = z.infer<typeof SurgicalRecord>;

/** Where a question to a surgeon stands: `answered` is what its referral says. */
export const SURGICAL_STATES = ['draft', 'signed', 'sent', 'answered', 'declined', 'decided'] as const;
export type SurgicalState = (typeof SURGICAL_STATES)[number];

export const SurgicalEvaluation = SurgicalText.extend({
  surgicalEvaluationId: SurgicalEvaluationId,
  state: z.enum(SURGICAL_STATES),
  /** As signed; of a draft, as the record is now. */
  record: SurgicalRecord,
  author: z.string(),
  createdOn: PlainDate,
  signedBy: z.string().nullable(),
  signedAt: z.string().nullable(),
  sentHow: z.string().nullable(),
  referral: z
    .object({
      referralId: ReferralId,
      sentOn: PlainDate,
      answerDueOn: PlainDate.nullable(),
      status: z.string(),
      answeredOn: PlainDate.nullable(),
      answer: z.string().nullable(),
      version: z.number().int(),
    })
    .nullable(),
  decision: SurgicalDecision.nullable(),
  decisionNote: z.string().nullable(),
  decidedOn: PlainDate.nullable(),
  decidedBy: z.string().nullable(),
  version: z.number().int(),
});
export type SurgicalEvaluation = z.infer<typeof SurgicalEvaluation>;

/** A first summary in the writer's words, from the numbers; they change it as they like. */
export function startSummary({ dose, reason, procedures }: SurgicalRecord): string {
  const therapy =
    dose.sessions === 0
      ? 'No therapy session has been held.'
      : `${howMany(dose.sessions, 'therapy session')} (${howMany(dose.minutes, 'minute')}) ${dose.sessions === 1 ? 'was' : 'were'} held.`;
  const injected =
    procedures.length === 0
      ? 'Nothing was injected.'
      : `${procedures.length === 1 ? 'One procedure was' : `${procedures.length} procedures were`} performed.`;
  return [therapy, injected, reason === null ? '' : `${reason.replace(/\.$/, '')}.`]
    .filter(Boolean)
    .join(' ');
}

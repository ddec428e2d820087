import { z } from 'zod';
import { EpisodeHeader } from '#shared/patients/episode-header.ts';
import { PerformedProcedure } from '#shared/orders/procedure.ts';
import { ComplianceFacts } from '#shared/compliance/model.ts';
import { CLINICAL_ROLES } from '#shared/platform/actor.ts';
import { endpoint, pageQuery } from '#shared/platform/endpoint.ts';
import {
  ClinicId,
  DecisionId,
  EpisodeId,
  PatientId,
  PrescriptionId,
  StaffMemberId,
  VerdictId,
} from '#shared/platform/ids.ts';
import { BoardMeasure, ConfidenceLevel, MeasureAssessment, Reason } from './assessment.ts';
import { BoardState, Lane } from './board-states.ts';
import { EPISODE_FLAGS, VERDICT_ACTIONS, VERDICTS } from './judge-episode.ts';
import { ResultFlag } from '#shared/orders/model.ts';
import { TaperStep } from '#shared/prescriptions/model.ts';
import { DecisionKind, NewDecision } from './model.ts';

const StaffName = z.object({ staffMemberId: StaffMemberId, name: z.string(), role: z.string() });

/** One line of the board: who, what the numbers say, why it stands here. */
export const BoardRow = z.object({
  episodeId: EpisodeId,
  patientId: PatientId,
  patientName: z.string(),
  mrn: z.string(),
  birthDate: z.string(),
  sex: z.string(),
  clinicId: ClinicId,
  diagnosis: z.string(),
  state: BoardState,
  lane: Lane,
  since: z.string(),
  reason: z.string(),
  verdict: z.enum(VERDICTS),
  action: z.enum(VERDICT_ACTIONS),
  confidence: ConfidenceLevel.nullable(),
  flags: z.array(z.enum(EPISODE_FLAGS)),
  measures: z.array(BoardMeasure),
  prescriptionVersion: z.number().nullable(),
  phaseStartedOn: z.string().nullable(),
  visitsUsed: z.number(),
  visitsPrescribed: z.number().nullable(),
  attended: z.number(),
  due: z.number(),
  lastScoreOn: z.string().nullable(),
  openRequestId: z.string().nullable(),
  reviewOn: z.string().nullable(),
  team: z.array(StaffName),
});
export type BoardRow = z.infer<typeof BoardRow>;

/** What the board can be narrowed by; lives in the URL. */
export const BoardFilter = z.object({
  lane: Lane.optional(),
  state: BoardState.optional(),
  therapistId: z.uuid().optional(),
  clinicId: z.uuid().optional(),
  diagnosis: z.string().max(80).optional(),
  /** Worst first unless told: longest in its state first, or by name. */
  sort: z.enum(['worst', 'waiting', 'name']).optional(),
});
export type BoardFilter = z.infer<typeof BoardFilter>;

const DatedScore = z.object({
  outcomeScoreId: z.string(),
  measureCode: z.string(),
  side: z.enum(['left', 'right']).nullable(),
  value: z.number(),
  measuredOn: z.string(),
  condition: z.string().nullable(),
  enteredInError: z.boolean(),
});

const ReviewSession = z.object({
  sessionId: z.string(),
  sessionDate: z.string(),
  status: z.string(),
  missReason: z.string().nullable(),
  cancelledBy: z.string().nullable(),
  painBefore: z.number().nullable(),
  painAfter: z.number().nullable(),
  assessment: z.string().nullable(),
  therapistName: z.string(),
  interventions: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      dose: z.record(z.string(), z.number()),
      minutes: z.number(),
    }),
  ),
});
export type ReviewSession = z.infer<typeof ReviewSession>;

const ReviewPrescription = z.object({
  prescriptionId: PrescriptionId,
  versionNumber: z.number(),
  startsOn: z.string(),
  endsOn: z.string(),
  endedOn: z.string().nullable(),
  inForce: z.boolean(),
  opensPhase: z.boolean(),
  frequencyPerWeek: z.number(),
  taper: z.array(TaperStep).nullish(),
  durationWeeks: z.number(),
  visitsPrescribed: z.number(),
  reEvaluationOn: z.string(),
  reason: z.string().nullable(),
  signedByName: z.string(),
});

const ReviewDecision = z.object({
  decisionId: DecisionId,
  kind: DecisionKind,
  why: z.string(),
  expectation: z.string(),
  expectedMeasure: z.string().nullable(),
  expectedSide: z.enum(['left', 'right']).nullable(),
  expectedValue: z.number().nullable(),
  reviewOn: z.string(),
  decidedOn: z.string(),
  decidedByName: z.string(),
  verdict: z.string().nullable(),
  outcome: z.enum(['met', 'not-met', 'not-measured']).nullable(),
  outcomeDetail: z.string().nullable(),
});

/** All of the one-screen review. */
export const Review = z.object({
  /** For the banner. */
  header: EpisodeHeader,
  episodeId: EpisodeId,
  patientId: PatientId,
  today: z.string(),
  patient: z.object({ name: z.string(), mrn: z.string(), birthDate: z.string(), sex: z.string() }),
  episode: z.object({
    status: z.enum(['open', 'closed']),
    concern: z.string(),
    bodyRegion: z.string(),
    side: z.string().nullable(),
    openedOn: z.string(),
    closedOn: z.string().nullable(),
    diagnosis: z.string(),
    consultSigned: z.boolean(),
  }),
  standing: z.object({ state: BoardState, lane: Lane, since: z.string(), reason: z.string() }),
  verdict: z.object({
    verdictId: VerdictId.nullable(),
    verdict: z.enum(VERDICTS),
    action: z.enum(VERDICT_ACTIONS),
    confidence: ConfidenceLevel.nullable(),
    flags: z.array(z.enum(EPISODE_FLAGS)),
    measures: z.array(MeasureAssessment),
    reasons: z.array(Reason),
    wouldChange: z.array(z.string()),
    algorithm: z.string(),
    phase: z.object({ opensOn: z.string(), startedOn: z.string(), treated: z.boolean() }).nullable(),
    attendance: z.object({ attended: z.number(), prescribedToDate: z.number() }).nullable(),
  }),
  prescriptions: z.array(ReviewPrescription),
  draft: z.object({ updatedAt: z.string(), authorName: z.string() }).nullable(),
  scores: z.array(DatedScore),
  sessions: z.array(ReviewSession),
  visits: z.object({ used: z.number(), prescribed: z.number().nullable() }),
  home: z.object({ daysDone: z.number(), daysPrescribed: z.number() }).nullable(),
  requests: z.array(
    z.object({
      changeRequestId: z.string(),
      reason: z.string(),
      /** The change in words with numbers; null on older requests. */
      asks: z.string().nullable(),
      askedOn: z.string(),
      askedByName: z.string(),
      proposal: z.unknown(),
      version: z.number(),
    }),
  ),
  holds: z.array(
    z.object({
      safetyHoldId: z.string(),
      redFlagCode: z.string(),
      level: z.string(),
      note: z.string(),
      openedOn: z.string(),
      openedByName: z.string(),
      version: z.number(),
    }),
  ),
  tests: z.array(
    z.object({
      diagnosticOrderId: z.string(),
      /** The decision that asked for it. */
      decisionId: z.string().nullable(),
      resultFlag: ResultFlag.nullable(),
      kind: z.string(),
      bodyRegion: z.string(),
      side: z.string().nullable(),
      status: z.string(),
      orderedOn: z.string(),
      resultOn: z.string().nullable(),
      ownReading: z.string().nullable(),
      reportText: z.string().nullable(),
    }),
  ),
  procedures: z.array(PerformedProcedure.omit({ performedBy: true, byDecision: true, version: true })),
  referrals: z.array(
    z.object({
      referralId: z.string(),
      specialty: z.string(),
      surgicalOpinion: z.boolean(),
      status: z.string(),
      sentOn: z.string(),
      answer: z.string().nullable(),
      toStaffId: StaffMemberId.nullable(),
      toName: z.string().nullable(),
      answerDueOn: z.string().nullable(),
      teamRole: z.string().nullable(),
      teamUntil: z.string().nullable(),
    }),
  ),
  decisions: z.array(ReviewDecision),
  /** What the payer's rules look at; null where it asks for nothing. */
  compliance: ComplianceFacts.nullable(),
  team: z.array(StaffName.extend({ kind: z.string(), validTo: z.string().nullable() })),
});
export type Review = z.infer<typeof Review>;

const episodeParams = z.object({ episodeId: EpisodeId });

export const oversightApi = {
  board: endpoint({
    id: 'oversight.get-board',
    method: 'GET',
    path: '/api/board',
    summary: 'Episodes in my care, worst first, each with its reason',
    permission: CLINICAL_ROLES,
    query: BoardFilter.extend(pageQuery),
    response: z.object({
      today: z.string(),
      rows: z.array(BoardRow),
      /** What stands above the list comes with its first page; with the others it is null. */
      counts: z
        .object({ decision: z.number(), watch: z.number(), track: z.number(), closed: z.number() })
        .nullable(),
      therapists: z.array(StaffName).nullable(),
      nextCursor: z.string().nullable(),
    }),
  }),
  review: endpoint({
    id: 'oversight.get-review',
    method: 'GET',
    path: '/api/episodes/:episodeId/review',
    summary: 'One episode on one screen: verdict, trends, sessions, requests, decisions',
    permission: CLINICAL_ROLES,
    params: episodeParams,
    response: Review,
  }),
  decide: endpoint({
    id: 'oversight.decide',
    method: 'POST',
    path: '/api/episodes/:episodeId/decisions',
    summary: 'Decide about an episode, with what is expected and by when',
    permission: ['physiatrist'],
    params: episodeParams,
    body: NewDecision,
    response: z.object({
      decisionId: DecisionId,
      /** Where the work goes on: the prescription's next version, the question to a surgeon, or back to the board. */
      next: z.enum(['prescription', 'surgical-opinion', 'board']),
    }),
    errors: ['stale-version', 'episode-closed', 'conflict', 'decision-needs-confirmation', 'key-reused'],
    idempotent: true,
  }),
  worse: endpoint({
    id: 'oversight.count-worse',
    method: 'GET',
    path: '/api/board/worse',
    summary:
      'Per measure, how many of my episodes stand worse than at their baseline, of how many that can be compared',
    permission: CLINICAL_ROLES,
    response: z.object({
      measures: z.array(z.object({ measureCode: z.string(), worse: z.number(), compared: z.number() })),
    }),
  }),
  verdicts: endpoint({
    id: 'oversight.list-verdicts',
    method: 'GET',
    path: '/api/episodes/:episodeId/verdicts',
    summary: 'Every judgement of an episode with the thresholds it used, newest first',
    permission: CLINICAL_ROLES,
    params: episodeParams,
    query: z.object(pageQuery),
    response: z.object({
      verdicts: z.array(
        z.object({
          verdictId: VerdictId,
          asOf: z.string(),
          algorithm: z.string(),
          verdict: z.enum(VERDICTS),
          action: z.enum(VERDICT_ACTIONS),
          confidence: ConfidenceLevel.nullable(),
          reasons: z.array(Reason),
        }),
      ),
      nextCursor: z.string().nullable(),
    }),
  }),
};

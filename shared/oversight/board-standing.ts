import { flagTitle } from '#shared/sessions/flag-words.ts';
import { addDays, daysBetween, plainDate, shortDate } from '#shared/platform/time.ts';
import { documentationOf } from '#shared/compliance/documentation-values.ts';
import { episodeCertification, type EpisodeCertification } from '#shared/compliance/episode-certification.ts';
import type { Assessment } from './assessment.ts';
import { BOARD_STATE, type BoardState, type Lane } from './board-states.ts';
import type { EpisodeFacts } from './episode-facts.ts';
import { boardOf } from './board-values.ts';
import { courseWords } from './reasons.ts';

/** Where an episode stands on the board, and why, in one line. */
export interface BoardStanding {
  state: BoardState;
  lane: Lane;
  rank: number;
  reason: string;
  /** Set when the state has a date of its own: the hold's opening, the request, the end of the plan. */
  since: string | undefined;
}

type Found = { reason: string; since?: string | undefined };
type Look = (facts: EpisodeFacts, a: Assessment) => Found | undefined;

/** The first state that holds, worst first: design.md section 2, "Board". */
export function boardStanding(facts: EpisodeFacts, a: Assessment): BoardStanding {
  for (const [state, look] of LOOKS) {
    const found = look(facts, a);
    if (found)
      return {
        state,
        lane: BOARD_STATE[state].lane,
        rank: BOARD_STATE[state].rank,
        since: found.since,
        reason: found.reason,
      };
  }
  throw new Error('every episode stands somewhere');
}

/** What the primary measures say, without their numbers: those stand beside it on the board. */
const judgedLine = (a: Assessment): string => {
  const primary = a.measures.filter((m) => m.role === 'primary');
  const line = courseWords(primary.length > 0 ? primary : a.measures);
  return line === '' ? 'No outcome measure is prescribed' : line;
};

const attendanceLine = ({ attendance }: Assessment): string =>
  attendance && attendance.prescribedToDate > 0
    ? `; attended ${attendance.attended} of ${attendance.prescribedToDate} due`
    : '';

/** A verdict that asks for a decision no longer does once one was taken on it, until its own review date. */
function standingDecision(facts: EpisodeFacts, a: Assessment): EpisodeFacts['decisions'][number] | undefined {
  const last = facts.decisions.at(-1);
  return last && last.verdict === a.verdict && last.reviewOn > a.asOf ? last : undefined;
}

const unlessDecided =
  (look: Look): Look =>
  (facts, a) =>
    standingDecision(facts, a) ? undefined : look(facts, a);

const LOOKS: readonly (readonly [BoardState, Look])[] = [
  [
    'closed',
    ({ status, closedOn }, a) =>
      status === 'closed' ? { reason: closedLine(a), since: closedOn ?? undefined } : undefined,
  ],
  [
    'safety-hold',
    ({ openHolds: [hold] }) =>
      hold ? { reason: `${flagTitle(hold.redFlagCode)}: ${hold.note}`, since: hold.openedOn } : undefined,
  ],
  [
    'worsening',
    unlessDecided((facts, a) =>
      a.verdict === 'WORSENING'
        ? { reason: judgedLine(a) + attendanceLine(a) + expectationLine(facts, a) }
        : undefined,
    ),
  ],
  [
    'request',
    ({ openRequests: [request] }) =>
      request
        ? { reason: `${request.askedBy} asks: ${request.asks ?? request.reason}`, since: request.askedOn }
        : undefined,
  ],
  ['mixed', unlessDecided((_, a) => (a.verdict === 'MIXED' ? { reason: judgedLine(a) } : undefined))],
  [
    'plateau',
    unlessDecided((_, a) =>
      a.verdict === 'NOT_WORKING' || (a.verdict === 'PARTLY_WORKING' && a.action === 'PHYSIATRIST_REVIEW')
        ? { reason: judgedLine(a) + attendanceLine(a) }
        : undefined,
    ),
  ],
  ['review-due', reviewDue],
  ['plan-ended', planEnded],
  [
    'consult-needed',
    ({ consultSignedOn, openedOn }) =>
      consultSignedOn === null ? { reason: 'No signed consult yet', since: openedOn } : undefined,
  ],
  [
    'prescription-needed',
    ({ prescriptions, consultSignedOn }) =>
      prescriptions.length === 0
        ? { reason: 'Consult signed, nothing prescribed yet', since: consultSignedOn ?? undefined }
        : undefined,
  ],
  ['no-data', noData],
  [
    'attendance',
    (_, a) =>
      a.verdict === 'UNDER_DELIVERED' || a.flags.includes('LOW_ATTENDANCE')
        ? {
            reason: `Attended ${a.attendance?.attended ?? 0} of ${a.attendance?.prescribedToDate ?? 0} visits due; ${judgedLine(a)}`,
          }
        : undefined,
  ],
  ['certification', certificationEnding],
  ['plan-ending', planEnding],
  ['decided', decided],
  [
    'ready',
    (_, a) =>
      a.action === 'CONSIDER_DISCHARGE_OR_PROGRESS'
        ? { reason: `Response has levelled off: discharge or progress? ${judgedLine(a)}` }
        : undefined,
  ],
  ['partly-working', (_, a) => (a.verdict === 'PARTLY_WORKING' ? { reason: judgedLine(a) } : undefined)],
  ['working', (_, a) => (a.verdict === 'WORKING' ? { reason: judgedLine(a) } : undefined)],
  ['too-early', (_, a) => ({ reason: judgedLine(a) })],
];

const closedLine = (a: Assessment): string =>
  a.measures.length > 0 ? judgedLine(a) : 'Closed without a judged measure';

/** "; expected ODI at most 44 by 12 Nov: did not happen", when the last decision's date has come. */
function expectationLine(facts: EpisodeFacts, a: Assessment): string {
  const last = facts.decisions.at(-1);
  if (!last || last.reviewOn > a.asOf) return '';
  const expected = last.expectation.replace(/[.\s]+$/, '');
  return `; expected ${expected} by ${shortDate(last.reviewOn, a.asOf)}: ${OUTCOME_WORDS[last.outcome ?? 'open']}`;
}

const OUTCOME_WORDS: Record<string, string> = {
  met: 'happened',
  'not-met': 'did not happen',
  'not-measured': 'was not measured',
  open: 'to be judged',
};

/** A decision's own date, or the prescription's re-evaluation date, has come and nobody has looked since. */
function reviewDue(facts: EpisodeFacts, a: Assessment): Found | undefined {
  const last = facts.decisions.at(-1);
  if (last && last.reviewOn <= a.asOf) {
    return {
      reason: `Time to look again${expectationLine(facts, a)}`,
      since: last.reviewOn,
    };
  }
  const version = facts.prescriptions.findLast(({ inForce }) => inForce);
  if (!version || version.reEvaluationOn > a.asOf) return undefined;
  if (last && last.decidedOn >= version.reEvaluationOn) return undefined;
  return {
    reason: `Re-evaluation was set for ${shortDate(version.reEvaluationOn, a.asOf)}; ${judgedLine(a)}`,
    since: version.reEvaluationOn,
  };
}

/** Completed visits under the version in force. */
export const visitsUsedOf = (facts: EpisodeFacts): { used: number; prescribed: number | null } => {
  const version = facts.prescriptions.findLast(({ inForce }) => inForce) ?? facts.prescriptions.at(-1);
  if (!version) return { used: 0, prescribed: null };
  const used = facts.sessions.filter(
    (s) => s.status === 'completed' && s.prescriptionId === version.prescriptionId,
  ).length;
  return { used, prescribed: version.visitsPrescribed };
};

function planEnded(facts: EpisodeFacts, a: Assessment): Found | undefined {
  const last = facts.prescriptions.at(-1);
  if (!last) return undefined;
  const version = facts.prescriptions.findLast(({ inForce }) => inForce);
  if (!version)
    return {
      reason: `Version ${last.versionNumber} was stopped; nothing is in force`,
      since: last.endedOn ?? undefined,
    };
  if (version.endsOn < a.asOf) {
    return {
      reason: `Version ${version.versionNumber} ended on ${shortDate(version.endsOn, a.asOf)}; ${judgedLine(a)}`,
      since: version.endsOn,
    };
  }
  const { used, prescribed } = visitsUsedOf(facts);
  return prescribed !== null && used >= prescribed
    ? { reason: `All ${prescribed} prescribed visits are used; ${judgedLine(a)}` }
    : undefined;
}

/**
 * No score that still counts. It stands since the last one (or since the phase began): "Last NDI 1 Oct; 3 visits since". Days are not
 * counted here, because the line is kept while they pass.
 */
function noData(facts: EpisodeFacts, a: Assessment): Found | undefined {
  const { firstScoreDays } = boardOf(facts.clinicValues);
  if (a.verdict !== 'CANNOT_JUDGE' || !a.phase) return undefined;
  const { startedOn, treated, day } = a.phase;
  const treatedFor = treated ? day : 0;
  const missing = a.measures.flatMap((m) => missingScore(facts, a, m, treatedFor));
  if (missing.length === 0 && (a.measures.length > 0 || treatedFor < firstScoreDays)) return undefined;
  const last = missing
    .flatMap(({ lastOn }) => lastOn ?? [])
    .sort()
    .at(-1);
  const visits = facts.sessions.filter(
    ({ status, date }) => status === 'completed' && (last === undefined ? date >= startedOn : date > last),
  ).length;
  const line = missing.length === 0 ? 'no outcome measure is prescribed' : missingWords(missing, a.asOf);
  const treatedSince =
    visits === 0 ? 'no visit since' : `${visits} ${visits === 1 ? 'visit' : 'visits'} since`;
  return {
    reason: `${line.charAt(0).toUpperCase()}${line.slice(1)}; ${treatedSince}`,
    since: last ?? startedOn,
  };
}

interface MissingScore {
  abbreviation: string;
  /** `last`: too old; `one`: nothing to compare it with; `no`: none in this phase. */
  what: 'last' | 'one' | 'no';
  lastOn: string | undefined;
}

function missingScore(
  { clinicValues }: EpisodeFacts,
  { asOf }: Assessment,
  m: Assessment['measures'][number],
  treatedFor: number,
): MissingScore[] {
  const { abbreviation } = m;
  const { firstScoreDays, overdueIntervals } = boardOf(clinicValues);
  if (m.reason === 'MEASURE_STALE' && m.latest)
    return [{ abbreviation, what: 'last', lastOn: m.latest.date }];
  if (m.reason === 'NO_MEASUREMENT' && treatedFor >= firstScoreDays)
    return [{ abbreviation, what: 'no', lastOn: undefined }];
  const only = m.reason === 'ONE_MEASUREMENT' ? m.baseline : null;
  return only !== null && daysBetween(only.date, asOf) > overdueIntervals * m.everyDays
    ? [{ abbreviation, what: 'one', lastOn: only.date }]
    : [];
}

/** "last NDI and NPRS 28 Sep; no TUG in this phase": one part for what is missing in the same way since the same day. */
function missingWords(missing: readonly MissingScore[], asOf: string): string {
  const isLike = (a: MissingScore) => (b: MissingScore) => a.what === b.what && a.lastOn === b.lastOn;
  const kinds = missing.filter((one, index) => missing.findIndex(isLike(one)) === index);
  return kinds
    .map((kind) => {
      const names = missing.filter(isLike(kind)).map(({ abbreviation }) => abbreviation);
      const on = kind.lastOn === undefined ? '' : shortDate(kind.lastOn, asOf);
      if (kind.what === 'no') return `no ${names.join(' or ')} in this phase`;
      return kind.what === 'last'
        ? `last ${names.join(' and ')} ${on}`
        : `one ${names.join(' and one ')}, ${on}`;
    })
    .join('; ');
}

/** Certification of the plan of care, when the payer asks for one and therapy has begun. */
export function certificationOf(facts: EpisodeFacts, asOf: string): EpisodeCertification | undefined {
  const { payerProfile, certification: course } = facts;
  const begun = [course?.evaluatedOn, course?.firstTreatmentOn].some((date) => date != null && date <= asOf);
  if (payerProfile !== 'medicare_part_b' || !course || !begun) return undefined;
  return episodeCertification(course, plainDate(asOf), documentationOf(facts.clinicValues));
}

const RUNNING_OUT = { OK: undefined, RECERT_DUE_SOON: 'Certified through', EXPIRED: 'Certification ended' };

function certificationEnding(facts: EpisodeFacts, a: Assessment): Found | undefined {
  const answer = certificationOf(facts, a.asOf);
  if (answer?.initial === 'OVERDUE')
    return { reason: `Not certified, due ${shortDate(answer.initialDueOn, a.asOf)}; ${judgedLine(a)}` };
  const word = answer?.recertification ? RUNNING_OUT[answer.recertification] : undefined;
  return answer && word
    ? { reason: `${word} ${shortDate(answer.certifiedThrough, a.asOf)}; ${judgedLine(a)}` }
    : undefined;
}

function planEnding(facts: EpisodeFacts, a: Assessment): Found | undefined {
  const version = facts.prescriptions.findLast(({ inForce }) => inForce);
  if (!version) return undefined;
  const { used, prescribed } = visitsUsedOf(facts);
  const left = (prescribed ?? 0) - used;
  const { fewVisits, planEndingDays } = boardOf(facts.clinicValues);
  if (left <= fewVisits) return { reason: `${left} of ${prescribed ?? 0} visits left; ${judgedLine(a)}` };
  return version.endsOn < addDays(a.asOf, planEndingDays)
    ? { reason: `Plan ends ${shortDate(version.endsOn, a.asOf)}; ${judgedLine(a)}` }
    : undefined;
}

const ASKS_FOR_A_DECISION = ['WORSENING', 'MIXED', 'NOT_WORKING'];

function decided(facts: EpisodeFacts, a: Assessment): Found | undefined {
  const decision = standingDecision(facts, a);
  const asked = ASKS_FOR_A_DECISION.includes(a.verdict) || a.action === 'PHYSIATRIST_REVIEW';
  if (!decision || !asked) return undefined;
  return {
    reason: `Decided ${shortDate(decision.decidedOn, a.asOf)} (${decision.kind.replace('-', ' ')}), look again ${shortDate(decision.reviewOn, a.asOf)}; ${judgedLine(a)}`,
    since: decision.decidedOn,
  };
}

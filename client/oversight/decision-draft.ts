import { regionWords } from '#shared/patients/model.ts';
import { z } from 'zod';
import type { OrderFacts } from '#shared/orders/known-answers.ts';
import { SafetyAnswer, withKnown } from '#shared/orders/safety-answers.ts';
import type { Review } from '#shared/oversight/contract.ts';
import { CHANGES_PRESCRIPTION, type DecisionKind } from '#shared/oversight/model.ts';
import { improvementBetween } from '#shared/oversight/judge-measure.ts';
import { addDays } from '#shared/platform/time.ts';
import {
  missingIn,
  ProcedureDraft,
  seriesKey,
  startProcedure,
  toProcedure,
} from '#client/clinical/procedure-draft.ts';
import {
  ReferralDraft,
  startReferral,
  toReferral,
  type Colleagues,
} from '#client/clinical/referral-draft.ts';
import type { DecisionBody } from './queries.ts';

/** What the form holds while it is being written; every part may still be missing. */
export const DecisionDraft = z.object({
  why: z.string(),
  reasons: z.array(z.string()),
  expectation: z.string(),
  /** `odi:` or `grip:left`; null when nothing measurable is expected. */
  expectedSeries: z.string().nullable(),
  expectedValue: z.number().nullable(),
  reviewOn: z.string().nullable(),
  orders: z.enum(['test', 'injection']),
  testKind: z.enum(['x-ray', 'mri', 'ct', 'ultrasound', 'emg-ncs', 'laboratory']),
  region: z.string(),
  side: z.enum(['left', 'right', 'both']).nullable(),
  indication: z.string(),
  urgency: z.enum(['routine', 'soon', 'urgent']),
  safety: z.array(SafetyAnswer).default([]),
  injection: ProcedureDraft,
  refers: z.enum(['service', 'surgeon']),
  referral: ReferralDraft,
  /** Chosen, never assumed. */
  closeReason: z.enum(['goals-met', 'plateau', 'patient-choice', 'moved', 'other']).nullable(),
});
export type DecisionDraft = z.infer<typeof DecisionDraft>;

const REVIEW_IN_DAYS = 28;

const two = (n: number): number => Math.round(n * 100) / 100;

/** A starting point from what the review shows: the judged measure, an important change from here, four weeks. */
export function startDecision(review: Review): DecisionDraft {
  const measure = review.verdict.measures.find((m) => m.role === 'primary' && m.thresholdMeaningful !== null);
  const from = measure?.latest ?? measure?.baseline;
  const step = measure?.thresholdMeaningful ?? 0;
  const expected =
    measure && from ? (measure.direction === 'higherIsBetter' ? from.value + step : from.value - step) : null;
  const side = review.episode.side;
  return {
    why: '',
    reasons: [],
    expectation: '',
    expectedSeries: measure ? `${measure.measureCode}:${measure.side ?? ''}` : null,
    expectedValue: expected === null ? null : two(Math.max(0, expected)),
    reviewOn: addDays(review.today, REVIEW_IN_DAYS),
    orders: 'test',
    testKind: 'mri',
    region: regionWords(review.episode.bodyRegion),
    side: side === 'left' || side === 'right' || side === 'both' ? side : null,
    indication: '',
    urgency: 'routine',
    safety: [],
    injection: startProcedure(
      side === 'left' || side === 'right' || side === 'both' ? side : null,
      review.today,
      review.header.clinicValues,
    ),
    refers: 'service',
    referral: startReferral(review.today),
    closeReason: null,
  };
}

const seriesSide = (text: string | undefined): 'left' | 'right' | null =>
  text === 'left' || text === 'right' ? text : null;

/** What the forms of the detail are filled from. */
interface Known {
  facts?: OrderFacts | undefined;
  colleagues?: Colleagues | undefined;
}

/** The draft as the server takes it; what is missing is left for the server's own words. */
export function toDecision(
  kind: DecisionKind,
  draft: DecisionDraft,
  review: Review,
  known: Known = {},
): DecisionBody {
  const [measureCode = '', side] = (draft.expectedSeries ?? '').split(':');
  const expected =
    draft.expectedSeries === null || draft.expectedValue === null || kind === 'discharge'
      ? null
      : { measureCode, side: seriesSide(side), value: draft.expectedValue };
  return {
    kind,
    why: draft.why,
    reasons: draft.reasons,
    expectation: draft.expectation.trim() === '' ? expectationWords(kind, draft, review) : draft.expectation,
    expected,
    reviewOn: draft.reviewOn ?? '',
    detail: detailOf(kind, draft, review, known),
    verdictId: review.verdict.verdictId,
  };
}

/** The expectation in words, from the measure and the value: "ODI at most 40". */
export function expectationWords(kind: DecisionKind, draft: DecisionDraft, review: Review): string {
  if (kind === 'discharge') return 'Gains are kept after discharge';
  const measure = review.verdict.measures.find(
    (m) => `${m.measureCode}:${m.side ?? ''}` === draft.expectedSeries,
  );
  if (!measure || draft.expectedValue === null) return '';
  const way = measure.direction === 'higherIsBetter' ? 'at least' : 'at most';
  return `${measure.abbreviation} ${way} ${draft.expectedValue}${measure.unit ? ` ${measure.unit}` : ''}`;
}

function detailOf(
  kind: DecisionKind,
  d: DecisionDraft,
  review: Review,
  known: Known,
): DecisionBody['detail'] {
  if (kind === 'refer') {
    return d.refers === 'surgeon'
      ? { type: 'surgical-opinion' }
      : { type: 'referral', referral: toReferral(d.referral, known.colleagues ?? []) };
  }
  if (kind === 'discharge')
    return d.closeReason === null ? { type: 'none' } : { type: 'discharge', closeReason: d.closeReason };
  if (kind !== 'order') return { type: 'none' };
  if (d.orders === 'test') {
    return {
      type: 'order',
      order: {
        kind: d.testKind,
        bodyRegion: d.region,
        side: d.side,
        indication: d.indication,
        urgency: d.urgency,
        safety: known.facts === undefined ? d.safety : withKnown(known.facts, d.safety),
      },
    };
  }
  return { type: 'procedure', procedure: { ...toProcedure(d.injection), expected: effectOf(d, review) } };
}

/** The decision's own expectation is what the injection is judged by, as a change from the latest value. */
function effectOf(d: DecisionDraft, review: Review) {
  const measure = review.verdict.measures.find((m) => seriesKey(m) === d.expectedSeries);
  if (!measure?.latest || d.expectedValue === null || d.injection.responseWindowDays === null) return null;
  const change = improvementBetween(measure.direction, measure.latest.value, d.expectedValue);
  return change > 0 ? { measureCode: measure.measureCode, side: measure.side, change } : null;
}

/** Whether nothing of the detail is missing that the form asks for before the server does: the injection's parts, why it closes. */
export function isDetailWhole(
  kind: DecisionKind,
  { orders, injection, closeReason }: Pick<DecisionDraft, 'orders' | 'injection' | 'closeReason'>,
): boolean {
  if (kind === 'discharge') return closeReason !== null;
  return kind !== 'order' || orders !== 'injection' || Object.keys(missingIn(injection)).length === 0;
}

/** After these the prescription's next version is written. */
export const leadsToPrescription = (kind: DecisionKind): boolean => CHANGES_PRESCRIPTION.includes(kind);

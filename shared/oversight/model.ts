import { z } from 'zod';
import { NewOrder } from '#shared/orders/model.ts';
import { NewProcedure } from '#shared/orders/procedure.ts';
import { NewReferral } from '#shared/orders/referral.ts';
import { requiredText } from '#shared/platform/endpoint.ts';
import { PlainDate } from '#shared/platform/time.ts';

export const DECISION_KINDS = [
  'continue',
  'adjust-dose',
  'change-method',
  'order',
  'refer',
  'discharge',
] as const;
export const DecisionKind = z.enum(DECISION_KINDS);
export type DecisionKind = z.infer<typeof DecisionKind>;

export const DECISION_WORDS: Record<DecisionKind, { label: string; key: string }> = {
  continue: { label: 'Continue', key: 'c' },
  'adjust-dose': { label: 'Adjust dose', key: 'a' },
  'change-method': { label: 'Change method', key: 'm' },
  order: { label: 'Order / inject', key: 'o' },
  refer: { label: 'Refer / surgical opinion', key: 'r' },
  discharge: { label: 'Discharge', key: 'd' },
};

/** Kinds after which the next prescription version is written. */
export const CHANGES_PRESCRIPTION: readonly DecisionKind[] = ['adjust-dose', 'change-method'];

/** What a decision adds to its kind; the kinds that need nothing more have no detail. */
export const DecisionDetail = z.discriminatedUnion('type', [
  z.object({ type: z.literal('none') }),
  z.object({ type: z.literal('order'), order: NewOrder }),
  z.object({ type: z.literal('procedure'), procedure: NewProcedure }),
  z.object({ type: z.literal('referral'), referral: NewReferral }),
  /** Asked for on a page of its own, which the decision begins. */
  z.object({ type: z.literal('surgical-opinion') }),
  z.object({
    type: z.literal('discharge'),
    closeReason: z.enum(['goals-met', 'plateau', 'patient-choice', 'moved', 'other']),
  }),
]);
export type DecisionDetail = z.infer<typeof DecisionDetail>;

/** What a physiatrist decides about an episode: never implied by silence, always with an expectation and a date. */
export const NewDecision = z
  .object({
    kind: DecisionKind,
    why: requiredText(2000, 'A reason'),
    /** Codes of the verdict's reasons that the decision cites. */
    reasons: z.array(z.string().max(120)).max(40),
    expectation: requiredText(500, 'What you expect'),
    expected: z
      .object({
        measureCode: z.string().max(60),
        side: z.enum(['left', 'right']).nullable(),
        value: z.number(),
      })
      .nullable(),
    reviewOn: PlainDate,
    detail: DecisionDetail,
    /** Codes of the questions about unusual parts that were answered with yes. */
    confirmed: z.array(z.string().max(60)).max(10).optional(),
    /** The judgement the decision was made on; a newer one is shown before it counts. */
    verdictId: z.uuid().nullable(),
  })
  .superRefine((decision, context) => {
    const { kind, detail } = decision;
    const fits =
      (kind === 'order' && (detail.type === 'order' || detail.type === 'procedure')) ||
      (kind === 'refer' && (detail.type === 'referral' || detail.type === 'surgical-opinion')) ||
      (kind === 'discharge' && detail.type === 'discharge') ||
      (!['order', 'refer', 'discharge'].includes(kind) && detail.type === 'none');
    if (!fits)
      context.addIssue({
        code: 'custom',
        path: ['detail'],
        message: 'Say what is ordered, to whom it is referred, or why the episode closes.',
      });
    if (detail.type === 'referral' && detail.referral.surgicalOpinion)
      context.addIssue({
        code: 'custom',
        path: ['detail', 'referral', 'surgicalOpinion'],
        message: 'A surgeon is asked with the page of the surgical opinion, built from the record.',
      });
  });
export type NewDecision = z.infer<typeof NewDecision>;

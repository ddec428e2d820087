import { SAFETY_QUESTION_IDS } from '#shared/orders/safety-questions.ts';

/** Every question before a test, answered with no; those that a test does not ask are left out when it is stored. */
export const NOTHING_TO_WATCH = SAFETY_QUESTION_IDS.map((question) => ({
  question,
  answer: 'no' as const,
  note: null,
}));

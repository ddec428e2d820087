import { z } from 'zod';
import { text } from '#shared/platform/endpoint.ts';
import type { ProblemIssue } from '#shared/platform/problem.ts';
import type { OrderKind } from './order-kinds.ts';
import { questionsFor, SAFETY_QUESTION_IDS, type Person, type SafetyQuestionId } from './safety-questions.ts';
import { knownAnswers, type KnownAnswer, type OrderFacts } from './known-answers.ts';

/** One answered question, as it is sent: what the physiatrist says now. */
export const SafetyAnswer = z.object({
  question: z.enum(SAFETY_QUESTION_IDS),
  answer: z.enum(['yes', 'no', 'unknown'], { error: 'Answer yes, no or not known.' }),
  note: text(300).nullable().default(null),
});
export type SafetyAnswer = z.infer<typeof SafetyAnswer>;

/** As it is stored: with what the record said at that moment. */
export const StoredSafetyAnswer = SafetyAnswer.extend({
  /** "Cardiac pacemaker (Z95.0), recorded 3 May 2026"; null when the record said nothing. */
  record: z.string().nullable(),
});
export type StoredSafetyAnswer = z.infer<typeof StoredSafetyAnswer>;

const wantsContrast = (answers: readonly SafetyAnswer[]): boolean =>
  answers.some(({ question, answer }) => question === 'contrast' && answer !== 'no');

const issueAt = (question: SafetyQuestionId, message: string): ProblemIssue => ({
  path: `safety.${question}`,
  code: 'SAFETY',
  message,
});

/**
 * What keeps a test from being sent: a question without an answer, a hazard without what is done about it, an answer that is
 * not known without who finds out, and a no against what the record says without a reason.
 */
export function missingAnswers(
  kind: OrderKind,
  person: Person,
  facts: OrderFacts,
  answers: readonly SafetyAnswer[],
): ProblemIssue[] {
  const known = knownAnswers(facts);
  return questionsFor(kind, person, wantsContrast(answers)).flatMap(({ id, question, onYes }) => {
    const given = answers.find((one) => one.question === id);
    if (given === undefined) return [issueAt(id, `Answer: ${question}`)];
    if ((given.note ?? '') !== '') return [];
    if (given.answer === 'yes' && onYes !== null) return [issueAt(id, `${question} Write: ${onYes}.`)];
    if (given.answer === 'unknown') return [issueAt(id, `${question} Not known: write who finds out.`)];
    const record = known.get(id);
    return given.answer === 'no' && record?.answer === 'yes' && record.origin === 'chart'
      ? [issueAt(id, `${question} The record says yes (${record.words}): write why it is no.`)]
      : [];
  });
}

/** The answers that belong to this test, each with what the record said; answers to questions not asked are left out. */
export function storedAnswers(
  kind: OrderKind,
  person: Person,
  facts: OrderFacts,
  answers: readonly SafetyAnswer[],
): StoredSafetyAnswer[] {
  const known = knownAnswers(facts);
  const asked = new Set(questionsFor(kind, person, wantsContrast(answers)).map(({ id }) => id));
  return answers
    .filter(({ question }) => asked.has(question))
    .map((answer) => ({ ...answer, record: known.get(answer.question)?.words ?? null }));
}

/** One question as a form shows it: what was said, or else what the record says, marked as such. */
export interface AskedQuestion {
  id: SafetyQuestionId;
  question: string;
  answer: SafetyAnswer['answer'] | null;
  note: string;
  /** What to write, where the answer asks for more. */
  noteLabel: string | null;
  /** What the record says, and from when. */
  record: KnownAnswer | undefined;
  /** The answer shown is the record's; nobody has touched it. */
  isCarried: boolean;
}

/** What is sent: what was said, and for the rest what the record says. */
export function withKnown(facts: OrderFacts, given: readonly SafetyAnswer[]): SafetyAnswer[] {
  const known = [...knownAnswers(facts)]
    .filter(([id]) => !given.some(({ question }) => question === id))
    .map(([question, { answer, note }]): SafetyAnswer => ({ question, answer, note }));
  return [...given, ...known];
}

/** The questions of a test with their answers so far. */
export function askedQuestions(
  kind: OrderKind,
  person: Person,
  facts: OrderFacts,
  given: readonly SafetyAnswer[],
): AskedQuestion[] {
  const known = knownAnswers(facts);
  const answers = withKnown(facts, given);
  return questionsFor(kind, person, wantsContrast(answers)).map(({ id, question, onYes }) => {
    const answer = answers.find((one) => one.question === id);
    const record = known.get(id);
    const contradicts =
      answer?.answer === 'no' && record?.answer === 'yes' && record.origin === 'chart'
        ? 'Why it is no, against the record'
        : null;
    return {
      id,
      question,
      answer: answer?.answer ?? null,
      note: answer?.note ?? '',
      noteLabel:
        answer?.answer === 'yes' ? onYes : answer?.answer === 'unknown' ? 'Who finds out' : contradicts,
      record,
      isCarried: record !== undefined && !given.some((one) => one.question === id),
    };
  });
}

/** The answers after one question was answered or its note written. */
export function answerWith(
  given: readonly SafetyAnswer[],
  now: Pick<AskedQuestion, 'answer' | 'note'> | undefined,
  id: SafetyQuestionId,
  part: Partial<Pick<SafetyAnswer, 'answer' | 'note'>>,
): SafetyAnswer[] {
  const before = { answer: now?.answer ?? ('unknown' as const), note: now?.note ?? '' };
  return [...given.filter(({ question }) => question !== id), { question: id, ...before, ...part }];
}

import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerWith, askedQuestions, type SafetyAnswer } from '#shared/orders/safety-answers.ts';
import { SAFETY_SOURCE } from '#shared/orders/safety-questions.ts';
import type { KnownAnswer } from '#shared/orders/known-answers.ts';
import type { OrderKind } from '#shared/orders/order-kinds.ts';
import { ageOn } from '#shared/platform/time.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { QuestionList } from '#client/ui/QuestionList.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { preparationQuery } from './order-preparation.ts';

interface SafetyFieldsProps {
  /** Where the answers stand in what is sent, so that an issue leads to its field. */
  path: string;
  episodeId: string;
  kind: OrderKind;
  given: readonly SafetyAnswer[];
  onChange: (given: SafetyAnswer[]) => void;
}

/** What is asked before a test, with what the chart already says; nothing is sent while one is open. */
export function SafetyFields({ path, episodeId, kind, given, onChange }: SafetyFieldsProps) {
  const { today, date } = useClinicTime();
  const { data: facts, error } = useQuery(preparationQuery(episodeId));
  if (facts === undefined) {
    return error === null ? (
      <Text size="sm" c="dimmed">
        Looking up what the chart says…
      </Text>
    ) : (
      <ProblemAlert error={error} title="The chart could not be asked; answer after it has loaded" />
    );
  }
  const person = { sex: facts.sex, age: ageOn(facts.birthDate, today) };
  const questions = askedQuestions(kind, person, facts, given);
  const originOf = (record: KnownAnswer | undefined) =>
    record === undefined
      ? null
      : `${record.origin === 'chart' ? 'On record' : 'Earlier test'}: ${record.words}, ${date(record.on)}`;
  if (questions.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        Nothing has to be asked before this test.
      </Text>
    );
  }
  return (
    <section aria-label="Before the test">
      <Text fw={600}>Before the test</Text>
      <Text size="xs" c="dimmed" mb={4}>
        A bar marks what the record answers; sending confirms it. {SAFETY_SOURCE}.
      </Text>
      <QuestionList
        label="Questions before the test"
        path={path}
        questions={questions.map(({ record, ...question }) => ({ ...question, origin: originOf(record) }))}
        onAnswer={(id, part) =>
          onChange(
            answerWith(
              given,
              questions.find((one) => one.id === id),
              id,
              part,
            ),
          )
        }
      />
    </section>
  );
}

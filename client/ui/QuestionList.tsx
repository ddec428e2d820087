import { Text, TextInput } from '@mantine/core';
import { ChoiceField } from './ChoiceField.tsx';
import classes from './QuestionList.module.css';

const ANSWERS = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'unknown', label: 'Not known' },
] as const;

export type QuestionAnswer = (typeof ANSWERS)[number]['value'];

export interface ListedQuestion<Id extends string> {
  id: Id;
  question: string;
  answer: QuestionAnswer | null;
  note: string;
  /** What has to be written with this answer; nothing is asked for when null. */
  noteLabel: string | null;
  /** What is on record about it, with its date: "On record: takes metformin, 3 May 2026". */
  origin: string | null;
  /** The answer is the record's own and nobody has confirmed it by hand. */
  isCarried: boolean;
}

interface QuestionListProps<Id extends string> {
  label: string;
  /** Where the questions are in what is sent: `safety` leads a refusal of `safety.pregnancy` here. */
  path: string;
  questions: readonly ListedQuestion<Id>[];
  onAnswer: (id: Id, part: { answer: QuestionAnswer } | { note: string }) => void;
}

/** Short questions below each other: yes, no or not known, with a line to write where the answer asks for it. */
export function QuestionList<Id extends string>(props: QuestionListProps<Id>) {
  const { label, path, questions, onAnswer } = props;
  return (
    <ul className={classes.list} aria-label={label}>
      {questions.map(({ id, question, answer, note, noteLabel, origin, isCarried }) => (
        <li key={id} className={classes.question} data-carried={isCarried}>
          <div>
            <Text size="sm">{question}</Text>
            {origin === null ? null : (
              <Text size="xs" c="dimmed">
                {origin}
              </Text>
            )}
          </div>
          <ChoiceField
            label={question}
            hideLabel
            name={`${path}.${id}`}
            choices={ANSWERS}
            value={answer}
            onChange={(next) => onAnswer(id, { answer: next })}
          />
          {noteLabel === null ? null : (
            <TextInput
              className={classes.note}
              label={noteLabel}
              size="sm"
              maxLength={300}
              value={note}
              onChange={(event) => onAnswer(id, { note: event.currentTarget.value })}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

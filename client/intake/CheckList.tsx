import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Intake.module.css';

interface CheckListProps<Key extends string> {
  label: ReactNode;
  name: string;
  choices: readonly { key: Key; words: string }[];
  chosen: readonly Key[];
  onChange: (chosen: Key[]) => void;
  /** A last box that says "none of these": ticking it clears the others, and they clear it. */
  none?: { words: string; isChosen: boolean; onChange: (isChosen: boolean) => void };
  error?: string | undefined;
}

/** Several of some, each a large target. "None of these" is an answer of its own where silence must not count as one. */
export function CheckList<Key extends string>(props: CheckListProps<Key>) {
  const { label, name, choices, chosen, onChange, none, error } = props;
  const errorId = `${name}-error`;
  const turn = (key: Key, isOn: boolean) => {
    onChange(isOn ? [...chosen, key] : chosen.filter((other) => other !== key));
  };
  return (
    <fieldset className={classes.checks} aria-describedby={error === undefined ? undefined : errorId}>
      <legend>{label}</legend>
      {choices.map(({ key, words }) => (
        <Check
          key={key}
          name={name}
          words={words}
          isChecked={chosen.includes(key)}
          onChange={(isOn) => turn(key, isOn)}
        />
      ))}
      {none === undefined ? null : (
        <Check name={name} words={none.words} isChecked={none.isChosen} onChange={none.onChange} />
      )}
      {error === undefined ? null : (
        <Text id={errorId} c="var(--mantine-color-error)" size="sm">
          {error}
        </Text>
      )}
    </fieldset>
  );
}

interface CheckProps {
  name: string;
  words: string;
  isChecked: boolean;
  onChange: (isOn: boolean) => void;
}

function Check({ name, words, isChecked, onChange }: CheckProps) {
  return (
    <label className={classes.check} data-checked={isChecked}>
      <input
        type="checkbox"
        name={name}
        checked={isChecked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{words}</span>
    </label>
  );
}

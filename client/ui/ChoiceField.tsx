import { Input } from '@mantine/core';
import { useId, type KeyboardEvent, type ReactNode } from 'react';
import classes from './ChoiceField.module.css';

interface Choice<Value extends string> {
  value: Value;
  label: ReactNode;
  disabled?: boolean;
}

interface ChoiceFieldProps<Value extends string> {
  label: string;
  name?: string;
  choices: readonly Choice<Value>[];
  /** `null` while nothing is chosen. */
  value: Value | null;
  onChange: (value: Value) => void;
  description?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  hideLabel?: boolean;
  disabled?: boolean;
  /** One below the other, for long labels. */
  vertical?: boolean;
  /** Shows the number that chooses each. */
  withNumbers?: boolean;
}

/** One of a few, all in sight. Arrows move, and the number keys choose while the field has focus. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const {
    label,
    choices,
    value,
    onChange,
    description,
    error,
    required,
    hideLabel = false,
    disabled,
  } = props;
  const id = useId();
  const byNumber = (event: KeyboardEvent) => {
    const choice = choices[Number(event.key) - 1];
    if (choice === undefined || choice.disabled === true || disabled === true) return;
    event.preventDefault();
    onChange(choice.value);
  };
  return (
    <Input.Wrapper
      label={hideLabel ? undefined : label}
      labelElement="div"
      labelProps={{ id: `${id}-label` }}
      description={description}
      error={error}
      required={required}
    >
      <div
        role="radiogroup"
        aria-labelledby={hideLabel ? undefined : `${id}-label`}
        aria-label={hideLabel ? label : undefined}
        aria-required={required}
        aria-invalid={error === undefined || error === null || error === false ? undefined : true}
        className={classes.choices}
        data-vertical={props.vertical}
        onKeyDown={byNumber}
      >
        {choices.map((choice, index) => (
          <label key={choice.value} className={classes.choice} data-checked={value === choice.value}>
            <input
              type="radio"
              name={props.name ?? id}
              value={choice.value}
              checked={value === choice.value}
              disabled={disabled === true || choice.disabled === true}
              onChange={() => onChange(choice.value)}
            />
            {props.withNumbers === true ? (
              <span className={classes.number} aria-hidden>
                {index + 1}
              </span>
            ) : null}
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </Input.Wrapper>
  );
}

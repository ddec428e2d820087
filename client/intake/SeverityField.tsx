import { Button, Input } from '@mantine/core';
import { useId } from 'react';
import classes from './Intake.module.css';

interface SeverityFieldProps {
  value: number | null;
  isUnknown: boolean;
  onChange: (value: number | null, isUnknown: boolean) => void;
  error?: string | undefined;
}

const NUMBERS = Array.from({ length: 11 }, (_, number) => number);

/** How bad it is from 0 to 10, or hard to say; no number is chosen beforehand. */
export function SeverityField({ value, isUnknown, onChange, error }: SeverityFieldProps) {
  const id = useId();
  return (
    <Input.Wrapper
      label="How bad is it at its worst this week?"
      labelElement="div"
      labelProps={{ id }}
      description="0 is no trouble at all, 10 the worst you can imagine."
      error={error}
    >
      <div role="group" aria-labelledby={id} className={classes.scale}>
        {NUMBERS.map((number) => (
          <Button
            key={number}
            name={number === 0 ? 'severity' : undefined}
            w={42}
            px={0}
            variant={value === number && !isUnknown ? 'filled' : 'default'}
            aria-pressed={value === number && !isUnknown}
            aria-label={`${number} of 10`}
            onClick={() => onChange(number, false)}
          >
            {number}
          </Button>
        ))}
        <Button
          variant={isUnknown ? 'filled' : 'default'}
          aria-pressed={isUnknown}
          onClick={() => onChange(null, !isUnknown)}
        >
          Hard to say
        </Button>
      </div>
    </Input.Wrapper>
  );
}

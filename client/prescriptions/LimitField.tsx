import { NumberInput } from '@mantine/core';
import { DOSE_PARAMETERS, type DoseParameterCode } from '#shared/prescriptions/interventions.ts';
import type { Bound } from '#shared/prescriptions/model.ts';
import { decimalsOf } from './dose-fields.ts';
import classes from './Editor.module.css';

interface LimitFieldProps {
  /** "Lumbar traction", for the fields' names. */
  of: string;
  parameter: DoseParameterCode;
  bound: Bound | undefined;
  onChange: (ends: Pick<Bound, 'min' | 'max'>) => void;
}

/** The range one part of the dose may move in. The end that binds the therapist is the bold one. */
export function LimitField({ of, parameter, bound, onChange }: LimitFieldProps) {
  const { label, unit, step, harder } = DOSE_PARAMETERS[parameter];
  const ends = { min: bound?.min ?? null, max: bound?.max ?? null };
  const isBound = ends.min !== null || ends.max !== null;
  const end = (which: 'min' | 'max') => (
    <NumberInput
      aria-label={`${of}: ${label}, ${which === 'min' ? 'at least' : 'at most'} (${unit})`}
      size="xs"
      w={46}
      hideControls
      clampBehavior="none"
      decimalScale={decimalsOf(step)}
      min={0}
      max={1000}
      value={ends[which] ?? ''}
      error={ends.min !== null && ends.max !== null && ends.min > ends.max}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(value) => onChange({ ...ends, [which]: typeof value === 'number' ? value : null })}
      styles={{
        input: {
          textAlign: 'right',
          fontWeight: (which === 'max') === (harder === 'higher') ? 650 : 400,
        },
      }}
    />
  );
  return (
    <span className={classes.limit} data-binding={isBound}>
      {label === 'Grade (I-V)' ? 'Grade' : label} {end('min')} to {end('max')}{' '}
      {unit === 'grade' || unit === 'sets' || unit === 'reps' ? '' : unit}
    </span>
  );
}

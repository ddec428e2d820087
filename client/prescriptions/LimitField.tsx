import { Chip } from '@mantine/core';
import {
  choicesOf,
  doseParameter,
  type Choice,
  type DoseParameterCode,
} from '#shared/prescriptions/dose-parameters.ts';
import type { Bound } from '#shared/prescriptions/model.ts';
import { NumberField } from '#client/ui/NumberField.tsx';
import { decimalsOf } from './dose-fields.ts';
import classes from './LimitField.module.css';

interface LimitFieldProps {
  /** "Lumbar traction", for the fields' names. */
  of: string;
  parameter: DoseParameterCode;
  bound: Bound | undefined;
  onChange: (ends: Pick<Bound, 'min' | 'max' | 'allowed'>) => void;
}

/** The range one part of the dose may move in, or the settings it may take. The end that binds the therapist is the bold one. */
export function LimitField(props: LimitFieldProps) {
  const choices = choicesOf(props.parameter);
  return choices === undefined ? <RangeField {...props} /> : <SetField {...props} choices={choices} />;
}

/** "Effort, RPE": the unit stands with the name, so that the fields below line up. */
export function limitLabel(parameter: DoseParameterCode): string {
  const { label, unit } = doseParameter(parameter);
  if (parameter === 'effortRpe') return 'Effort, RPE';
  if (parameter === 'gradeMaitland') return 'Grade, I-V';
  return unit === '' || unit === 'sets' || unit === 'reps' ? label : `${label}, ${unit}`;
}

function RangeField({ of, parameter, bound, onChange }: LimitFieldProps) {
  const { label, unit, step, harder } = doseParameter(parameter);
  const ends = { min: bound?.min ?? null, max: bound?.max ?? null };
  const isBound = ends.min !== null || ends.max !== null;
  const end = (which: 'min' | 'max') => (
    <NumberField
      label={`${of}: ${label}, ${which === 'min' ? 'at least' : 'at most'} (${unit})`}
      hideLabel
      size="xs"
      width={50}
      decimals={decimalsOf(step)}
      min={0}
      max={1000}
      value={ends[which]}
      {...(ends.min !== null && ends.max !== null && ends.min > ends.max ? { error: true } : {})}
      strong={(which === 'max') === (harder === 'higher')}
      onChange={(value) => onChange({ ...ends, [which]: value })}
    />
  );
  return (
    <span className={classes.limit} data-binding={isBound}>
      <span className={classes.limitLabel}>{limitLabel(parameter)}</span>
      <span className={classes.limitEnds}>
        {end('min')} <span aria-hidden>to</span> {end('max')}
      </span>
    </span>
  );
}

/** Settings that are allowed; none chosen leaves the setting to the therapist. */
function SetField({
  of,
  parameter,
  bound,
  onChange,
  choices,
}: LimitFieldProps & { choices: readonly Choice[] }) {
  const allowed = bound?.allowed ?? [];
  return (
    <span
      className={`${classes.limit} ${classes.limitSet}`}
      data-binding={allowed.length > 0}
      role="group"
      aria-label={`${of}: ${doseParameter(parameter).label} allowed`}
    >
      <span className={classes.limitLabel}>
        {limitLabel(parameter)}
        {allowed.length === 0 ? ', any' : ', only'}
      </span>
      <span className={classes.limitChips}>
        <Chip.Group
          multiple
          value={allowed.map(String)}
          onChange={(values) => onChange({ min: null, max: null, allowed: values.map(Number) })}
        >
          {choices.map(({ value, label }) => (
            <Chip key={value} value={String(value)} size="xs" radius="sm">
              {label}
            </Chip>
          ))}
        </Chip.Group>
      </span>
    </span>
  );
}

import type { HomeDose } from '#shared/home-programme/model.ts';
import { NumberField } from '#client/ui/NumberField.tsx';
import classes from './HomeProgramme.module.css';

/** A dose while it is being typed: how often may still be missing. */
export type TypedDose = { [Part in keyof HomeDose]: number | null };

const FIELDS: readonly { part: keyof HomeDose; label: string; unit: string; width: number }[] = [
  { part: 'sets', label: 'Sets', unit: 'sets', width: 92 },
  { part: 'repetitions', label: 'Repetitions', unit: 'reps', width: 100 },
  { part: 'holdSeconds', label: 'Hold', unit: 's', width: 76 },
  { part: 'minutes', label: 'Minutes', unit: 'min', width: 92 },
  { part: 'timesPerDay', label: 'Times a day', unit: 'times', width: 100 },
  { part: 'daysPerWeek', label: 'Days a week', unit: 'days', width: 100 },
];

interface DoseFieldsProps {
  /** Path of the dose in what is sent. */
  path: string;
  /** Names the exercise for a screen reader where several doses stand on a page. */
  of?: string;
  dose: TypedDose;
  onChange: (dose: TypedDose) => void;
}

/** Sets, repetitions, hold, minutes, and how often. */
export function DoseFields({ path, of, dose, onChange }: DoseFieldsProps) {
  return (
    <div className={classes.doses} role="group" aria-label={of === undefined ? 'Dose' : `Dose of ${of}`}>
      {FIELDS.map(({ part, label, unit, width }) => (
        <NumberField
          key={part}
          label={label}
          name={`${path}.${part}`}
          unit={unit}
          width={width}
          size="xs"
          value={dose[part]}
          onChange={(value) => onChange({ ...dose, [part]: value })}
        />
      ))}
    </div>
  );
}

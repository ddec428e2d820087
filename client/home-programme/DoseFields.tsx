import type { HomeDose } from '#shared/home-programme/model.ts';
import { NumberField } from '#client/ui/NumberField.tsx';
import classes from './HomeProgramme.module.css';

/** A dose while it is being typed: how often may still be missing. */
export type TypedDose = { [Part in keyof HomeDose]: number | null };

// Each label names what is counted.
const FIELDS: readonly { part: keyof HomeDose; label: string; width: number }[] = [
  { part: 'sets', label: 'Sets', width: 64 },
  { part: 'repetitions', label: 'Repetitions', width: 80 },
  { part: 'holdSeconds', label: 'Hold (s)', width: 64 },
  { part: 'minutes', label: 'Minutes', width: 64 },
  { part: 'timesPerDay', label: 'Times a day', width: 80 },
  { part: 'daysPerWeek', label: 'Days a week', width: 80 },
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
      {FIELDS.map(({ part, label, width }) => (
        <NumberField
          key={part}
          label={label}
          name={`${path}.${part}`}
          width={width}
          size="xs"
          value={dose[part]}
          onChange={(value) => onChange({ ...dose, [part]: value })}
        />
      ))}
    </div>
  );
}

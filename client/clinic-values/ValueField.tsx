import { writtenNumber } from '#shared/clinic-values/check-value.ts';
import type { ClinicValue } from '#shared/clinic-values/model.ts';
import { valueWords } from '#shared/clinic-values/value-words.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { NumberField } from '#client/ui/NumberField.tsx';

interface ValueFieldProps {
  about: ClinicValue;
  /** As it is written: 70 for 70 %. */
  value: number | string | null;
  error: string | undefined;
  onChange: (value: number | string | null) => void;
}

/** The field of a value, by its kind, with what may be chosen. */
export function ValueField({ about, value, error, onChange }: ValueFieldProps) {
  if (about.kind === 'choice') {
    return (
      <ChoiceField
        label="Value"
        name="value"
        vertical
        choices={about.choices}
        value={value === null ? null : String(value)}
        error={error}
        onChange={onChange}
      />
    );
  }
  return (
    <NumberField
      label="Value"
      name="value"
      {...(about.unit === '' ? {} : { unit: about.unit })}
      width={220}
      decimals={about.kind === 'whole' ? 0 : 2}
      min={writtenNumber(about, about.min)}
      max={writtenNumber(about, about.max)}
      description={`From ${valueWords(about, about.min)} to ${valueWords(about, about.max)}${about.step === 1 ? '' : ` in steps of ${about.step}`}`}
      value={typeof value === 'number' ? value : null}
      error={error}
      onChange={onChange}
    />
  );
}

import type { Side } from '#shared/patients/model.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';

const CHOICES = [
  { value: 'none', label: 'no side' },
  { value: 'left', label: 'left' },
  { value: 'right', label: 'right' },
  { value: 'both', label: 'both' },
] as const;

interface SideFieldProps {
  /** Field path, for problems that name it. */
  name?: string;
  value: Side | null;
  error?: string | undefined;
  onChange: (value: Side | null) => void;
}

/** Left, right, both, or none where the body has one of it. */
export function SideField({ name = 'side', value, error, onChange }: SideFieldProps) {
  return (
    <ChoiceField
      label="Side"
      name={name}
      choices={CHOICES}
      error={error}
      value={value ?? 'none'}
      onChange={(next) => onChange(next === 'none' ? null : next)}
    />
  );
}

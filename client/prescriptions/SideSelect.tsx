import { NativeSelect } from '@mantine/core';
import { getMeasure } from '#shared/outcomes/registry.ts';

interface SideSelectProps {
  label: string;
  measureCode: string;
  value: 'left' | 'right' | null;
  onChange: (side: 'left' | 'right' | null) => void;
}

/** The side of a measure that is one series per side; nothing to choose for the others. */
export function SideSelect({ label, measureCode, value, onChange }: SideSelectProps) {
  if (getMeasure(measureCode)?.sided !== true) return null;
  return (
    <NativeSelect
      aria-label={label}
      size="xs"
      w={78}
      data={[{ value: '', label: 'side?' }, 'left', 'right']}
      value={value ?? ''}
      onChange={({ currentTarget: { value: side } }) =>
        onChange(side === 'left' || side === 'right' ? side : null)
      }
    />
  );
}

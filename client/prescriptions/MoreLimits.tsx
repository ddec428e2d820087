import { NativeSelect } from '@mantine/core';
import { DOSE_PARAMETER_CODES, type DoseParameterCode } from '#shared/prescriptions/dose-parameters.ts';
import { limitLabel } from './LimitField.tsx';

interface MoreLimitsProps {
  of: string;
  parameters: readonly DoseParameterCode[];
  onPick: (parameter: DoseParameterCode) => void;
}

/** Parts of the dose that are seldom limited: chosen, they get a field of their own. */
export function MoreLimits({ of, parameters, onPick }: MoreLimitsProps) {
  return (
    <NativeSelect
      aria-label={`${of}: limit something else`}
      size="xs"
      w={84}
      styles={{ input: { border: 0, background: 'none', color: 'var(--mantine-color-dimmed)' } }}
      data={[
        { value: '', label: '+ limit' },
        ...parameters.map((value) => ({ value, label: limitLabel(value) })),
      ]}
      value=""
      onChange={({ currentTarget }) => {
        const chosen = DOSE_PARAMETER_CODES.find((one) => one === currentTarget.value);
        if (chosen !== undefined) onPick(chosen);
      }}
    />
  );
}

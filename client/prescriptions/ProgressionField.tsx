import { CloseButton, NativeSelect } from '@mantine/core';
import { DOSE_PARAMETERS, type DoseParameterCode } from '#shared/prescriptions/dose-parameters.ts';
import {
  type DraftProgression,
  MOST_PROGRESSION_SESSIONS,
  type Progression,
} from '#shared/prescriptions/progression.ts';
import { NumberField } from '#client/ui/NumberField.tsx';
import classes from './TaperField.module.css';

interface ProgressionFieldProps {
  of: string;
  value: DraftProgression;
  parameters: readonly DoseParameterCode[];
  onChange: (rule: DraftProgression | null) => void;
}

/** A rule to begin with: one step of the first part of the dose that can be raised. */
export const firstProgression = (parameters: readonly DoseParameterCode[]): Progression => {
  const parameter = parameters[0] ?? 'repetitions';
  return { parameter, by: DOSE_PARAMETERS[parameter].step, afterSessions: 2, painAtMost: 4 };
};

/** Parts of a dose that are raised step by step: more of it asks more of the patient. */
export const raisable = (parameters: readonly DoseParameterCode[]): DoseParameterCode[] =>
  parameters.filter((parameter) => DOSE_PARAMETERS[parameter].harder === 'higher');

/** "then + 2 reps after 2 sessions with pain at most 4": what the session sheet suggests, and nothing else. */
export function ProgressionField({ of, value, parameters, onChange }: ProgressionFieldProps) {
  const set = (part: Partial<DraftProgression>) => onChange({ ...value, ...part });
  return (
    <div className={classes.taperStep} role="group" aria-label={`${of}: progression`}>
      then +
      <NumberField
        label={`${of}: raise by`}
        hideLabel
        size="xs"
        width={64}
        min={0.1}
        max={100}
        decimals={1}
        value={value.by}
        onChange={(by) => set({ by })}
      />
      <NativeSelect
        aria-label={`${of}: raise what`}
        size="xs"
        data={parameters.map((code) => ({ value: code, label: DOSE_PARAMETERS[code].label.toLowerCase() }))}
        value={value.parameter}
        onChange={({ currentTarget }) => {
          const parameter = parameters.find((code) => code === currentTarget.value);
          if (parameter !== undefined) set({ parameter, by: DOSE_PARAMETERS[parameter].step });
        }}
      />
      after
      <NumberField
        label={`${of}: sessions before the step`}
        hideLabel
        size="xs"
        unit="sessions"
        width={96}
        min={1}
        max={MOST_PROGRESSION_SESSIONS}
        value={value.afterSessions}
        onChange={(afterSessions) => set({ afterSessions })}
      />
      with pain after at most
      <NumberField
        label={`${of}: pain after at most`}
        hideLabel
        size="xs"
        unit="0-10"
        width={80}
        min={0}
        max={10}
        value={value.painAtMost}
        onChange={(painAtMost) => set({ painAtMost })}
      />
      <CloseButton size="sm" aria-label={`No progression of ${of}`} onClick={() => onChange(null)} />
    </div>
  );
}

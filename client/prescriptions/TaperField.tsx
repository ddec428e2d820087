import { CloseButton } from '@mantine/core';
import type { DraftTaperStep, PrescriptionDraftContent } from '#shared/prescriptions/model.ts';
import { planOfSteps } from '#shared/prescriptions/schedule.ts';
import { NumberField } from '#client/ui/NumberField.tsx';
import { replaced, without } from './draft-access.ts';
import { TextButton } from '#client/ui/TextButton.tsx';
import classes from './TaperField.module.css';

interface TaperFieldProps {
  steps: readonly DraftTaperStep[];
  onChange: (plan: Partial<PrescriptionDraftContent>) => void;
}

/** With a single step left it is one frequency again. */
const withSteps = (steps: DraftTaperStep[]): Partial<PrescriptionDraftContent> => ({
  ...planOfSteps(steps),
  ...(steps.length === 1 ? { taper: null } : {}),
});

const MOST_STEPS = 6;

/** A frequency that falls by weeks, step after step: "3 a week for 2 weeks, then 2 a week for 4 weeks". */
export function TaperField({ steps, onChange }: TaperFieldProps) {
  const update = (index: number, part: Partial<DraftTaperStep>) =>
    onChange(planOfSteps(replaced(steps, index, part)));
  const last = steps.at(-1);
  return (
    <div className={classes.taper} data-path="taper">
      {steps.map((step, index) => (
        <span key={index} className={classes.taperStep}>
          <span className={classes.taperThen}>{index === 0 ? 'First' : 'then'}</span>
          <NumberField
            label={`Times a week, step ${index + 1}`}
            hideLabel
            size="xs"
            unit="a week"
            width={96}
            min={1}
            max={14}
            value={step.perWeek}
            onChange={(perWeek) => update(index, { perWeek })}
          />
          for
          <NumberField
            label={`Weeks, step ${index + 1}`}
            hideLabel
            size="xs"
            unit="weeks"
            width={88}
            min={1}
            max={52}
            value={step.weeks}
            onChange={(weeks) => update(index, { weeks })}
          />
          <CloseButton
            size="sm"
            aria-label={`Remove step ${index + 1} of the taper`}
            onClick={() => onChange(withSteps(without(steps, index)))}
          />
        </span>
      ))}
      {steps.length >= MOST_STEPS ? null : (
        <TextButton
          onClick={() =>
            onChange(
              planOfSteps([
                ...steps,
                { perWeek: Math.max(1, (last?.perWeek ?? 2) - 1), weeks: last?.weeks ?? 2 },
              ]),
            )
          }
        >
          + then
        </TextButton>
      )}
    </div>
  );
}

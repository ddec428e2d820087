import { useState } from 'react';
import type { PrescriptionDraftContent } from '#shared/prescriptions/model.ts';
import { planOfVisits } from '#shared/prescriptions/schedule.ts';
import { NumberField } from '#client/ui/NumberField.tsx';
import { TextButton } from '#client/ui/TextButton.tsx';

interface DurationFieldProps {
  content: Pick<
    PrescriptionDraftContent,
    'frequencyPerWeek' | 'durationWeeks' | 'durationVisits' | 'amountPerDay'
  >;
  onChange: (plan: Partial<PrescriptionDraftContent>) => void;
}

/** How long: in weeks, or in visits from which the weeks follow (POC-3). An emptied field stays empty in the unit it was asked in. */
export function DurationField({ content, onChange }: DurationFieldProps) {
  const { frequencyPerWeek, durationWeeks, durationVisits = null, amountPerDay } = content;
  const [isCounted, setCounted] = useState(durationVisits !== null);
  if (durationVisits !== null || (isCounted && durationWeeks === null)) {
    return (
      <>
        <div data-path={durationVisits === null ? 'durationWeeks' : 'durationVisits'}>
          <NumberField
            label="Duration"
            name="durationVisits"
            unit="visits"
            width={120}
            value={durationVisits}
            min={1}
            max={400}
            onChange={(visits) => {
              setCounted(true);
              onChange(planOfVisits(content, visits));
            }}
          />
        </div>
        <TextButton
          onClick={() => {
            setCounted(false);
            onChange({ durationVisits: null });
          }}
        >
          In weeks
        </TextButton>
      </>
    );
  }
  const visits = (frequencyPerWeek ?? 1) * (amountPerDay ?? 1) * (durationWeeks ?? 1);
  return (
    <>
      <div data-path="durationWeeks">
        <NumberField
          label="Duration"
          name="durationWeeks"
          unit="weeks"
          width={120}
          value={durationWeeks}
          min={1}
          max={52}
          onChange={(value) => onChange({ durationWeeks: value })}
        />
      </div>
      <TextButton onClick={() => onChange(planOfVisits(content, visits))}>In visits</TextButton>
    </>
  );
}

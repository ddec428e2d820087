import { Stack, TextInput } from '@mantine/core';
import { NEURO_INJURIES, WANTS, YES_NO } from '#shared/intake/answers.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { CheckList } from './CheckList.tsx';
import { checksOf, choicesOf } from './choices.ts';
import type { StepProps } from './step.ts';

const YES_OR_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const;

/** What happened before, what is known already, and what is hoped for. */
export function HistoryStep({ draft, change, errorOf }: StepProps) {
  const { today } = useClinicTime();
  return (
    <Stack gap="lg">
      <ChoiceField
        label="Was there an operation for this problem, or one in the last year?"
        name="hadSurgery"
        choices={YES_OR_NO}
        value={draft.hadSurgery}
        error={errorOf('hadSurgery')}
        onChange={(hadSurgery) => change({ hadSurgery })}
      />
      {draft.hadSurgery === 'yes' ? (
        <PlainDateField
          label="Day of the latest operation (a rough date is fine)"
          name="surgeryOn"
          max={today}
          width={200}
          value={draft.surgeryOn}
          error={errorOf('surgeryOn')}
          onChange={(surgeryOn) => change({ surgeryOn })}
        />
      ) : null}
      <CheckList
        label="Have you ever had one of these? Leave blank if not."
        name="neuroInjuries"
        choices={checksOf(NEURO_INJURIES)}
        chosen={draft.neuroInjuries}
        onChange={(neuroInjuries) => change({ neuroInjuries })}
      />
      <ChoiceField
        label="Has a doctor told you what causes the problem?"
        name="diagnosisKnown"
        choices={choicesOf(YES_NO)}
        value={draft.diagnosisKnown}
        error={errorOf('diagnosisKnown')}
        onChange={(diagnosisKnown) => change({ diagnosisKnown })}
      />
      {draft.diagnosisKnown === 'yes' ? (
        <TextInput
          label="What did the doctor call it? (optional)"
          name="diagnosis"
          maxLength={300}
          value={draft.diagnosis}
          onChange={(event) => change({ diagnosis: event.currentTarget.value })}
        />
      ) : null}
      <ChoiceField
        label="Has a physiatrist of this clinic already seen you for this problem?"
        name="seenHere"
        choices={choicesOf(YES_NO)}
        value={draft.seenHere}
        error={errorOf('seenHere')}
        onChange={(seenHere) => change({ seenHere })}
      />
      {draft.seenHere === 'yes' ? (
        <ChoiceField
          label="Did they prescribe therapy that still goes on?"
          name="therapyPrescribed"
          choices={choicesOf(YES_NO)}
          value={draft.therapyPrescribed}
          error={errorOf('therapyPrescribed')}
          onChange={(therapyPrescribed) => change({ therapyPrescribed })}
        />
      ) : null}
      <CheckList
        label="What do you hope for? Tick all that fit."
        name="wants"
        choices={checksOf(WANTS)}
        chosen={draft.wants}
        onChange={(wants) => change({ wants })}
        error={errorOf('wants')}
      />
    </Stack>
  );
}

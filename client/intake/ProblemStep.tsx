import { Select, Stack, Textarea, TextInput } from '@mantine/core';
import { PLACES, SYMPTOMS, TRENDS } from '#shared/intake/answers.ts';
import { BodyRegion, BODY_REGION_LABEL, hasSides } from '#shared/patients/model.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { CheckList } from './CheckList.tsx';
import { checksOf, choicesOf } from './choices.ts';
import { SeverityField } from './SeverityField.tsx';
import type { StepProps } from './step.ts';

const SIDE_CHOICES = [
  { value: 'left', label: 'Left' },
  { value: 'right', label: 'Right' },
  { value: 'both', label: 'Both' },
] as const;

/** What troubles the patient, where, since when, how much, and which way it goes. */
export function ProblemStep({ draft, change, errorOf }: StepProps) {
  const { today } = useClinicTime();
  return (
    <Stack gap="lg">
      <TextInput
        label="What is the problem, in a sentence?"
        name="concern"
        placeholder="Pain in the right knee when walking downstairs"
        maxLength={200}
        value={draft.concern}
        error={errorOf('concern')}
        onChange={(event) => change({ concern: event.currentTarget.value })}
      />
      <FieldRow>
        <Select
          label="Part of the body"
          name="bodyRegion"
          placeholder="Choose"
          searchable
          data={choicesOf(BODY_REGION_LABEL)}
          value={draft.bodyRegion}
          error={errorOf('bodyRegion')}
          onChange={(next) => change({ bodyRegion: BodyRegion.nullable().parse(next) })}
        />
        {draft.bodyRegion !== null && hasSides(draft.bodyRegion) ? (
          <ChoiceField
            label="Side"
            name="side"
            choices={SIDE_CHOICES}
            value={draft.side}
            error={errorOf('side')}
            onChange={(side) => change({ side })}
          />
        ) : null}
      </FieldRow>
      <CheckList
        label="What do you notice? Tick all that fit."
        name="symptoms"
        choices={checksOf(SYMPTOMS)}
        chosen={draft.symptoms}
        onChange={(symptoms) => change({ symptoms })}
      />
      <ChoiceField
        label="Where do you feel it?"
        name="place"
        choices={choicesOf(PLACES)}
        value={draft.place}
        error={errorOf('place')}
        onChange={(place) => change({ place })}
      />
      <SeverityField
        value={draft.severity}
        isUnknown={draft.severityUnknown}
        error={errorOf('severity')}
        onChange={(severity, severityUnknown) => change({ severity, severityUnknown })}
      />
      <ChoiceField
        label="How has it changed in the last weeks?"
        name="trend"
        choices={choicesOf(TRENDS)}
        value={draft.trend}
        error={errorOf('trend')}
        onChange={(trend) => change({ trend })}
      />
      <PlainDateField
        label="When did it begin? (optional, a rough date is fine)"
        name="startedOn"
        max={today}
        width={200}
        value={draft.startedOn}
        error={errorOf('startedOn')}
        onChange={(startedOn) => change({ startedOn })}
      />
      <Textarea
        label="Anything else the clinic should know? (optional)"
        name="narrative"
        autosize
        minRows={3}
        maxLength={4000}
        value={draft.narrative}
        onChange={(event) => change({ narrative: event.currentTarget.value })}
      />
    </Stack>
  );
}

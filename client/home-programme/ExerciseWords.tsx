import { Textarea, TextInput } from '@mantine/core';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import type { TypedExercise } from './exercise-draft.ts';

interface ExerciseWordsProps {
  value: TypedExercise;
  onChange: (part: Partial<TypedExercise>) => void;
}

/** What the patient reads, in both languages side by side. */
export function ExerciseWords({ value, onChange }: ExerciseWordsProps) {
  return (
    <>
      <FieldRow minWidth={15}>
        <TextInput
          label="Name in English"
          name="content.name.en"
          required
          value={value.nameEn}
          onChange={(event) => onChange({ nameEn: event.currentTarget.value })}
        />
        <TextInput
          label="Name in Spanish"
          name="content.name.es"
          lang="es"
          value={value.nameEs}
          onChange={(event) => onChange({ nameEs: event.currentTarget.value })}
        />
      </FieldRow>
      <FieldRow minWidth={15}>
        <Textarea
          label="How it is done, in English"
          description="One step to a line"
          name="content.steps.en"
          required
          autosize
          minRows={3}
          value={value.stepsEn}
          onChange={(event) => onChange({ stepsEn: event.currentTarget.value })}
        />
        <Textarea
          label="How it is done, in Spanish"
          description="Empty: the English is printed"
          name="content.steps.es"
          lang="es"
          autosize
          minRows={3}
          value={value.stepsEs}
          onChange={(event) => onChange({ stepsEs: event.currentTarget.value })}
        />
      </FieldRow>
      <FieldRow minWidth={15}>
        <TextInput
          label="Careful, in English"
          name="content.caution.en"
          value={value.cautionEn}
          onChange={(event) => onChange({ cautionEn: event.currentTarget.value })}
        />
        <TextInput
          label="Careful, in Spanish"
          name="content.caution.es"
          lang="es"
          value={value.cautionEs}
          onChange={(event) => onChange({ cautionEs: event.currentTarget.value })}
        />
      </FieldRow>
    </>
  );
}

import { MultiSelect, Select } from '@mantine/core';
import { PICTURE_CODES } from '#shared/home-programme/figure/pictures.ts';
import { CATEGORY_LABEL, EQUIPMENT_LABEL } from '#shared/home-programme/library-words.ts';
import { EQUIPMENT, Equipment, EXERCISE_CATEGORIES } from '#shared/home-programme/model.ts';
import { SHIPPED_EXERCISES } from '#shared/home-programme/library/shipped-library.ts';
import { BODY_REGION_LABEL, BODY_REGIONS } from '#shared/patients/model.ts';
import { AGENTS, INTERVENTIONS } from '#shared/prescriptions/interventions.ts';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { ExercisePicture } from './ExercisePicture.tsx';
import type { TypedExercise } from './exercise-draft.ts';

interface ExerciseFactsProps {
  value: TypedExercise;
  onChange: (part: Partial<TypedExercise>) => void;
}

const PICTURE_NAMES = new Map<string, string>(
  [...SHIPPED_EXERCISES.values()].map(({ picture, name }) => [picture ?? '', name.en]),
);
const PICTURES = PICTURE_CODES.map((value) => ({ value, label: PICTURE_NAMES.get(value) ?? value })).sort(
  (a, b) => a.label.localeCompare(b.label),
);

/** Where it belongs, what it needs, its picture, and what the prescription's limits know it by. */
export function ExerciseFacts({ value, onChange }: ExerciseFactsProps) {
  return (
    <>
      <FieldRow>
        <Select
          label="Kind"
          name="content.category"
          required
          data={EXERCISE_CATEGORIES.map((one) => ({ value: one, label: CATEGORY_LABEL[one] }))}
          value={value.category}
          onChange={(category) => onChange({ category })}
        />
        <Select
          label="Body region"
          name="content.region"
          required
          data={BODY_REGIONS.map((one) => ({ value: one, label: BODY_REGION_LABEL[one] }))}
          value={value.region}
          onChange={(region) => onChange({ region })}
        />
        <MultiSelect
          label="Needed"
          name="content.equipment"
          data={EQUIPMENT.map((one) => ({ value: one, label: EQUIPMENT_LABEL[one].en }))}
          value={value.equipment}
          onChange={(chosen) =>
            onChange({ equipment: chosen.flatMap((one) => Equipment.safeParse(one).data ?? []) })
          }
        />
      </FieldRow>
      <FieldRow minWidth={15}>
        <Select
          label="Same limits as"
          description="The intervention whose limits on the prescription hold at home"
          name="content.intervention"
          searchable
          clearable
          data={INTERVENTIONS.map(({ code, name }) => ({ value: code, label: name }))}
          value={value.intervention}
          onChange={(intervention) => onChange({ intervention })}
        />
        <MultiSelect
          label="What precautions look for"
          description="Lying on the back, heavy loading, bending the spine"
          name="content.agents"
          searchable
          data={AGENTS.map((one) => ({ value: one, label: one.replaceAll('-', ' ') }))}
          value={value.agents}
          onChange={(agents) => onChange({ agents })}
        />
      </FieldRow>
      <Select
        label="Picture"
        name="content.picture"
        searchable
        clearable
        placeholder="No picture"
        data={PICTURES}
        value={value.picture}
        onChange={(picture) => onChange({ picture })}
      />
      {value.picture === null ? null : <ExercisePicture code={value.picture} label="The chosen picture" />}
    </>
  );
}

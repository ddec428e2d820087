import { Select, Stack, TextInput } from '@mantine/core';
import { SUBMITTER_LABEL } from '#shared/intake/model.ts';
import { SEXES } from '#shared/patients/model.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { choicesOf } from './choices.ts';
import type { StepProps } from './step.ts';

interface PersonStepProps extends StepProps {
  clinics: readonly { value: string; label: string }[];
}

type TextFieldName = 'familyName' | 'givenName' | 'phone' | 'email' | 'submitterName' | 'submitterContact';

/** Who asks, who the patient is, and how they are reached. */
export function PersonStep({ draft, change, errorOf, clinics }: PersonStepProps) {
  const { today } = useClinicTime();
  const text = (name: TextFieldName, label: string, more: { type?: string; autoComplete?: string } = {}) => (
    <TextInput
      {...more}
      label={label}
      name={name}
      maxLength={200}
      value={draft[name]}
      error={errorOf(name)}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  const forOther = draft.submitter !== null && draft.submitter !== 'patient';
  return (
    <Stack gap="lg">
      <ChoiceField
        label="Who is asking?"
        name="submitter"
        choices={choicesOf(SUBMITTER_LABEL)}
        value={draft.submitter}
        error={errorOf('submitter')}
        onChange={(submitter) => change({ submitter })}
      />
      {forOther ? (
        <FieldRow>
          {text('submitterName', 'Your name')}
          {text('submitterContact', 'How to reach you (optional)')}
        </FieldRow>
      ) : null}
      <FieldRow>
        {text('familyName', forOther ? 'Family name of the patient' : 'Family name')}
        {text('givenName', forOther ? 'Given names of the patient' : 'Given names')}
      </FieldRow>
      <FieldRow>
        <PlainDateField
          label="Birth date"
          name="birthDate"
          max={today}
          value={draft.birthDate}
          error={errorOf('birthDate')}
          onChange={(birthDate) => change({ birthDate })}
        />
        <ChoiceField
          label="Sex"
          name="sex"
          choices={SEXES.map((value) => ({ value, label: value }))}
          value={draft.sex}
          error={errorOf('sex')}
          onChange={(sex) => change({ sex })}
        />
      </FieldRow>
      <FieldRow>
        {text('phone', forOther ? 'Telephone of the patient' : 'Telephone', { type: 'tel' })}
        {text('email', forOther ? 'E-mail of the patient' : 'E-mail', { type: 'email' })}
      </FieldRow>
      <Select
        label="Clinic"
        name="clinic"
        placeholder="Choose a clinic"
        allowDeselect={false}
        data={clinics}
        value={draft.clinic === '' ? null : draft.clinic}
        error={errorOf('clinic')}
        onChange={(clinic) => change({ clinic: clinic ?? '' })}
      />
    </Stack>
  );
}

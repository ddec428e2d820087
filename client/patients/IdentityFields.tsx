import { Autocomplete, Textarea, TextInput } from '@mantine/core';
import { SEXES } from '#shared/patients/model.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { IDENTITY_LABEL, type IdentityForm } from './identity-form.ts';

/** Most spoken at home in the United States (Census Bureau, American Community Survey); suggestions only [M]. */
const COMMON_LANGUAGES = [
  'English',
  'Spanish',
  'Chinese',
  'Tagalog',
  'Vietnamese',
  'Arabic',
  'French',
  'Korean',
  'Russian',
  'Portuguese',
] as const;

interface IdentityFieldsProps {
  value: IdentityForm;
  onChange: (part: Partial<IdentityForm>) => void;
  errorOf: (path: string) => string | undefined;
}

/** Who somebody is and how they are reached. */
export function IdentityFields({ value, onChange, errorOf }: IdentityFieldsProps) {
  const { today } = useClinicTime();
  const text = (name: 'familyName' | 'givenName' | 'phone' | 'email', type = 'text') => (
    <TextInput
      label={IDENTITY_LABEL[name]}
      name={name}
      type={type}
      value={value[name]}
      error={errorOf(name)}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <FieldRow>
        {text('familyName')}
        {text('givenName')}
      </FieldRow>
      <PlainDateField
        label={IDENTITY_LABEL.birthDate}
        name="birthDate"
        max={today}
        width={180}
        value={value.birthDate}
        error={errorOf('birthDate')}
        onChange={(birthDate) => onChange({ birthDate })}
      />
      <ChoiceField
        label={IDENTITY_LABEL.sex}
        name="sex"
        choices={SEXES.map((sex) => ({ value: sex, label: sex }))}
        value={value.sex}
        onChange={(sex) => onChange({ sex })}
      />
      <FieldRow>
        {text('phone', 'tel')}
        {text('email', 'email')}
      </FieldRow>
      <Textarea
        label={IDENTITY_LABEL.address}
        name="address"
        autosize
        minRows={2}
        value={value.address}
        error={errorOf('address')}
        onChange={(event) => onChange({ address: event.currentTarget.value })}
      />
      <Autocomplete
        label={IDENTITY_LABEL.language}
        name="language"
        description="The home programme is handed out in it when it is English or Spanish. Another one may be typed."
        data={[...COMMON_LANGUAGES]}
        value={value.language}
        error={errorOf('language')}
        onChange={(language) => onChange({ language })}
      />
    </>
  );
}

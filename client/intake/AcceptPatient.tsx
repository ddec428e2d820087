import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RequestDetail } from '#shared/intake/queue.ts';
import { SEXES } from '#shared/patients/model.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { probableTwins, type AcceptDraft } from './accept-draft.ts';
import { CandidateList } from './CandidateList.tsx';

export interface AcceptPartProps {
  value: AcceptDraft;
  onChange: (part: Partial<AcceptDraft>) => void;
  errorOf: (path: string) => string | undefined;
}

/** Somebody of the register, or a new person whose details can still be corrected. */
export function AcceptPatient(props: AcceptPartProps & { request: RequestDetail }) {
  const { request, value, onChange } = props;
  const [search, setSearch] = useState('');
  const twins = probableTwins(request);
  return (
    <FormSection title="Who is it?" description="Choose somebody of the register, or register a new person.">
      <TextInput
        type="search"
        label="Look in the register"
        placeholder="Name, birth date or record number"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <CandidateList
        request={request}
        search={search}
        chosen={value.existing}
        isNew={value.isNew}
        onChoose={(existing) => onChange({ existing, isNew: existing === null, course: null })}
      />
      {value.isNew ? <NewPerson {...props} /> : null}
      {value.isNew && twins.length > 0 ? (
        <Checkbox
          name="duplicatesReviewed"
          label={`I have looked: this is another person than ${twins.length === 1 ? 'the one' : 'those'} in the register`}
          checked={value.duplicatesReviewed}
          onChange={(event) => onChange({ duplicatesReviewed: event.currentTarget.checked })}
        />
      ) : null}
    </FormSection>
  );
}

const LABELS = {
  familyName: 'Family name',
  givenName: 'Given names',
  phone: 'Telephone',
  email: 'E-mail',
} as const;

function NewPerson({ value, onChange, errorOf }: AcceptPartProps) {
  const { identity } = value;
  const change = (part: Partial<AcceptDraft['identity']>) => onChange({ identity: { ...identity, ...part } });
  const text = (name: keyof typeof LABELS) => (
    <TextInput
      label={LABELS[name]}
      name={`patient.identity.${name}`}
      value={identity[name]}
      error={errorOf(`patient.identity.${name}`)}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <FieldRow>
        {text('familyName')}
        {text('givenName')}
        <PlainDateField
          label="Birth date"
          name="patient.identity.birthDate"
          value={identity.birthDate}
          error={errorOf('patient.identity.birthDate')}
          onChange={(birthDate) => change({ birthDate })}
        />
      </FieldRow>
      <FieldRow>
        <ChoiceField
          label="Sex"
          name="patient.identity.sex"
          choices={SEXES.map((sex) => ({ value: sex, label: sex }))}
          value={identity.sex}
          onChange={(sex) => change({ sex })}
        />
      </FieldRow>
      <FieldRow>
        {text('phone')}
        {text('email')}
      </FieldRow>
    </>
  );
}

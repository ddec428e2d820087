import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { BodyRegion, BODY_REGION_LABEL, hasSides, PAYER_LABEL, Side, SIDES } from '#shared/patients/model.ts';
import { ClinicId } from '#shared/platform/ids.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { staffQuery } from '#client/platform/session.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import type { AcceptPartProps } from './AcceptPatient.tsx';
import { choicesOf } from './choices.ts';

/** The course of care that is opened: one problem, one clinic, one payer profile. */
export function AcceptEpisode({ value, onChange, errorOf }: AcceptPartProps) {
  const { today } = useClinicTime();
  const clinics = useQuery(staffQuery).data?.clinics ?? [];
  const { bodyRegion } = value;
  return (
    <FormSection title="The episode">
      <TextInput
        label="Concern"
        name="episode.concern"
        maxLength={200}
        value={value.concern}
        error={errorOf('episode.concern')}
        onChange={(event) => onChange({ concern: event.currentTarget.value })}
      />
      <FieldRow>
        <Select
          label="Part of the body"
          name="episode.bodyRegion"
          data={choicesOf(BODY_REGION_LABEL)}
          value={bodyRegion}
          error={errorOf('episode.bodyRegion')}
          onChange={(next) => onChange({ bodyRegion: BodyRegion.nullable().parse(next) })}
        />
        {bodyRegion !== null && hasSides(bodyRegion) ? (
          <Select
            label="Side"
            name="episode.side"
            clearable
            data={SIDES.map((side) => ({ value: side, label: side }))}
            value={value.side}
            onChange={(next) => onChange({ side: Side.nullable().parse(next) })}
          />
        ) : null}
        <PlainDateField
          label="Onset (optional)"
          name="episode.onsetOn"
          max={today}
          value={value.onsetOn}
          error={errorOf('episode.onsetOn')}
          onChange={(onsetOn) => onChange({ onsetOn })}
        />
      </FieldRow>
      <FieldRow>
        <Select
          label="Clinic"
          name="episode.clinicId"
          allowDeselect={false}
          data={clinics.map(({ clinicId, name }) => ({ value: clinicId, label: name }))}
          value={value.clinicId}
          onChange={(next) => onChange({ clinicId: ClinicId.parse(next) })}
        />
        <ChoiceField
          label="Payer rules"
          name="episode.payerProfile"
          choices={choicesOf(PAYER_LABEL)}
          value={value.payerProfile}
          onChange={(payerProfile) => onChange({ payerProfile })}
        />
      </FieldRow>
    </FormSection>
  );
}

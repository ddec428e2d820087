import { Select, TextInput } from '@mantine/core';
import {
  BodyRegion,
  BODY_REGION_LABEL,
  BODY_REGIONS,
  hasSides,
  PAYER_LABEL,
  PAYER_PROFILES,
  Side,
  SIDES,
} from '#shared/patients/model.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { EPISODE_LABEL, type EpisodeForm } from './episode-form.ts';

interface EpisodeFieldsProps {
  value: EpisodeForm;
  onChange: (part: Partial<EpisodeForm>) => void;
  errorOf: (path: string) => string | undefined;
  /** Saving was tried without a part of the body. */
  regionMissing: boolean;
}

/** What an episode is about, and whose payer rules it follows. */
export function EpisodeFields({ value, onChange, errorOf, regionMissing }: EpisodeFieldsProps) {
  const { today } = useClinicTime();
  const { bodyRegion } = value;
  return (
    <>
      <TextInput
        label={EPISODE_LABEL.concern}
        name="concern"
        maxLength={200}
        value={value.concern}
        error={errorOf('concern')}
        onChange={(event) => onChange({ concern: event.currentTarget.value })}
      />
      <FieldRow>
        <Select
          label={EPISODE_LABEL.bodyRegion}
          name="bodyRegion"
          data={BODY_REGIONS.map((region) => ({ value: region, label: BODY_REGION_LABEL[region] }))}
          value={bodyRegion}
          error={regionMissing ? 'Choose a part of the body.' : errorOf('bodyRegion')}
          onChange={(next) => onChange({ bodyRegion: BodyRegion.nullable().parse(next) })}
        />
        {bodyRegion !== null && hasSides(bodyRegion) ? (
          <Select
            label={EPISODE_LABEL.side}
            name="side"
            clearable
            data={SIDES.map((side) => ({ value: side, label: side }))}
            value={value.side}
            onChange={(next) => onChange({ side: Side.nullable().parse(next) })}
          />
        ) : null}
        <PlainDateField
          label={`${EPISODE_LABEL.onsetOn} (optional)`}
          name="onsetOn"
          max={today}
          value={value.onsetOn}
          error={errorOf('onsetOn')}
          onChange={(onsetOn) => onChange({ onsetOn })}
        />
      </FieldRow>
      <ChoiceField
        label={EPISODE_LABEL.payerProfile}
        name="payerProfile"
        choices={PAYER_PROFILES.map((payer) => ({ value: payer, label: PAYER_LABEL[payer] }))}
        value={value.payerProfile}
        onChange={(payerProfile) => onChange({ payerProfile })}
      />
    </>
  );
}

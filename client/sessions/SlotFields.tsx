import { Checkbox, Select, TextInput } from '@mantine/core';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { NumberField } from '#client/ui/NumberField.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';

/** A wanted time as it is typed. */
export interface SlotForm {
  date: string;
  time: string;
  durationMinutes: number | null;
  therapistId: string;
  /** With other patients at the same time. */
  asGroup: boolean;
}

interface SlotFieldsProps {
  form: SlotForm;
  therapists: readonly { staffMemberId: string; name: string }[];
  errorOf: (path: string) => string | undefined;
  onChange: (part: Partial<SlotForm>) => void;
}

/** Day, time, length and therapist of a session. */
export function SlotFields({ form, therapists, errorOf, onChange }: SlotFieldsProps) {
  return (
    <>
      <FieldRow minWidth={8}>
        <PlainDateField
          label="Day"
          name="date"
          required
          value={form.date}
          error={errorOf('date')}
          onChange={(date) => onChange({ date })}
        />
        <TextInput
          label="Time"
          name="time"
          type="time"
          required
          value={form.time}
          error={errorOf('time')}
          onChange={(event) => onChange({ time: event.currentTarget.value })}
        />
        <NumberField
          label="Length"
          name="durationMinutes"
          unit="min"
          min={10}
          max={240}
          required
          value={form.durationMinutes}
          error={errorOf('durationMinutes')}
          onChange={(durationMinutes) => onChange({ durationMinutes })}
        />
      </FieldRow>
      <Select
        label="Therapist"
        name="therapistId"
        required
        allowDeselect={false}
        data={therapists.map(({ staffMemberId, name }) => ({ value: staffMemberId, label: name }))}
        value={form.therapistId === '' ? null : form.therapistId}
        error={errorOf('therapistId')}
        onChange={(therapistId) => onChange({ therapistId: therapistId ?? '' })}
      />
      <Checkbox
        label="Group session: the therapist treats other patients at the same time"
        name="asGroup"
        checked={form.asGroup}
        onChange={(event) => onChange({ asGroup: event.currentTarget.checked })}
      />
    </>
  );
}

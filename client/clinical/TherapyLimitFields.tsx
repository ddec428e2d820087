import { Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { addDays, PlainDate } from '#shared/platform/time.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { NumberField } from '#client/ui/NumberField.tsx';

interface TherapyLimitDraft {
  restDays: number | null;
  restrictedDays: number | null;
  restriction: string;
}

interface TherapyLimitFieldsProps {
  prefix?: string;
  value: TherapyLimitDraft;
  onChange: (part: Partial<TherapyLimitDraft>) => void;
  performedOn: string;
  error?: ReactNode;
  /** Where the days come from, when they are proposed. */
  usual?: string;
}

/** What therapy leaves out after a procedure, with the days it means. */
export function TherapyLimitFields({
  prefix = '',
  value,
  onChange,
  performedOn,
  error,
  usual,
}: TherapyLimitFieldsProps) {
  return (
    <div>
      <FieldRow minWidth={9}>
        <NumberField
          label="Days without therapy"
          name={`${prefix}restDays`}
          unit="days"
          required
          min={0}
          max={60}
          error={error}
          value={value.restDays}
          onChange={(restDays) => onChange({ restDays })}
        />
        <NumberField
          label="Restricted for"
          name={`${prefix}restrictedDays`}
          unit="days"
          min={1}
          max={180}
          value={value.restrictedDays}
          onChange={(restrictedDays) => onChange({ restrictedDays })}
        />
      </FieldRow>
      <TextInput
        label="What is left out then"
        name={`${prefix}restriction`}
        placeholder="No loaded flexion"
        mt="sm"
        value={value.restriction}
        onChange={(event) => onChange({ restriction: event.currentTarget.value })}
      />
      {usual === undefined ? null : (
        <Text size="sm" c="dimmed" mt={4}>
          {usual}
        </Text>
      )}
      <Meaning value={value} performedOn={performedOn} />
    </div>
  );
}

/** The days in words, so that nobody has to count. */
function Meaning({ value, performedOn }: Pick<TherapyLimitFieldsProps, 'value' | 'performedOn'>) {
  const { date } = useClinicTime();
  const day = PlainDate.safeParse(performedOn).data;
  if (day === undefined || value.restDays === null) return null;
  const rest =
    value.restDays === 0
      ? 'Therapy may go on the same day.'
      : `No session until ${date(addDays(day, value.restDays))}; the first day again is ${date(addDays(day, value.restDays + 1))}.`;
  const restricted =
    value.restrictedDays === null ? '' : ` Restricted until ${date(addDays(day, value.restrictedDays))}.`;
  return (
    <Text size="sm" c="dimmed" mt={4} aria-live="polite">
      {rest}
      {restricted}
    </Text>
  );
}

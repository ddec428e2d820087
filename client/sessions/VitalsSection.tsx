import { Text } from '@mantine/core';
import type { OrderedVitals } from '#shared/prescriptions/model.ts';
import type { SessionContent, SessionVitals } from '#shared/sessions/model.ts';
import { NumberField } from '#client/ui/NumberField.tsx';
import type { SheetEdit } from './sheet-edits.ts';
import classes from './Sheet.module.css';

interface VitalsSectionProps {
  content: SessionContent;
  ordered: OrderedVitals | undefined;
  edit: (change: SheetEdit) => void;
}

interface VitalField {
  name: keyof SessionVitals;
  label: string;
  unit: string;
  limit: string;
}

/** Only the vital signs that are ordered; without an order none is asked for. */
function orderedFields(ordered: OrderedVitals | undefined): VitalField[] {
  if (ordered === undefined) return [];
  const { bloodPressure: bp, heartRate: hr, spo2, glucose } = ordered;
  return [
    ...(bp === null
      ? []
      : [
          { name: 'systolic', label: 'BP systolic', unit: 'mmHg', limit: `up to ${bp.maxSystolic}` } as const,
          {
            name: 'diastolic',
            label: 'BP diastolic',
            unit: 'mmHg',
            limit: `up to ${bp.maxDiastolic}`,
          } as const,
        ]),
    ...(hr === null
      ? []
      : [
          { name: 'heartRate', label: 'Heart rate', unit: 'bpm', limit: rangeWords(hr.min, hr.max) } as const,
        ]),
    ...(spo2 === null
      ? []
      : [{ name: 'spo2', label: 'SpO2', unit: '%', limit: `from ${spo2.min}` } as const]),
    ...(glucose === null
      ? []
      : [
          {
            name: 'glucose',
            label: 'Glucose',
            unit: 'mg/dL',
            limit: rangeWords(glucose.min, glucose.max),
          } as const,
        ]),
  ];
}

const rangeWords = (min: number | null, max: number | null): string =>
  min !== null && max !== null ? `${min} to ${max}` : max !== null ? `up to ${max}` : `from ${min ?? ''}`;

/** Pain before and after, and ordered vital signs. */
export function VitalsSection({ content, ordered, edit }: VitalsSectionProps) {
  const set = (change: Partial<SessionContent>) => edit((old) => ({ ...old, ...change }));
  const fields = orderedFields(ordered);
  return (
    <section className={classes.vitals} aria-label="Pain and vital signs">
      <NumberField
        label="Pain before"
        name="content.painBefore"
        unit="0-10"
        width={92}
        min={0}
        max={10}
        value={content.painBefore}
        error={painError(content.painBefore)}
        onChange={(painBefore) => set({ painBefore })}
      />
      <NumberField
        label="Pain after"
        name="content.painAfter"
        unit="0-10"
        width={92}
        min={0}
        max={10}
        value={content.painAfter}
        error={painError(content.painAfter)}
        onChange={(painAfter) => set({ painAfter })}
      />
      {fields.map(({ name, label, unit, limit }) => (
        <NumberField
          key={name}
          label={`${label}, ${limit}`}
          name={`content.vitals.${name}`}
          unit={unit}
          width={132}
          required
          value={content.vitals[name]}
          onChange={(value) => set({ vitals: { ...content.vitals, [name]: value } })}
        />
      ))}
      {fields.length === 0 ? (
        <Text size="sm" c="dimmed">
          No vital signs ordered
        </Text>
      ) : null}
    </section>
  );
}

const painError = (value: number | null): string | undefined =>
  value !== null && (value < 0 || value > 10 || !Number.isInteger(value)) ? '0 to 10' : undefined;

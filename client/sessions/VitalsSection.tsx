import { SegmentedControl, Text } from '@mantine/core';
import { useRef } from 'react';
import { asksCarbohydrate, asksKetones } from '#shared/sessions/gate-vitals.ts';
import {
  VITAL_RANGES,
  type SessionContent,
  type SessionVitals,
  type VitalName,
} from '#shared/sessions/model.ts';
import {
  vitalFields,
  withEarlier,
  type LeftReading,
  type VitalField,
  type VitalOrders,
} from '#shared/sessions/vital-fields.ts';
import { asksInr, type KnownInr } from '#shared/prescriptions/inr.ts';
import type { PlainDate } from '#shared/platform/time.ts';
import { NumberField } from '#client/ui/NumberField.tsx';
import { EarlierReadings } from './EarlierReadings.tsx';
import { InrField } from './InrField.tsx';
import type { SheetEdit } from './sheet-edits.ts';
import classes from './Sheet.module.css';

interface VitalsSectionProps {
  content: SessionContent;
  /** The orders and precautions of the day; nothing without a prescription. */
  orders: (VitalOrders & { interventions: readonly { code: string }[] }) | undefined;
  /** The last INR known by the day, wherever it was entered. */
  lastInr: KnownInr | undefined;
  sessionDate: PlainDate;
  /** The chart lists insulin or a secretagogue. */
  lowersGlucose: boolean;
  edit: (change: SheetEdit) => void;
}

/** Pain before and after; vital signs that are ordered, or that a precaution judges when they are taken. */
export function VitalsSection(props: VitalsSectionProps) {
  const { content, orders, lastInr, sessionDate, lowersGlucose, edit } = props;
  const set = (change: Partial<SessionContent>) => edit((old) => ({ ...old, ...change }));
  const { vitals } = content;
  const setVitals = (change: Partial<SessionVitals>) =>
    edit((old) => ({ ...old, vitals: { ...old.vitals, ...change } }));
  const leave = useLeftReadings(vitals, edit);
  const fields = vitalFields(orders);
  return (
    <section className={classes.vitals} aria-label="Pain and vital signs">
      <NumberField
        label="Pain before"
        name="content.painBefore"
        unit="0-10"
        width={84}
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
        width={84}
        min={0}
        max={10}
        value={content.painAfter}
        error={painError(content.painAfter)}
        onChange={(painAfter) => set({ painAfter })}
      />
      {fields.map((field) => (
        <NumberField
          key={field.name}
          label={`${field.label}, ${field.limit}`}
          name={`content.vitals.${field.name}`}
          unit={field.unit}
          width={widthOf(`${field.label}, ${field.limit}`)}
          required={field.ordered}
          min={VITAL_RANGES[field.name][0]}
          max={VITAL_RANGES[field.name][1]}
          value={vitals[field.name]}
          onChange={(value) => setVitals({ [field.name]: value })}
          onBlur={() => leave(field)}
        />
      ))}
      {asksKetones(vitals) ? (
        <Answer
          label="Ketones"
          name="content.vitals.ketones"
          value={vitals.ketones ?? undefined}
          choices={{ negative: 'Negative', positive: 'Present' }}
          onChange={(ketones) => setVitals({ ketones })}
        />
      ) : null}
      {asksCarbohydrate(vitals, lowersGlucose, orders?.clinicValues) ? (
        <Answer
          label="Carbohydrate first"
          name="content.vitals.carbohydrate"
          value={vitals.carbohydrate ?? undefined}
          choices={{ given: 'Given', 'not-given': 'Not given' }}
          onChange={(carbohydrate) => setVitals({ carbohydrate })}
        />
      ) : null}
      {orders !== undefined && asksInr(orders) ? (
        <InrField vitals={vitals} last={lastInr} sessionDate={sessionDate} onChange={setVitals} />
      ) : null}
      {fields.length === 0 ? (
        <Text size="sm" c="dimmed">
          No vital signs ordered
        </Text>
      ) : null}
      <EarlierReadings vitals={vitals} edit={edit} />
    </section>
  );
}

/** What stood in each field when it was left: a value out of range is kept when another one takes its place. */
function useLeftReadings(vitals: SessionVitals, edit: (change: SheetEdit) => void) {
  const left = useRef<Partial<Record<VitalName, LeftReading>>>(undefined);
  left.current ??= storedReadings(vitals);
  return (field: VitalField): void => {
    const before = left.current?.[field.name];
    const value = vitals[field.name];
    if (before?.value === value) return;
    left.current = {
      ...left.current,
      [field.name]: value === null ? before : { value, at: new Date().toISOString() },
    };
    // An emptied field is on its way to another value: the reading that stood there waits for it.
    if (value !== null) edit((old) => ({ ...old, vitals: withEarlier(old.vitals, field, before) }));
  };
}

/** A saved sheet does not say when a value was entered: it was there when the sheet was opened. */
function storedReadings(vitals: SessionVitals): Partial<Record<VitalName, LeftReading>> {
  const at = new Date().toISOString();
  const of = (value: number | null) => (value === null ? {} : { value, at });
  const { systolic, diastolic, heartRate, spo2, glucose } = vitals;
  const all = { systolic, diastolic, heartRate, spo2, glucose };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, of(value)]])),
  );
}

interface AnswerProps<Value extends string> {
  label: string;
  name: string;
  value: Value | undefined;
  choices: Record<Value, string>;
  onChange: (value: Value) => void;
}

/** A question that a number raises; unanswered until somebody answers it. */
function Answer<Value extends string>({ label, name, value, choices, onChange }: AnswerProps<Value>) {
  const isChoice = (key: string): key is Value => Object.hasOwn(choices, key);
  return (
    <div>
      <Text size="sm" fw={600} id={name}>
        {label}
      </Text>
      <SegmentedControl
        name={name}
        aria-labelledby={name}
        value={value ?? ''}
        data={Object.keys(choices).flatMap((key) =>
          isChoice(key) ? [{ value: key, label: choices[key] }] : [],
        )}
        onChange={(next) => {
          if (isChoice(next)) onChange(next);
        }}
      />
    </div>
  );
}

const painError = (value: number | null): string | undefined =>
  value !== null && (value < 0 || value > 10 || !Number.isInteger(value)) ? '0 to 10' : undefined;

/** As wide as its label, so that no label breaks in two beside the others. */
const widthOf = (label: string): number => Math.max(116, (label.length + 2) * 7);

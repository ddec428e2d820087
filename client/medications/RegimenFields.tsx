import { Autocomplete, Select, Textarea, TextInput } from '@mantine/core';
import { z } from 'zod';
import { courseDays, FREQUENCIES, lastDay, Route, ROUTE_LABEL, ROUTES } from '#shared/medications/model.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { NumberField } from '#client/ui/NumberField.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';

/** How it is taken, while it is being typed. */
export const TypedRegimen = z.object({
  dose: z.string(),
  route: z.string().nullable(),
  frequency: z.string(),
  stopOn: z.string(),
  taper: z.string(),
});
export type TypedRegimen = z.infer<typeof TypedRegimen>;

interface RegimenFieldsProps {
  value: TypedRegimen;
  startsOn: string;
  errorOf: (path: string) => string | undefined;
  onChange: (part: Partial<TypedRegimen>) => void;
}

/** Dose, route, frequency and end. Days and last day are two ways to say the same; both empty is until further notice. */
export function RegimenFields({ value, startsOn, errorOf, onChange }: RegimenFieldsProps) {
  const isStart = PlainDate.safeParse(startsOn).success;
  const days =
    isStart && PlainDate.safeParse(value.stopOn).success && value.stopOn >= startsOn
      ? courseDays(startsOn, value.stopOn)
      : null;
  return (
    <>
      <FieldRow>
        <TextInput
          label="Dose"
          name="dose"
          required
          placeholder="400 mg"
          maxLength={100}
          value={value.dose}
          error={errorOf('dose')}
          onChange={(event) => onChange({ dose: event.currentTarget.value })}
        />
        <Select
          label="Route"
          allowDeselect={false}
          name="route"
          required
          data={ROUTES.map((route) => ({ value: route, label: ROUTE_LABEL[route] }))}
          value={value.route}
          error={errorOf('route')}
          onChange={(route) => onChange({ route })}
        />
        <Autocomplete
          label="How often"
          name="frequency"
          required
          maxLength={100}
          data={[...FREQUENCIES]}
          value={value.frequency}
          error={errorOf('frequency')}
          onChange={(frequency) => onChange({ frequency })}
        />
      </FieldRow>
      <FieldRow>
        <NumberField
          label="For"
          name="days"
          unit="days"
          min={1}
          max={3650}
          disabled={!isStart}
          value={days}
          onChange={(next) => onChange({ stopOn: next === null ? '' : lastDay(startsOn, next) })}
        />
        <PlainDateField
          label="Last day (empty: until further notice)"
          name="stopOn"
          min={isStart ? startsOn : undefined}
          value={value.stopOn}
          error={errorOf('stopOn')}
          onChange={(stopOn) => onChange({ stopOn })}
        />
      </FieldRow>
      <Textarea
        label="Taper (optional): the steps, where it must not end at once"
        name="taper"
        autosize
        minRows={1}
        maxLength={500}
        placeholder="20 mg for 5 days, 10 mg for 5 days, 5 mg for 5 days, then stop"
        value={value.taper}
        error={errorOf('taper')}
        onChange={(event) => onChange({ taper: event.currentTarget.value })}
      />
    </>
  );
}

/** What is typed as the server takes it; a missing route is left for the server's own words. */
export function regimenOf(value: TypedRegimen) {
  return {
    dose: value.dose,
    route: Route.safeParse(value.route).data,
    frequency: value.frequency,
    stopOn: value.stopOn === '' ? null : value.stopOn,
    taper: value.taper.trim() === '' ? null : value.taper,
  };
}

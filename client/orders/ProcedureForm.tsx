import { Autocomplete, TextInput, Textarea } from '@mantine/core';
import { z } from 'zod';
import { GUIDANCE, NewProcedure, PROCEDURE_KIND_LABEL, PROCEDURE_KINDS } from '#shared/orders/model.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { NumberField } from '#client/ui/NumberField.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { type OrderFormProps, OrderPanel } from './OrderPanel.tsx';
import { usePerform } from './queries.ts';
import { SideField } from './SideField.tsx';
import { useKeptForm } from './use-kept-form.ts';

const Typed = NewProcedure.extend({
  display: z.string(),
  site: z.string(),
  agent: z.string(),
  dose: z.string(),
  guidance: z.string(),
  performedOn: z.string(),
  responseWindowDays: z.number().nullable(),
  expectedEffect: z.string(),
});

/** Days after which an injection's effect is judged unless another window is written: product policy. */
const USUAL_WINDOW_DAYS = 14;

const orNull = (text: string) => (text.trim() === '' ? null : text);

/** Records an injection or a nerve block that was performed. */
export function ProcedureForm({ header, onClose }: OrderFormProps) {
  const { today } = useClinicTime();
  const form = useKeptForm(`procedure:${header.episodeId}`, Typed, {
    kind: 'injection',
    display: '',
    site: '',
    side: header.side,
    agent: '',
    dose: '',
    guidance: '',
    performedOn: today,
    responseWindowDays: USUAL_WINDOW_DAYS,
    expectedEffect: '',
  });
  const { value, set } = form;
  const perform = usePerform(header.episodeId);
  const submit = () =>
    perform.mutate(
      {
        ...value,
        agent: orNull(value.agent),
        dose: orNull(value.dose),
        guidance: orNull(value.guidance),
        expectedEffect: orNull(value.expectedEffect),
      },
      {
        onSuccess: () => {
          form.sent();
          showNote('Recorded. What follows is judged from this day.');
          onClose();
        },
      },
    );
  return (
    <OrderPanel
      header={header}
      title="Record a procedure"
      submitLabel="Record"
      busy={perform.isPending}
      error={perform.error}
      keepsDraft={form.isTouched}
      onSubmit={submit}
      onClose={onClose}
    >
      <ChoiceField
        label="Procedure"
        name="kind"
        choices={PROCEDURE_KINDS.map((kind) => ({ value: kind, label: PROCEDURE_KIND_LABEL[kind] }))}
        value={value.kind}
        onChange={(kind) => set({ kind })}
      />
      <TextInput
        label="What was done"
        name="display"
        required
        placeholder="L5 transforaminal epidural injection"
        value={value.display}
        onChange={(event) => set({ display: event.currentTarget.value })}
      />
      <FieldRow>
        <TextInput
          label="Site"
          name="site"
          required
          value={value.site}
          onChange={(event) => set({ site: event.currentTarget.value })}
        />
        <SideField value={value.side} onChange={(side) => set({ side })} />
      </FieldRow>
      <FieldRow>
        <TextInput
          label="Agent"
          name="agent"
          value={value.agent}
          onChange={(event) => set({ agent: event.currentTarget.value })}
        />
        <TextInput
          label="Dose, with its unit"
          name="dose"
          value={value.dose}
          onChange={(event) => set({ dose: event.currentTarget.value })}
        />
        <Autocomplete
          label="Guidance"
          name="guidance"
          data={[...GUIDANCE]}
          value={value.guidance}
          onChange={(guidance) => set({ guidance })}
        />
      </FieldRow>
      <FieldRow>
        <PlainDateField
          label="Performed on"
          name="performedOn"
          max={today}
          value={value.performedOn}
          onChange={(performedOn) => set({ performedOn })}
        />
        <NumberField
          label="Response expected within"
          name="responseWindowDays"
          unit="days"
          min={1}
          max={365}
          value={value.responseWindowDays}
          onChange={(responseWindowDays) => set({ responseWindowDays })}
        />
      </FieldRow>
      <Textarea
        label="Expected effect"
        name="expectedEffect"
        autosize
        minRows={2}
        placeholder="NPRS at least 2 lower for 2 weeks"
        value={value.expectedEffect}
        onChange={(event) => set({ expectedEffect: event.currentTarget.value })}
      />
    </OrderPanel>
  );
}

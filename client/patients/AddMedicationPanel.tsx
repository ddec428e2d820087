import { TextInput } from '@mantine/core';
import { z } from 'zod';
import type { PatientChart } from '#shared/patients/chart.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { fieldErrorsOf } from '#client/platform/field-error.ts';
import { useDraftForm } from '#client/platform/use-draft-form.ts';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { AddPanel } from './AddPanel.tsx';
import { useAddMedication } from './queries.ts';

const Fields = z.object({
  name: z.string(),
  dose: z.string(),
  frequency: z.string(),
  reason: z.string(),
  startedOn: z.string(),
});

const EMPTY: z.infer<typeof Fields> = { name: '', dose: '', frequency: '', reason: '', startedOn: '' };

/** Writes down what the patient says they take. Ordering a medication is a decision and lives in the evaluation. */
export function AddMedicationPanel({ chart, onClose }: { chart: PatientChart; onClose: () => void }) {
  const { patientId } = chart.patient;
  const { today } = chart;
  const form = useDraftForm(`medication:${patientId}`, Fields, EMPTY);
  const add = useAddMedication(patientId);
  const errorOf = fieldErrorsOf(add.error);
  const { startedOn, ...fields } = form.value;
  const started = PlainDate.safeParse(startedOn);
  const submit = () =>
    add.mutate(
      { ...fields, startedOn: started.success ? started.data : null },
      {
        onSuccess: () => {
          form.clear();
          showNote(`${fields.name} is written down.`);
          onClose();
        },
      },
    );
  const text = (name: keyof typeof fields, label: string, placeholder?: string) => (
    <TextInput
      label={label}
      name={name}
      placeholder={placeholder}
      maxLength={name === 'name' || name === 'reason' ? 200 : 100}
      required={name === 'name'}
      withAsterisk={false}
      value={fields[name]}
      error={errorOf(name)}
      onChange={(event) => form.change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <AddPanel
      chart={chart}
      title="Add a medication as told"
      submitLabel="Write down"
      onSubmit={submit}
      onClose={onClose}
      busy={add.isPending}
      error={add.error}
      keepsDraft={form.hasDraft}
    >
      {text('name', 'Medication')}
      <FieldRow>
        {text('dose', 'Dose (optional)', '400 mg')}
        {text('frequency', 'How often (optional)', 'twice a day')}
      </FieldRow>
      {text('reason', 'For what (optional)')}
      <PlainDateField
        label="Since (optional)"
        name="startedOn"
        max={today}
        width={180}
        value={startedOn}
        error={errorOf('startedOn')}
        onChange={(next) => form.change({ startedOn: next })}
      />
    </AddPanel>
  );
}

import { TextInput } from '@mantine/core';
import { z } from 'zod';
import type { PatientChart } from '#shared/patients/chart.ts';
import { ALLERGY_SEVERITIES } from '#shared/patients/model.ts';
import { fieldErrorsOf } from '#client/platform/field-error.ts';
import { useDraftForm } from '#client/platform/use-draft-form.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { AddPanel } from './AddPanel.tsx';
import { useAddAllergy } from './queries.ts';

const Fields = z.object({
  substance: z.string(),
  reaction: z.string(),
  severity: z.enum(ALLERGY_SEVERITIES).nullable(),
});

const EMPTY: z.infer<typeof Fields> = { substance: '', reaction: '', severity: null };

/** Records an allergy. */
export function AddAllergyPanel({ chart, onClose }: { chart: PatientChart; onClose: () => void }) {
  const { patientId } = chart.patient;
  const form = useDraftForm(`allergy:${patientId}`, Fields, EMPTY);
  const add = useAddAllergy(patientId);
  const errorOf = fieldErrorsOf(add.error);
  const submit = () =>
    add.mutate(form.value, {
      onSuccess: () => {
        form.clear();
        showNote(`The allergy to ${form.value.substance} is recorded.`);
        onClose();
      },
    });
  return (
    <AddPanel
      chart={chart}
      title="Add an allergy"
      submitLabel="Record allergy"
      onSubmit={submit}
      onClose={onClose}
      busy={add.isPending}
      error={add.error}
      keepsDraft={form.hasDraft}
    >
      <TextInput
        label="Substance"
        name="substance"
        required
        withAsterisk={false}
        maxLength={200}
        value={form.value.substance}
        error={errorOf('substance')}
        onChange={(event) => form.change({ substance: event.currentTarget.value })}
      />
      <TextInput
        label="Reaction (optional)"
        name="reaction"
        maxLength={200}
        value={form.value.reaction}
        error={errorOf('reaction')}
        onChange={(event) => form.change({ reaction: event.currentTarget.value })}
      />
      <ChoiceField
        label="Severity (optional)"
        name="severity"
        choices={ALLERGY_SEVERITIES.map((value) => ({ value, label: value }))}
        value={form.value.severity}
        onChange={(severity) => form.change({ severity })}
      />
    </AddPanel>
  );
}

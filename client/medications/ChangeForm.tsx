import { Text, Textarea } from '@mantine/core';
import { type ListedMedication, regimenWords } from '#shared/medications/model.ts';
import { z } from 'zod';
import { fieldErrorsOf } from '#client/platform/field-error.ts';
import { useDraftForm } from '#client/platform/use-draft-form.ts';
import { showNote } from '#client/ui/show-note.ts';
import { ActPanel } from '#client/clinical/ActPanel.tsx';
import { type Medications, useChangeMedication } from './queries.ts';
import { RegimenFields, regimenOf, TypedRegimen } from './RegimenFields.tsx';

const Typed = TypedRegimen.extend({ why: z.string() });

interface ChangeFormProps {
  list: Medications;
  medication: ListedMedication;
  onClose: () => void;
}

/** Changes how a drug is taken, with the reason; what it was before stays in its history. */
export function ChangeForm({ list, medication, onClose }: ChangeFormProps) {
  const { today } = list.header;
  const { dose, route, frequency, stopOn, taper, version } = medication;
  const form = useDraftForm(`change-medication:${medication.medicationOrderId}:${version}`, Typed, {
    ...{ dose: dose ?? '', route: route ?? 'by-mouth', frequency: frequency ?? '' },
    ...{ stopOn: stopOn ?? '', taper: taper ?? '', why: '' },
  });
  const { value, change } = form;
  const send = useChangeMedication(list.header, medication.medicationOrderId);
  const errorOf = fieldErrorsOf(send.error);
  const submit = () => {
    const { route: chosen, ...regimen } = regimenOf(value);
    if (chosen === undefined) return;
    send.mutate(
      { ...regimen, route: chosen, why: value.why, expectedVersion: version },
      {
        onSuccess: () => {
          form.clear();
          showNote(`${medication.name} is changed.`);
          onClose();
        },
      },
    );
  };
  return (
    <ActPanel
      header={list.header}
      title={`Change ${medication.name}`}
      submitLabel="Change"
      busy={send.isPending}
      error={send.error}
      keepsDraft={form.hasDraft}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        Now: {regimenWords(medication) || 'not recorded'}
      </Text>
      <RegimenFields
        value={value}
        startsOn={medication.startedOn ?? today}
        errorOf={errorOf}
        onChange={change}
      />
      <Textarea
        label="Why it is changed"
        name="why"
        required
        autosize
        minRows={2}
        maxLength={300}
        value={value.why}
        error={errorOf('why')}
        onChange={(event) => change({ why: event.currentTarget.value })}
      />
    </ActPanel>
  );
}

import { Text, Textarea } from '@mantine/core';
import { z } from 'zod';
import { recogniseDrug } from '#shared/medications/recognise.ts';
import { type ListedMedication, regimenWords } from '#shared/medications/model.ts';
import { fieldErrorsOf } from '#client/platform/field-error.ts';
import { useDraftForm } from '#client/platform/use-draft-form.ts';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { ActPanel } from '#client/clinical/ActPanel.tsx';
import { type Medications, useStopMedication } from './queries.ts';

const Typed = z.object({ stoppedOn: z.string(), why: z.string() });

interface StopFormProps {
  list: Medications;
  medication: ListedMedication;
  onClose: () => void;
}

/** Stops a drug on a day, with the reason. */
export function StopForm({ list, medication, onClose }: StopFormProps) {
  const { today } = list.header;
  const form = useDraftForm(`stop-medication:${medication.medicationOrderId}`, Typed, {
    stoppedOn: today,
    why: '',
  });
  const { value, change } = form;
  const stop = useStopMedication(list.header, medication.medicationOrderId);
  const errorOf = fieldErrorsOf(stop.error);
  const submit = () =>
    stop.mutate(
      { ...value, expectedVersion: medication.version },
      {
        onSuccess: () => {
          form.clear();
          showNote(`${medication.name} is stopped.`);
          onClose();
        },
      },
    );
  return (
    <ActPanel
      header={list.header}
      title={`Stop ${medication.name}`}
      submitLabel="Stop it"
      busy={stop.isPending}
      error={stop.error}
      keepsDraft={form.hasDraft}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        Now: {regimenWords(medication) || 'not recorded'}
      </Text>
      {needsTaper(medication) ? (
        <Text size="sm" c="var(--tone-warning-text)">
          This drug is often stepped down, not stopped at once. To step down, use “Change” and write the
          taper.
        </Text>
      ) : null}
      <PlainDateField
        label="Stopped on"
        name="stoppedOn"
        max={today}
        required
        width={180}
        value={value.stoppedOn}
        error={errorOf('stoppedOn')}
        onChange={(stoppedOn) => change({ stoppedOn })}
      />
      <Textarea
        label="Why it is stopped"
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

/** Classes that are commonly stepped down: from memory, said as a reminder and never enforced. */
const STEPPED_DOWN: ReadonlySet<string> = new Set([
  ...['opioid', 'corticosteroid', 'beta-blocker', 'benzodiazepine', 'gabapentinoid', 'snri', 'ssri'],
]);

const needsTaper = ({ name }: ListedMedication): boolean =>
  recogniseDrug(name).classes.some((drugClass) => STEPPED_DOWN.has(drugClass));

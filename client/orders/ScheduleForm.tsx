import { TextInput } from '@mantine/core';
import { z } from 'zod';
import type { DiagnosticOrder } from '#shared/orders/model.ts';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { orderName } from './order-words.ts';
import { ActPanel } from '#client/clinical/ActPanel.tsx';
import type { OrderFormProps } from './order-form-props.ts';
import { useSchedule } from './queries.ts';
import { useKeptForm } from './use-kept-form.ts';

const Typed = z.object({ scheduledOn: z.string(), scheduledAt: z.string() });

/** Notes when and where a test is done. */
export function ScheduleForm({ header, onClose, order }: OrderFormProps & { order: DiagnosticOrder }) {
  const form = useKeptForm(`appointment:${order.diagnosticOrderId}`, Typed, {
    scheduledOn: order.scheduledOn ?? '',
    scheduledAt: order.scheduledAt ?? '',
  });
  const { value, set } = form;
  const schedule = useSchedule(header.episodeId, order.diagnosticOrderId);
  const submit = () =>
    schedule.mutate(
      {
        scheduledOn: value.scheduledOn,
        scheduledAt: value.scheduledAt.trim() === '' ? null : value.scheduledAt,
        expectedVersion: order.version,
      },
      {
        onSuccess: () => {
          form.sent();
          showNote('Appointment noted.');
          onClose();
        },
      },
    );
  return (
    <ActPanel
      header={header}
      title={`Appointment: ${orderName(order)}`}
      submitLabel="Note the appointment"
      busy={schedule.isPending}
      error={schedule.error}
      keepsDraft={form.isTouched}
      onSubmit={submit}
      onClose={onClose}
    >
      <FieldRow>
        <PlainDateField
          label="Day of the test"
          name="scheduledOn"
          min={order.orderedOn}
          required
          value={value.scheduledOn}
          onChange={(scheduledOn) => set({ scheduledOn })}
        />
        <TextInput
          label="Where (optional)"
          name="scheduledAt"
          maxLength={120}
          value={value.scheduledAt}
          onChange={(event) => set({ scheduledAt: event.currentTarget.value })}
        />
      </FieldRow>
    </ActPanel>
  );
}

import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import type { PerformedProcedure } from '#shared/orders/procedure.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { showNote } from '#client/ui/show-note.ts';
import { TherapyLimitFields } from '#client/clinical/TherapyLimitFields.tsx';
import { ActPanel } from '#client/clinical/ActPanel.tsx';
import type { OrderFormProps } from './order-form-props.ts';
import { useChangeRest } from './queries.ts';
import { useKeptForm } from './use-kept-form.ts';

const Typed = z.object({
  restDays: z.number().nullable(),
  restrictedDays: z.number().nullable(),
  restriction: z.string(),
  reason: z.string(),
});

/** Changes what therapy leaves out after a procedure; the gate of every later session follows. */
export function RestForm({ header, onClose, procedure }: OrderFormProps & { procedure: PerformedProcedure }) {
  const { date } = useClinicTime();
  const form = useKeptForm(`rest:${procedure.procedureId}:${procedure.version}`, Typed, {
    restDays: procedure.restDays ?? 0,
    restrictedDays: procedure.restrictedDays,
    restriction: procedure.restriction ?? '',
    reason: '',
  });
  const [isAsked, setAsked] = useState(false);
  const { value } = form;
  const change = useChangeRest(header.episodeId, procedure.procedureId);
  const submit = () => {
    setAsked(true);
    if (value.restDays === null) return;
    change.mutate(
      {
        ...value,
        restDays: value.restDays,
        restriction: value.restriction.trim() === '' ? null : value.restriction,
        expectedVersion: procedure.version,
      },
      {
        onSuccess: () => {
          form.sent();
          showNote('The rest is changed. The next session follows it.');
          onClose();
        },
      },
    );
  };
  return (
    <ActPanel
      header={header}
      title={`Rest after: ${procedure.display}`}
      submitLabel="Change"
      busy={change.isPending}
      error={change.error}
      keepsDraft={form.isTouched}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        Performed {date(procedure.performedOn)}
        {procedure.performedBy === null ? '' : ` by ${procedure.performedBy}`}
      </Text>
      <TherapyLimitFields
        value={value}
        onChange={form.set}
        performedOn={procedure.performedOn}
        error={isAsked && value.restDays === null ? 'Write the days; 0 if there are none.' : undefined}
      />
      <Textarea
        label="Reason"
        name="reason"
        required
        autosize
        minRows={2}
        value={value.reason}
        onChange={(event) => form.set({ reason: event.currentTarget.value })}
      />
    </ActPanel>
  );
}

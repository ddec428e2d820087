import { Text } from '@mantine/core';
import type { DiagnosticOrder } from '#shared/orders/model.ts';
import type { PerformedProcedure } from '#shared/orders/procedure.ts';
import { OneTextForm } from './OneTextForm.tsx';
import { orderName } from './order-words.ts';
import type { OrderFormProps } from './order-form-props.ts';
import { ReportRead } from './ReportRead.tsx';
import { useAcknowledge, useCancelOrder, useNoteComplication } from './queries.ts';

/** Acknowledges a result with the physiatrist's own reading. */
export function ReadingForm({ order, ...form }: OrderFormProps & { order: DiagnosticOrder }) {
  const acknowledge = useAcknowledge(form.header.episodeId, order.diagnosticOrderId);
  return (
    <OneTextForm
      {...form}
      draftKey={`reading:${order.diagnosticOrderId}`}
      title={`Read: ${orderName(order)}`}
      submitLabel="Acknowledge"
      label="My own reading, and what follows"
      name="ownReading"
      done="The result is read and acknowledged."
      submission={{
        ...acknowledge,
        mutate: (ownReading, options) =>
          acknowledge.mutate({ ownReading, expectedVersion: order.version }, options),
      }}
    >
      <ReportRead report={order} earlier={order.earlierReports.length} />
    </OneTextForm>
  );
}

/** Cancels a test that has no result. */
export function CancelForm({ order, ...form }: OrderFormProps & { order: DiagnosticOrder }) {
  const cancel = useCancelOrder(form.header.episodeId, order.diagnosticOrderId);
  return (
    <OneTextForm
      {...form}
      draftKey={`cancel:${order.diagnosticOrderId}`}
      title={`Cancel: ${orderName(order)}`}
      submitLabel="Cancel the test"
      label="Reason"
      name="reason"
      done="The test is cancelled."
      submission={{
        ...cancel,
        mutate: (reason, options) => cancel.mutate({ reason, expectedVersion: order.version }, options),
      }}
    />
  );
}

/** Writes down what went wrong with a procedure. */
export function ComplicationForm({ procedure, ...form }: OrderFormProps & { procedure: PerformedProcedure }) {
  const note = useNoteComplication(form.header.episodeId, procedure.procedureId);
  return (
    <OneTextForm
      {...form}
      draftKey={`complication:${procedure.procedureId}`}
      title={`Complication: ${procedure.display}`}
      submitLabel="Record the complication"
      label="What happened, and what was done"
      name="complication"
      done="The complication is recorded."
      submission={{
        ...note,
        mutate: (complication, options) =>
          note.mutate({ complication, expectedVersion: procedure.version }, options),
      }}
    >
      {procedure.complication === null ? null : (
        <Text size="sm">Recorded so far: {procedure.complication} What you write replaces it.</Text>
      )}
    </OneTextForm>
  );
}

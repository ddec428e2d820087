import type { DiagnosticOrder } from '#shared/orders/model.ts';
import { type PerformedProcedure, placeWords } from '#shared/orders/procedure.ts';
import { EnteredInErrorDialog } from '#client/clinical/EnteredInErrorDialog.tsx';
import type { OrderFormProps } from './order-form-props.ts';
import { orderName } from './order-words.ts';
import { useMarkOrderError, useMarkProcedureError } from './queries.ts';

/** A procedure that was not performed on this patient. */
export function MarkProcedureError({
  header,
  procedure,
  onClose,
}: OrderFormProps & { procedure: PerformedProcedure }) {
  const { mutate, ...mark } = useMarkProcedureError(header.episodeId, procedure.procedureId);
  const expectedVersion = procedure.version;
  return (
    <EnteredInErrorDialog
      name={[procedure.display, placeWords(procedure)].filter(Boolean).join(', ')}
      follows="Its marker leaves the trends, its phase ends, and its rest days no longer close the gate."
      mark={{ ...mark, mutate: (reason, then) => mutate({ reason, expectedVersion }, then) }}
      onClose={onClose}
    />
  );
}

/** A test that should not have been ordered. */
export function MarkOrderError({ header, order, onClose }: OrderFormProps & { order: DiagnosticOrder }) {
  const { mutate, ...mark } = useMarkOrderError(header.episodeId, order.diagnosticOrderId);
  const expectedVersion = order.version;
  return (
    <EnteredInErrorDialog
      name={orderName(order)}
      follows={
        order.reportText === null
          ? 'Nobody waits for its result any more.'
          : 'Its report leaves the inbox, the review and the surgical page.'
      }
      mark={{ ...mark, mutate: (reason, then) => mutate({ reason, expectedVersion }, then) }}
      onClose={onClose}
    />
  );
}

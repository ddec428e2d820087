import { useState } from 'react';
import type { ordersApi } from '#shared/orders/contract.ts';
import type { Output } from '#shared/platform/endpoint.ts';
import { seriesName } from '#shared/prescriptions/words.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import {
  ProcedureDraft,
  missingIn,
  seriesKey,
  startProcedure,
  toProcedure,
} from '#client/clinical/procedure-draft.ts';
import { askedFindings } from '#client/clinical/asked-findings.ts';
import { ProcedureFields } from '#client/clinical/ProcedureFields.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { ActPanel } from '#client/clinical/ActPanel.tsx';
import type { OrderFormProps } from './order-form-props.ts';
import { usePerform } from './queries.ts';
import { useKeptForm } from './use-kept-form.ts';

type Series = Output<typeof ordersApi.list>['series'];

/** Records a procedure that was performed, here or by a surgeon. */
export function ProcedureForm({ header, onClose, series }: OrderFormProps & { series: Series }) {
  const { date } = useClinicTime();
  const { today } = header;
  const form = useKeptForm(
    `procedure:${header.episodeId}`,
    ProcedureDraft,
    startProcedure(header.side, today, header.clinicValues),
  );
  const [isAsked, setAsked] = useState(false);
  const perform = usePerform(header.episodeId);
  const submit = () => {
    setAsked(true);
    if (Object.keys(missingIn(form.value)).length > 0) return;
    perform.mutate(toProcedure(form.value), {
      onSuccess: () => {
        form.sent();
        showNote('Recorded. What follows is judged from this day.');
        onClose();
      },
      onError: (error) => form.set({ findings: askedFindings(error, form.value.findings) }),
    });
  };
  return (
    <ActPanel
      header={header}
      title="Record a procedure"
      submitLabel="Record"
      busy={perform.isPending}
      error={perform.error}
      keepsDraft={form.isTouched}
      onSubmit={submit}
      onClose={onClose}
    >
      <ProcedureFields
        draft={form.value}
        onChange={form.set}
        today={today}
        clinicValues={header.clinicValues}
        isAsked={isAsked}
        series={series.map((one) => ({
          value: seriesKey(one),
          label:
            one.value === null || one.measuredOn === null
              ? `${seriesName(one)}, not measured yet`
              : `${seriesName(one)}, ${one.value} on ${date(one.measuredOn)}`,
        }))}
      />
    </ActPanel>
  );
}

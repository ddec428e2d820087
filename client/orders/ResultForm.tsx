import { Text, Textarea } from '@mantine/core';
import { z } from 'zod';
import { type DiagnosticOrder, RESULT_FLAG_LABEL, RESULT_FLAGS, ResultFlag } from '#shared/orders/model.ts';
import { InrFields } from '#client/clinical/InrFields.tsx';
import { fieldErrorsOf } from '#client/platform/field-error.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { ActPanel } from '#client/clinical/ActPanel.tsx';
import type { OrderFormProps } from './order-form-props.ts';
import { orderName, RESULT_NOW } from './order-words.ts';
import { useEnterResult } from './queries.ts';
import { useKeptForm } from './use-kept-form.ts';

const Typed = z.object({
  resultOn: z.string(),
  reportText: z.string(),
  flag: ResultFlag.nullable(),
  inr: z.object({ value: z.number().nullable(), testedOn: z.string() }),
});

const INR_NAMES = { value: 'inr.value', testedOn: 'inr.testedOn' };

/** Enters the report of a test, or corrects one that nobody has acknowledged yet. */
export function ResultForm({ header, onClose, order }: OrderFormProps & { order: DiagnosticOrder }) {
  const { date } = useClinicTime();
  const { today } = header;
  const form = useKeptForm(`result:${order.diagnosticOrderId}`, Typed, {
    resultOn: order.resultOn ?? today,
    reportText: order.reportText ?? '',
    flag: order.resultFlag,
    inr: order.inr ?? { value: null, testedOn: order.scheduledOn ?? order.resultOn ?? today },
  });
  const { value, set } = form;
  const { inr } = value;
  const enter = useEnterResult(header.episodeId, order.diagnosticOrderId);
  const submit = () =>
    enter.mutate(
      {
        ...value,
        inr: inr.value === null ? null : { ...inr, value: inr.value },
        expectedVersion: order.version,
      },
      {
        onSuccess: () => {
          form.sent();
          showNote(`Report entered. ${order.orderedBy} is asked to read it.`);
          onClose();
        },
      },
    );
  return (
    <ActPanel
      header={header}
      title={`Report: ${orderName(order)}`}
      submitLabel="Enter report"
      busy={enter.isPending}
      error={enter.error}
      keepsDraft={form.isTouched}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        Ordered {date(order.orderedOn)} by {order.orderedBy}: {order.indication}
      </Text>
      <PlainDateField
        label="Date of the result"
        name="resultOn"
        min={order.orderedOn}
        max={today}
        required
        value={value.resultOn}
        onChange={(resultOn) => set({ resultOn })}
      />
      <Textarea
        label="Report"
        name="reportText"
        required
        autosize
        minRows={8}
        value={value.reportText}
        onChange={(event) => set({ reportText: event.currentTarget.value })}
      />
      {order.kind === 'laboratory' ? (
        <InrFields
          {...inr}
          names={INR_NAMES}
          max={value.resultOn}
          errorOf={fieldErrorsOf(enter.error)}
          onChange={(change) => set({ inr: { ...inr, ...change } })}
        />
      ) : null}
      <ChoiceField
        label="The result is"
        name="flag"
        choices={RESULT_FLAGS.map((flag) => ({
          value: flag,
          label: flag === 'critical' ? RESULT_NOW : RESULT_FLAG_LABEL[flag],
        }))}
        value={value.flag}
        onChange={(flag) => set({ flag })}
      />
    </ActPanel>
  );
}

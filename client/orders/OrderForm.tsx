import { sideGap } from '#shared/orders/sided-part.ts';
import { Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { NewOrder, ORDER_KIND_LABEL, ORDER_KINDS, URGENCIES, URGENCY_LABEL } from '#shared/orders/model.ts';
import { SafetyAnswer, withKnown } from '#shared/orders/safety-answers.ts';
import { BODY_REGION_LABEL, BodyRegion } from '#shared/patients/model.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { SideField } from '#client/clinical/SideField.tsx';
import { ActPanel } from '#client/clinical/ActPanel.tsx';
import type { OrderFormProps } from './order-form-props.ts';
import { preparationQuery } from '#client/clinical/order-preparation.ts';
import { usePlaceOrder } from './queries.ts';
import { SafetyFields } from '#client/clinical/SafetyFields.tsx';
import { useKeptForm } from './use-kept-form.ts';

const Typed = NewOrder.extend({
  kind: NewOrder.shape.kind.nullable(),
  bodyRegion: z.string(),
  indication: z.string(),
  safety: z.array(SafetyAnswer),
});

/** Orders a test. */
export function OrderForm({ header, onClose }: OrderFormProps) {
  const region = BodyRegion.safeParse(header.bodyRegion).data;
  const form = useKeptForm(`order:${header.episodeId}`, Typed, {
    kind: null,
    bodyRegion: region === undefined ? '' : BODY_REGION_LABEL[region],
    side: header.side,
    indication: '',
    urgency: 'routine',
    safety: [],
  });
  const { kind, bodyRegion, side, indication, urgency, safety } = form.value;
  const facts = useQuery(preparationQuery(header.episodeId)).data;
  const place = usePlaceOrder(header.episodeId);
  const [isAsked, setAsked] = useState(false);
  const submit = () => {
    setAsked(true);
    if (kind === null || sideGap(form.value) !== undefined) return;
    place.mutate(
      { ...form.value, kind, safety: facts === undefined ? safety : withKnown(facts, safety) },
      {
        onSuccess: () => {
          form.sent();
          showNote('Ordered.');
          onClose();
        },
      },
    );
  };
  return (
    <ActPanel
      header={header}
      title="Order a test"
      submitLabel="Order"
      busy={place.isPending}
      error={place.error}
      keepsDraft={form.isTouched}
      onSubmit={submit}
      onClose={onClose}
    >
      <ChoiceField
        label="Test"
        name="kind"
        required
        withNumbers
        choices={ORDER_KINDS.map((value) => ({ value, label: ORDER_KIND_LABEL[value] }))}
        error={isAsked && kind === null ? 'Choose a test.' : undefined}
        value={kind}
        onChange={(next) => form.set({ kind: next })}
      />
      <FieldRow>
        <TextInput
          label="Part of the body, or what is measured"
          name="bodyRegion"
          required
          value={bodyRegion}
          onChange={(event) => form.set({ bodyRegion: event.currentTarget.value })}
        />
        <SideField
          value={side}
          error={isAsked ? sideGap(form.value) : undefined}
          onChange={(next) => form.set({ side: next })}
        />
      </FieldRow>
      <Textarea
        label="Indication: what should it answer?"
        name="indication"
        required
        autosize
        minRows={3}
        value={indication}
        onChange={(event) => form.set({ indication: event.currentTarget.value })}
      />
      <ChoiceField
        label="How soon"
        name="urgency"
        choices={URGENCIES.map((value) => ({ value, label: URGENCY_LABEL[value] }))}
        value={urgency}
        onChange={(next) => form.set({ urgency: next })}
      />
      {kind === null ? null : (
        <SafetyFields
          path="safety"
          episodeId={header.episodeId}
          kind={kind}
          given={safety}
          onChange={(next) => form.set({ safety: next })}
        />
      )}
    </ActPanel>
  );
}

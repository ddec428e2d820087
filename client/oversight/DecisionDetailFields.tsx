import { Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { URGENCIES, URGENCY_LABEL } from '#shared/orders/model.ts';
import type { DecisionKind } from '#shared/oversight/model.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { ProcedureFields } from '#client/clinical/ProcedureFields.tsx';
import { ReferralFields } from '#client/clinical/ReferralFields.tsx';
import type { Colleagues } from '#client/clinical/referral-draft.ts';
import { DecisionDraft } from './decision-draft.ts';
import { SafetyFields } from '#client/clinical/SafetyFields.tsx';

interface DecisionDetailFieldsProps {
  episodeId: string;
  kind: DecisionKind;
  draft: DecisionDraft;
  onChange: (part: Partial<DecisionDraft>) => void;
  today: string;
  /** Who can take a referral on. */
  colleagues: Colleagues;
  clinicValues: ClinicOverrides;
  /** It has been sent once: what is missing is marked. */
  isAsked: boolean;
  /** Why the reason for closing was refused. */
  reasonError?: string | undefined;
}

type DraftFieldsProps = Pick<DecisionDetailFieldsProps, 'draft' | 'onChange'>;

const TESTS = [
  { value: 'x-ray', label: 'X-ray' },
  { value: 'mri', label: 'MRI' },
  { value: 'ct', label: 'CT' },
  { value: 'ultrasound', label: 'Ultrasound' },
  { value: 'emg-ncs', label: 'EMG / nerve conduction' },
  { value: 'laboratory', label: 'Laboratory' },
];
const SIDES = [
  { value: 'left', label: 'Left' },
  { value: 'right', label: 'Right' },
  { value: 'both', label: 'Both' },
];
const CLOSE_REASONS = [
  { value: 'goals-met' as const, label: 'Goals met' },
  { value: 'plateau' as const, label: 'Gains kept, no more to gain' },
  { value: 'patient-choice' as const, label: 'Patient’s choice' },
  { value: 'moved' as const, label: 'Moved or transferred' },
  { value: 'other' as const, label: 'Other' },
];

/** What an order, a referral or a discharge needs beyond the reason. */
export function DecisionDetailFields({ kind, reasonError, ...props }: DecisionDetailFieldsProps) {
  const { draft, onChange } = props;
  if (kind === 'order') return <OrderFields {...props} />;
  if (kind === 'discharge') {
    return (
      <ChoiceField
        label="The episode closes because"
        name="detail.closeReason"
        choices={CLOSE_REASONS}
        required
        value={draft.closeReason}
        onChange={(closeReason) => onChange({ closeReason })}
        vertical
        withNumbers
        error={reasonError}
      />
    );
  }
  if (kind !== 'refer') return null;
  return <ReferFields {...props} />;
}

/** The referral of the orders page, or the page of a surgical opinion, which the signature begins. */
function ReferFields({ draft, onChange, colleagues, today }: Omit<DecisionDetailFieldsProps, 'kind'>) {
  return (
    <Stack gap="sm">
      <ChoiceField
        label="To"
        name="detail"
        choices={[
          { value: 'service' as const, label: 'A service or specialty' },
          { value: 'surgeon' as const, label: 'A surgeon, for an opinion' },
        ]}
        value={draft.refers}
        onChange={(refers) => onChange({ refers })}
        withNumbers
      />
      {draft.refers === 'surgeon' ? (
        <Text size="sm">
          The signature opens the page of the surgical opinion: what was tried, with what effect, and the
          images, from the record. You add the question there; the referral is made when it is sent.
        </Text>
      ) : (
        <ReferralFields
          prefix="detail.referral."
          value={draft.referral}
          set={(part) => onChange({ referral: { ...draft.referral, ...part } })}
          colleagues={colleagues}
          today={today}
        />
      )}
    </Stack>
  );
}

function OrderFields({
  episodeId,
  draft,
  onChange,
  today,
  clinicValues,
  isAsked,
}: Omit<DecisionDetailFieldsProps, 'kind'>) {
  return (
    <Stack gap="sm">
      <ChoiceField
        label="What"
        choices={[
          { value: 'test' as const, label: 'Order a test' },
          { value: 'injection' as const, label: 'Record a procedure' },
        ]}
        value={draft.orders}
        onChange={(orders) => onChange({ orders })}
        withNumbers
      />
      {draft.orders === 'test' ? (
        <TestFields episodeId={episodeId} draft={draft} onChange={onChange} />
      ) : (
        <ProcedureFields
          prefix="detail.procedure."
          draft={draft.injection}
          onChange={(part) => onChange({ injection: { ...draft.injection, ...part } })}
          today={today}
          clinicValues={clinicValues}
          isAsked={isAsked}
        />
      )}
    </Stack>
  );
}

function SideSelect({ draft, onChange, name }: DraftFieldsProps & { name: string }) {
  return (
    <Select
      label="Side"
      name={name}
      clearable
      placeholder="not sided"
      data={SIDES}
      value={draft.side}
      onChange={(side) => onChange({ side: DecisionDraft.shape.side.parse(side) })}
    />
  );
}

function TestFields({
  episodeId,
  draft,
  onChange,
}: Pick<DecisionDetailFieldsProps, 'episodeId' | 'draft' | 'onChange'>) {
  return (
    <>
      <FieldRow>
        <Select
          label="Test"
          data={TESTS}
          allowDeselect={false}
          value={draft.testKind}
          onChange={(testKind) => onChange({ testKind: DecisionDraft.shape.testKind.parse(testKind) })}
        />
        <TextInput
          label="Part of the body, or what is measured"
          name="detail.order.bodyRegion"
          required
          value={draft.region}
          onChange={(event) => onChange({ region: event.currentTarget.value })}
        />
        <SideSelect draft={draft} onChange={onChange} name="detail.order.side" />
      </FieldRow>
      <Textarea
        label="Indication: what should it answer?"
        name="detail.order.indication"
        required
        autosize
        minRows={2}
        value={draft.indication}
        onChange={(event) => onChange({ indication: event.currentTarget.value })}
      />
      <ChoiceField
        label="How soon"
        choices={URGENCIES.map((value) => ({ value, label: URGENCY_LABEL[value] }))}
        value={draft.urgency}
        onChange={(urgency) => onChange({ urgency })}
      />
      <SafetyFields
        path="detail.order.safety"
        episodeId={episodeId}
        kind={draft.testKind}
        given={draft.safety}
        onChange={(safety) => onChange({ safety })}
      />
    </>
  );
}

import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { z } from 'zod';
import type { ordersApi } from '#shared/orders/contract.ts';
import {
  ANSWER_WITHIN_DAYS,
  JOINS_FOR_DAYS,
  rolesFor,
  SERVICE_CODES,
  ServiceCode,
  SERVICES,
} from '#shared/orders/referral.ts';
import type { Output } from '#shared/platform/endpoint.ts';
import { StaffMemberId } from '#shared/platform/ids.ts';
import { addDays } from '#shared/platform/time.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { ActPanel } from '#client/clinical/ActPanel.tsx';
import type { OrderFormProps } from './order-form-props.ts';
import { useRefer } from './queries.ts';
import { useKeptForm } from './use-kept-form.ts';

const Typed = z.object({
  service: ServiceCode.nullable(),
  other: z.string(),
  question: z.string(),
  toStaffId: z.string().nullable(),
  toName: z.string(),
  answerDueOn: z.string(),
  joins: z.boolean(),
  teamUntil: z.string(),
});
type Typed = z.infer<typeof Typed>;

type Colleagues = Output<typeof ordersApi.list>['colleagues'];
const OTHER = 'other';

/** Brings somebody else into the care: a colleague here who joins the team, or somebody outside by name. */
export function ReferralForm({ header, onClose, colleagues }: OrderFormProps & { colleagues: Colleagues }) {
  const { today } = useClinicTime();
  const form = useKeptForm(`referral:${header.episodeId}`, Typed, {
    service: 'occupational-therapy',
    other: '',
    question: '',
    toStaffId: null,
    toName: '',
    answerDueOn: addDays(today, ANSWER_WITHIN_DAYS),
    joins: true,
    teamUntil: addDays(today, JOINS_FOR_DAYS),
  });
  const { value, set } = form;
  const refer = useRefer(header.episodeId);
  const here = colleaguesFor(value.service, colleagues);
  const submit = () =>
    refer.mutate(toReferral(value, here.length > 0), {
      onSuccess: () => {
        form.sent();
        showNote('Sent.');
        onClose();
      },
    });
  return (
    <ActPanel
      header={header}
      title="Refer"
      submitLabel="Send referral"
      busy={refer.isPending}
      error={refer.error}
      keepsDraft={form.isTouched}
      onSubmit={submit}
      onClose={onClose}
    >
      <ChoiceField
        label="Service"
        name="service"
        choices={[
          ...SERVICE_CODES.map((code) => ({ value: code, label: SERVICES[code].label })),
          { value: OTHER, label: 'another specialty' },
        ]}
        value={value.service ?? OTHER}
        onChange={(next) => set({ service: ServiceCode.safeParse(next).data ?? null, toStaffId: null })}
      />
      {value.service === null ? (
        <TextInput
          label="Specialty"
          name="specialty"
          required
          placeholder="Rheumatology"
          value={value.other}
          onChange={(event) => set({ other: event.currentTarget.value })}
        />
      ) : null}
      <To value={value} set={set} here={here} />
      <Textarea
        label="Question"
        name="question"
        required
        autosize
        minRows={4}
        value={value.question}
        onChange={(event) => set({ question: event.currentTarget.value })}
      />
      <Days value={value} set={set} today={today} isHere={value.toStaffId !== null} />
    </ActPanel>
  );
}

interface PartProps {
  value: Typed;
  set: (part: Partial<Typed>) => void;
}

function To({ value, set, here }: PartProps & { here: Colleagues }) {
  return (
    <FieldRow>
      {here.length === 0 ? null : (
        <Select
          label="A colleague here"
          name="toStaffId"
          clearable
          placeholder="nobody here"
          data={here.map(({ staffMemberId, name }) => ({ value: staffMemberId, label: name }))}
          value={value.toStaffId}
          onChange={(toStaffId) => set({ toStaffId, joins: toStaffId === null ? value.joins : true })}
        />
      )}
      {value.toStaffId === null ? (
        <TextInput
          label={here.length === 0 ? 'To (nobody of this service works here)' : 'Or somebody outside'}
          name="toName"
          placeholder="Dr Samuel Osei, Bayside Clinic"
          value={value.toName}
          onChange={(event) => set({ toName: event.currentTarget.value })}
        />
      ) : null}
    </FieldRow>
  );
}

function Days({ value, set, today, isHere }: PartProps & { today: string; isHere: boolean }) {
  return (
    <>
      <FieldRow>
        <PlainDateField
          label="Answer expected by"
          name="answerDueOn"
          min={today}
          value={value.answerDueOn}
          onChange={(answerDueOn) => set({ answerDueOn })}
        />
        {value.service !== null && (value.joins || isHere) ? (
          <PlainDateField
            label="On the team until"
            name="teamUntil"
            min={today}
            value={value.teamUntil}
            onChange={(teamUntil) => set({ teamUntil })}
          />
        ) : null}
      </FieldRow>
      {value.service === null ? null : (
        <Checkbox
          label={
            isHere
              ? 'Joins the care team on accepting, and leaves after the last day'
              : 'Belongs to the care team once accepted, until the last day'
          }
          name="joins"
          disabled={isHere}
          checked={value.joins || isHere}
          onChange={(event) => set({ joins: event.currentTarget.checked })}
        />
      )}
    </>
  );
}

function colleaguesFor(service: ServiceCode | null, colleagues: Colleagues): Colleagues {
  const roles: readonly string[] = service === null ? [] : rolesFor(service);
  return colleagues.filter(({ role }) => roles.includes(role));
}

function toReferral(value: Typed, hasColleagues: boolean) {
  const { service } = value;
  const toStaffId = hasColleagues && value.toStaffId !== null ? StaffMemberId.parse(value.toStaffId) : null;
  return {
    service,
    specialty: service === null ? value.other : SERVICES[service].label,
    surgicalOpinion: false,
    question: value.question,
    toStaffId,
    toName: toStaffId !== null || value.toName.trim() === '' ? null : value.toName,
    answerDueOn: value.answerDueOn === '' ? null : value.answerDueOn,
    teamUntil: service !== null && (value.joins || toStaffId !== null) ? value.teamUntil : null,
  };
}

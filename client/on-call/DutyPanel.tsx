import { Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import type { ClinicOnCall } from '#shared/on-call/model.ts';
import { StaffMemberId } from '#shared/platform/ids.ts';
import { addDays, dateInZone, PlainDate } from '#shared/platform/time.ts';
import { zoneWords } from '#client/platform/clinic-time.ts';
import { fieldErrorsOf } from '#client/platform/field-error.ts';
import { useStoredDraft } from '#client/platform/stored-draft.ts';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { FormPanel } from '#client/ui/FormPanel.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { useAssignDuty, type DutyBody } from './queries.ts';

interface DutyPanelProps {
  clinic: ClinicOnCall;
  onClose: () => void;
}

const Form = z.object({
  staffMemberId: z.string(),
  from: z.string(),
  fromTime: z.string(),
  to: z.string(),
  toTime: z.string(),
  phone: z.string(),
});
type Form = z.infer<typeof Form>;

/** From the end of the last duty, or from this morning, for a week. */
function startingForm({ duties, timeZone }: ClinicOnCall): Form {
  const today = dateInZone(new Date(), timeZone);
  const last = duties.at(-1);
  const from = last === undefined ? today : dateInZone(new Date(last.endsAt), timeZone);
  return { staffMemberId: '', from, fromTime: '08:00', to: addDays(from, 7), toTime: '08:00', phone: '' };
}

/** What is sent, once every field has what it needs. */
function bodyOf(form: Form): DutyBody | undefined {
  const staffMemberId = StaffMemberId.safeParse(form.staffMemberId).data;
  const from = PlainDate.safeParse(form.from).data;
  const to = PlainDate.safeParse(form.to).data;
  if (staffMemberId === undefined || from === undefined || to === undefined) return undefined;
  return form.fromTime === '' || form.toTime === '' ? undefined : { ...form, staffMemberId, from, to };
}

/** Puts a physiatrist on call for a clinic. */
export function DutyPanel({ clinic, onClose }: DutyPanelProps) {
  const draft = useStoredDraft(`on-call:${clinic.clinicId}`, Form);
  const [form, setForm] = useState<Form>(draft.stored?.value ?? startingForm(clinic));
  const assign = useAssignDuty(clinic.clinicId);
  const errorOf = fieldErrorsOf(assign.error);
  const body = bodyOf(form);
  const change = (part: Partial<Form>) => {
    const next = { ...form, ...part };
    setForm(next);
    draft.keep(next);
  };
  const submit = () => {
    if (body === undefined) return;
    assign.mutate(body, {
      onSuccess: () => {
        draft.clear();
        showNote('On call.');
        onClose();
      },
    });
  };
  return (
    <FormPanel
      title={`Put on call: ${clinic.name}`}
      submitLabel="Put on call"
      width={34}
      refusal={body === undefined ? 'Choose a physiatrist and give both days and times.' : undefined}
      busy={assign.isPending}
      error={assign.error}
      keepsDraft={form.staffMemberId !== ''}
      onSubmit={submit}
      onClose={onClose}
    >
      <Select
        label="Physiatrist"
        name="staffMemberId"
        required
        data-autofocus
        allowDeselect={false}
        data={clinic.physiatrists.map(({ staffMemberId, name }) => ({
          value: staffMemberId,
          label: name,
        }))}
        value={form.staffMemberId === '' ? null : form.staffMemberId}
        error={errorOf('staffMemberId')}
        onChange={(value) => change({ staffMemberId: value ?? '' })}
      />
      <Moment label="From" day="from" time="fromTime" form={form} errorOf={errorOf} onChange={change} />
      <Moment label="Until" day="to" time="toTime" form={form} errorOf={errorOf} onChange={change} />
      <TextInput
        label="Telephone"
        name="phone"
        type="tel"
        description="Shown with every alert: an urgent finding is never only a message in Tandem."
        maxLength={40}
        value={form.phone}
        error={errorOf('phone')}
        onChange={(event) => change({ phone: event.currentTarget.value })}
      />
      <Text size="sm" c="dimmed">
        Times are those of {zoneWords(clinic.timeZone)}. When an alert goes on to them, they join that
        patient’s team as cover for a day, or until the duty ends if that is later; the reason and the end are
        in the team’s record.
      </Text>
    </FormPanel>
  );
}

interface MomentProps {
  label: string;
  day: 'from' | 'to';
  time: 'fromTime' | 'toTime';
  form: Form;
  errorOf: (path: string) => string | undefined;
  onChange: (part: Partial<Form>) => void;
}

function Moment({ label, day, time, form, errorOf, onChange }: MomentProps) {
  return (
    <FieldRow minWidth={8}>
      <PlainDateField
        label={label}
        name={day}
        required
        value={form[day]}
        error={errorOf(day)}
        onChange={(value) => onChange({ [day]: value })}
      />
      <TextInput
        label="at"
        aria-label={`${label} at`}
        name={time}
        type="time"
        required
        value={form[time]}
        error={errorOf(time)}
        onChange={(event) => onChange({ [time]: event.currentTarget.value })}
      />
    </FieldRow>
  );
}

import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { SERVICE_CODES, ServiceCode, SERVICES } from '#shared/orders/referral.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { colleaguesFor, type Colleagues, type ReferralDraft } from './referral-draft.ts';

const OTHER = 'other';

interface PartProps {
  value: ReferralDraft;
  set: (part: Partial<ReferralDraft>) => void;
  /** Where the referral stands in what is sent: the fields' names begin with it. */
  prefix: string;
}

interface ReferralFieldsProps extends PartProps {
  colleagues: Colleagues;
  today: string;
}

/** Who is asked what, by when, and how long they belong to the team: the one form of a referral. */
export function ReferralFields({ value, set, prefix, colleagues, today }: ReferralFieldsProps) {
  return (
    <>
      <ChoiceField
        label="Service"
        name={`${prefix}service`}
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
          name={`${prefix}specialty`}
          required
          placeholder="Rheumatology"
          value={value.other}
          onChange={(event) => set({ other: event.currentTarget.value })}
        />
      ) : null}
      <To value={value} set={set} prefix={prefix} here={colleaguesFor(value.service, colleagues)} />
      <Textarea
        label="Question"
        name={`${prefix}question`}
        required
        autosize
        minRows={4}
        value={value.question}
        onChange={(event) => set({ question: event.currentTarget.value })}
      />
      <Days value={value} set={set} prefix={prefix} today={today} isHere={value.toStaffId !== null} />
    </>
  );
}

function To({ value, set, prefix, here }: PartProps & { here: Colleagues }) {
  return (
    <FieldRow>
      {here.length === 0 ? null : (
        <Select
          label="A colleague here"
          name={`${prefix}toStaffId`}
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
          name={`${prefix}toName`}
          placeholder="Dr Samuel Osei, Bayside Clinic"
          value={value.toName}
          onChange={(event) => set({ toName: event.currentTarget.value })}
        />
      ) : null}
    </FieldRow>
  );
}

function Days({ value, set, prefix, today, isHere }: PartProps & { today: string; isHere: boolean }) {
  return (
    <>
      <FieldRow>
        <PlainDateField
          label="Answer expected by"
          name={`${prefix}answerDueOn`}
          min={today}
          value={value.answerDueOn}
          onChange={(answerDueOn) => set({ answerDueOn })}
        />
        {value.service !== null && (value.joins || isHere) ? (
          <PlainDateField
            label="On the team until"
            name={`${prefix}teamUntil`}
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

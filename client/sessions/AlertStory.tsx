import { Anchor, Text } from '@mantine/core';
import type { PassedOnBasis } from '#shared/sessions/escalation.ts';
import { passesOnAt } from '#shared/sessions/escalation.ts';
import type { AlertRules, HoldRecord } from '#shared/sessions/holds.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import classes from './Holds.module.css';

interface AlertStoryProps {
  hold: HoldRecord;
  rules: AlertRules;
}

/** What has become of an alert, step by step with the time: raised, read or not, passed on, answered, closed. */
export function AlertStory({ hold, rules }: AlertStoryProps) {
  const { dateTime } = useClinicTime();
  const { opened, passedOn, acknowledged, closed } = hold;
  const first = passedOn.find(({ basis }) => basis !== 'still-unread');
  const unread = passedOn.find(({ basis }) => basis === 'still-unread');
  return (
    <ol className={classes.story} aria-label="What has become of it">
      <Step at={dateTime(opened.at)}>Raised by {opened.by}</Step>
      {first === undefined ? null : (
        <Step at={dateTime(first.at)} marked>
          {passedOnWords(
            passedOn.flatMap(({ to }) => (to === null ? [] : [to])),
            first.basis,
          )}
        </Step>
      )}
      {unread === undefined ? null : (
        <Step at={dateTime(unread.at)} marked>
          {passedOnWords([], unread.basis)}
        </Step>
      )}
      {acknowledged === null ? null : (
        <Step at={dateTime(acknowledged.at)}>acknowledged by {acknowledged.by}</Step>
      )}
      {closed === null ? (
        acknowledged === null ? (
          <NotRead hold={hold} rules={rules} />
        ) : null
      ) : (
        <Step at={dateTime(closed.at)}>
          Closed by {closed.by}: {closed.reason}
        </Step>
      )}
    </ol>
  );
}

function Step({ at, marked = false, children }: { at: string; marked?: boolean; children: React.ReactNode }) {
  return (
    <li data-marked={marked}>
      <span className={classes.moment}>{at}</span>
      <span>{children}</span>
    </li>
  );
}

function passedOnWords(people: readonly string[], basis: PassedOnBasis): string {
  const who = people.join(' and ');
  switch (basis) {
    case 'on-call':
      return `Not acknowledged: passed on to ${who}, who is on call`;
    case 'nobody-on-call':
      return `Not acknowledged, and nobody was on call: passed on to ${who}`;
    case 'same-person':
      return `Not acknowledged by the physiatrist on call: passed on to ${who}`;
    case 'nobody-else':
      return 'Not acknowledged, and no other physiatrist works here: an administrator was asked to telephone';
    case 'still-unread':
      return 'Still not read: an administrator was asked to telephone';
    default:
      return basis satisfies never;
  }
}

/** Nobody has read it: until when that may be, whom it goes to then, and whom to call meanwhile. */
function NotRead({ hold, rules }: AlertStoryProps) {
  const { dateTime } = useClinicTime();
  const goesOn = passesOnAt({ level: hold.level, openedAt: hold.opened.at }, rules, rules.escalationMinutes);
  return (
    <li data-marked>
      <span className={classes.moment}>Now</span>
      <span>
        Not read.{' '}
        {hold.passedOn.length > 0
          ? telephoneWords(hold, rules, dateTime)
          : `Goes on to ${rules.onCall?.name ?? 'every physiatrist of the clinic'} at ${dateTime(goesOn)} (${rules.escalationMinutes} minutes${hold.level === 'emergency' ? '' : ' of clinic hours'}). `}
        <Reach rules={rules} withName={hold.passedOn.length > 0} />
      </span>
    </li>
  );
}

/** When somebody is asked to telephone, while that still lies ahead. */
function telephoneWords(
  { level, passedOn }: HoldRecord,
  rules: AlertRules,
  dateTime: (instant: string | Date) => string,
): string {
  const [first] = passedOn;
  if (first === undefined || passedOn.some(({ to }) => to === null)) return '';
  const at = passesOnAt({ level, openedAt: first.at }, rules, rules.telephoneMinutes);
  return `An administrator is asked to telephone at ${dateTime(at)}, unless somebody reads it. `;
}

/** Whom to call: the one on call, else the clinic. */
export function Reach({
  rules: { onCall, clinicPhone },
  withName = true,
}: {
  rules: AlertRules;
  withName?: boolean;
}) {
  const number = onCall?.phone ?? clinicPhone;
  const name = withName ? `On call: ${onCall?.name ?? ''}.` : '';
  const who = onCall === null ? 'Nobody is on call.' : name;
  return (
    <Text span inherit>
      {who}
      {number === null ? null : (
        <>
          {' '}
          Telephone{' '}
          <Anchor inherit href={`tel:${number.replaceAll(/[^\d+]/g, '')}`}>
            {number}
          </Anchor>
          {onCall !== null && onCall.phone === null ? ' (the clinic)' : ''}.
        </>
      )}
    </Text>
  );
}

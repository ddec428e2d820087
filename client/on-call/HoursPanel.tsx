import { Button, Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { Fragment, useState } from 'react';
import { ClinicWeek, WEEKDAYS, type DayHours, type Weekday } from '#shared/on-call/clinic-hours.ts';
import type { ClinicOnCall } from '#shared/on-call/model.ts';
import { zoneWords } from '#client/platform/clinic-time.ts';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { SideWorkspace } from '#client/ui/SideWorkspace.tsx';
import { useSetHours } from './queries.ts';
import classes from './OnCall.module.css';

interface HoursPanelProps {
  clinic: ClinicOnCall;
  onClose: () => void;
}

const USUAL = { opens: '08:00', closes: '18:00' };
const nameOf = (day: Weekday): string => `${day.slice(0, 1).toUpperCase()}${day.slice(1)}`;

/** When a clinic is open, day by day: the hours in which an urgent alert must be answered. */
export function HoursPanel({ clinic, onClose }: HoursPanelProps) {
  const [week, setWeek] = useState<ClinicWeek>(clinic.week);
  const save = useSetHours(clinic.clinicId);
  const parsed = ClinicWeek.safeParse(week);
  const faults = new Map(
    (parsed.error?.issues ?? []).map(({ path, message }) => [String(path[0]), message] as const),
  );
  const change = (day: Weekday, hours: DayHours) => setWeek((old) => ({ ...old, [day]: hours }));
  const submit = () =>
    save.mutate(
      { week, expectedVersion: clinic.hoursVersion },
      {
        onSuccess: () => {
          showNote('Clinic hours are set.');
          onClose();
        },
      },
    );
  return (
    <SideWorkspace
      opened
      onClose={onClose}
      title={`Clinic hours: ${clinic.name}`}
      width={34}
      footer={
        <DisabledReason reason={parsed.success ? undefined : 'Mend the marked days first.'}>
          <Button loading={save.isPending} onClick={submit}>
            Set hours
          </Button>
        </DisabledReason>
      }
    >
      <Stack gap="md">
        <ProblemAlert error={save.error} />
        <div className={classes.days}>
          {WEEKDAYS.map((day) => (
            <Fragment key={day}>
              <Checkbox
                label={nameOf(day)}
                name={`week.${day}`}
                checked={week[day] !== null}
                onChange={(event) => change(day, event.currentTarget.checked ? USUAL : null)}
              />
              <DayTimes day={day} hours={week[day]} onChange={(hours) => change(day, hours)} />
              {faults.has(day) ? (
                <Text size="sm" role="alert" className={classes.error}>
                  {nameOf(day)}: {faults.get(day)}
                </Text>
              ) : null}
            </Fragment>
          ))}
        </div>
        <Text size="sm" c="dimmed">
          Times are those of {zoneWords(clinic.timeZone)}. Alerts that wait now are judged by the new hours.
          An emergency does not wait for the clinic to open.
        </Text>
      </Stack>
    </SideWorkspace>
  );
}

interface DayTimesProps {
  day: Weekday;
  hours: DayHours;
  onChange: (hours: DayHours) => void;
}

function DayTimes({ day, hours, onChange }: DayTimesProps) {
  if (hours === null) {
    return (
      <Text size="sm" c="dimmed" style={{ gridColumn: '2 / -1' }}>
        closed
      </Text>
    );
  }
  return (
    <>
      <TextInput
        type="time"
        aria-label={`${nameOf(day)} opens`}
        name={`week.${day}.opens`}
        value={hours.opens}
        onChange={(event) => onChange({ ...hours, opens: event.currentTarget.value })}
      />
      <TextInput
        type="time"
        aria-label={`${nameOf(day)} closes`}
        name={`week.${day}.closes`}
        value={hours.closes}
        onChange={(event) => onChange({ ...hours, closes: event.currentTarget.value })}
      />
      <span />
    </>
  );
}

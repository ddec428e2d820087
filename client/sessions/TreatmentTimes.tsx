import { Text, TextInput } from '@mantine/core';
import { minutesBetween } from '#shared/sessions/clock.ts';
import type { SessionContent } from '#shared/sessions/model.ts';
import type { SheetEdit } from './sheet-edits.ts';
import classes from './Sheet.module.css';

interface TreatmentTimesProps {
  content: SessionContent;
  edit: (change: SheetEdit) => void;
}

/** When treatment began and ended against the minutes given. */
export function TreatmentTimes({ content, edit }: TreatmentTimesProps) {
  const { startedTime = null, endedTime = null, interventions } = content;
  const given = interventions.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
  const elapsed = startedTime && endedTime ? minutesBetween(startedTime, endedTime) : null;
  const tooLong = elapsed !== null && (elapsed <= 0 || given > elapsed);
  const time = (name: 'startedTime' | 'endedTime', label: string, value: string | null) => (
    <TextInput
      type="time"
      size="xs"
      w={136}
      label={label}
      name={`content.${name}`}
      value={value ?? ''}
      error={name === 'endedTime' && tooLong}
      onChange={({ currentTarget }) => {
        const next = currentTarget.value === '' ? null : currentTarget.value;
        edit((old) => ({ ...old, [name]: next }));
      }}
    />
  );
  return (
    <div className={classes.times}>
      {time('startedTime', 'Began', startedTime)}
      {time('endedTime', 'Ended', endedTime)}
      {elapsed === null ? null : (
        <Text size="sm" c={tooLong ? 'var(--tone-danger-text)' : 'dimmed'} role="status">
          {timesWords(elapsed, given)}
        </Text>
      )}
    </div>
  );
}

/** How the time of the visit and the minutes given go together. */
function timesWords(elapsed: number, given: number): string {
  if (elapsed <= 0) return 'The end is not after the beginning.';
  return given > elapsed
    ? `${given} treatment minutes do not fit into ${elapsed} minutes.`
    : `${elapsed} min, of them ${given} min treatment`;
}

import { Button, Text } from '@mantine/core';
import type { SessionVitals } from '#shared/sessions/model.ts';
import { withMistyped } from '#shared/sessions/vital-fields.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import type { SheetEdit } from './sheet-edits.ts';
import { readingWords } from './vitals-words.ts';
import classes from './Sheet.module.css';

interface EarlierReadingsProps {
  vitals: SessionVitals;
  edit: (change: SheetEdit) => void;
}

/** Values out of range that were measured before those above, each with its time: they go into the note. */
export function EarlierReadings({ vitals, edit }: EarlierReadingsProps) {
  const { time } = useClinicTime();
  const earlier = vitals.earlier ?? [];
  if (earlier.length === 0) return null;
  return (
    <ul className={classes.earlier} aria-label="Measured earlier">
      {earlier.map((one, index) => (
        <li key={`${one.at} ${one.name}`}>
          <Text span size="sm" td={one.mistyped === true ? 'line-through' : undefined}>
            {readingWords(one)} at {time(one.at)}
          </Text>{' '}
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() =>
              edit((old) => ({ ...old, vitals: withMistyped(old.vitals, index, one.mistyped !== true) }))
            }
          >
            {one.mistyped === true ? 'was measured after all' : 'typing error'}
          </Button>
        </li>
      ))}
    </ul>
  );
}

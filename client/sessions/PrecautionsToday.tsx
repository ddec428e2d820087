import { Button, Text } from '@mantine/core';
import { isReading, toAcknowledge } from '#shared/sessions/acknowledge-precautions.ts';
import type { SessionContent } from '#shared/sessions/model.ts';
import type { PrescribedPrecaution } from '#shared/prescriptions/model.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { ToneIcon } from '#client/ui/ToneIcon.tsx';
import { acknowledge, type SheetEdit } from './sheet-edits.ts';
import classes from './Sheet.module.css';

interface PrecautionsTodayProps {
  precautions: readonly PrescribedPrecaution[];
  interventions: SessionContent['interventions'];
  acknowledged: SessionContent['acknowledged'];
  edit: (change: SheetEdit) => void;
}

/** The precautions of what is given today: read and acknowledged together by whoever gives it, before signing. */
export function PrecautionsToday({
  precautions,
  interventions,
  acknowledged = [],
  edit,
}: PrecautionsTodayProps) {
  const { staffMemberId } = useSession();
  const { time } = useClinicTime();
  const rows = toAcknowledge(precautions, interventions).map((row) => ({
    ...row,
    read: acknowledged.find(isReading(row, staffMemberId)),
  }));
  if (rows.length === 0) return null;
  const open = rows.filter(({ read }) => read === undefined);
  return (
    <section className={classes.acknowledge} aria-label="Precautions of what is given today">
      <ul className={classes.cautions}>
        {rows.map(({ key, words, about, read }) => (
          <li key={key}>
            <ToneIcon tone={read === undefined ? 'warning' : 'ok'} /> {words}{' '}
            <Text span size="xs" c="dimmed">
              ({about.length === interventions.length && about.length > 1 ? 'all of today' : about.join(', ')}
              {read === undefined ? '' : `; acknowledged ${time(read.at)}`})
            </Text>
          </li>
        ))}
      </ul>
      {open.length === 0 ? null : (
        <Button
          size="compact-sm"
          variant="default"
          name="content.acknowledged"
          onClick={() => edit(acknowledge(open, { byId: staffMemberId, at: new Date().toISOString() }))}
        >
          {buttonWords(open.length, rows.length)}
        </Button>
      )}
    </section>
  );
}

function buttonWords(open: number, all: number): string {
  if (open < all) return `Acknowledge ${open} more`;
  return all === 1 ? 'I have read it and take care' : `I have read these ${all} and take care`;
}

import { Anchor, Text } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listName } from '#shared/patients/model.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { awaitingQuery } from './queries.ts';
import classes from './Sheet.module.css';

const MOST_SHOWN = 6;

/** Notes of assistants that wait: a therapist goes through them, an assistant sees what is still open. */
export function AwaitingCosignature() {
  const { role } = useSession();
  const { date } = useClinicTime();
  const isConcerned = role === 'physical-therapist' || role === 'physical-therapist-assistant';
  const { data } = useQuery({ ...awaitingQuery, enabled: isConcerned });
  const notes = data?.notes ?? [];
  if (notes.length === 0) return null;
  return (
    <section className={classes.waiting} aria-label="Notes awaiting a co-signature">
      <IconSignature size={16} aria-hidden />
      <Text size="sm" fw={600}>
        {notes.length === 1 ? '1 note waits' : `${notes.length} notes wait`}{' '}
        {role === 'physical-therapist' ? 'for your co-signature' : 'for a therapist’s co-signature'}
      </Text>
      {notes.slice(0, MOST_SHOWN).map((note) => (
        <Anchor
          key={note.sessionId}
          size="sm"
          renderRoot={(props) => (
            <Link {...props} to="/sessions/$sessionId" params={{ sessionId: note.sessionId }} />
          )}
        >
          {listName(note)}, {date(note.sessionDate)}
        </Anchor>
      ))}
      {notes.length > MOST_SHOWN ? <Text size="sm">and {notes.length - MOST_SHOWN} more</Text> : null}
    </section>
  );
}

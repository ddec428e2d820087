import { Anchor, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { flagTitle } from '#shared/sessions/flag-words.ts';
import type { HoldElsewhere } from '#shared/sessions/holds.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import classes from './Holds.module.css';

/** Open holds that were raised in other episodes of the patient: they stop therapy here as well, and are answered there. */
export function HoldsElsewhere({ holds }: { holds: readonly HoldElsewhere[] }) {
  const { dateTime } = useClinicTime();
  return holds.map(({ safetyHoldId, code, level, note, openedAt, openedBy, episodeId, concern }) => (
    <article key={safetyHoldId} className={classes.hold} data-open>
      <Group gap="sm">
        <StatusBadge tone="danger">Open</StatusBadge>
        <Text fw={700}>
          {flagTitle(code)}, {level === 'prompt' ? 'treatment of the limb stopped' : level}
        </Text>
      </Group>
      <Text>{note}</Text>
      <Text size="sm">
        Raised in another episode by {openedBy}, {dateTime(openedAt)}. It stops therapy here too and is
        answered there:{' '}
        <Anchor
          size="sm"
          renderRoot={(props) => <Link {...props} to="/episodes/$episodeId/holds" params={{ episodeId }} />}
        >
          {concern}
        </Anchor>
      </Text>
    </article>
  ));
}

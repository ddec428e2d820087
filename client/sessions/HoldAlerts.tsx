import { Anchor, Text } from '@mantine/core';
import { IconFlagFilled } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { flagWords } from '#shared/sessions/flag-words.ts';
import { useSession } from '#client/platform/session.ts';
import { openHoldsQuery } from './queries.ts';
import classes from './Holds.module.css';

/** Tells a physiatrist, wherever they are, that therapy stands still and nobody has answered: at once, by itself. */
export function HoldAlerts() {
  const { role } = useSession();
  const { data } = useQuery({ ...openHoldsQuery, enabled: role === 'physiatrist' });
  if (role !== 'physiatrist') return null;
  const waiting = data?.holds.filter((hold) => !hold.acknowledged) ?? [];
  const [first] = waiting;
  return (
    <span role="status" aria-live="assertive" className={classes.slot}>
      {first === undefined ? null : (
        <Anchor
          className={classes.alert}
          size="sm"
          renderRoot={(props) => (
            <Link {...props} to="/episodes/$episodeId/holds" params={{ episodeId: first.episodeId }} />
          )}
        >
          <IconFlagFilled size={14} aria-hidden />
          <Text component="span" size="sm" fw={600}>
            {first.level === 'prompt' ? (
              'Limb stopped'
            ) : (
              <>
                <span className={classes.what}>Safety hold, </span>
                {first.level}
              </>
            )}
            : {first.familyName}
            <span className={classes.wide}>
              {`, ${flagWords(first.code)}`}
              {first.passedOnToMe ? ', passed on to you' : ''}
              {first.stillUnread ? ', still unread' : ''}
              {first.level === 'emergency' ? '. Call the emergency services' : ''}
            </span>
          </Text>
          {waiting.length > 1 ? (
            <Text component="span" size="sm" className={classes.extra}>
              and {waiting.length - 1} more
            </Text>
          ) : null}
        </Anchor>
      )}
    </span>
  );
}

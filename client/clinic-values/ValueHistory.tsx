import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ClinicValue } from '#shared/clinic-values/model.ts';
import { valueWords } from '#shared/clinic-values/value-words.ts';
import { ROLE_LABEL } from '#shared/platform/actor.ts';
import type { ClinicId } from '#shared/platform/ids.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { ACT_WORDS } from './act-words.ts';
import { valueHistoryQuery } from './queries.ts';
import classes from './Values.module.css';

/** Everything that was done to a value, newest first. */
export function ValueHistory({ about, clinicId }: { about: ClinicValue; clinicId: ClinicId }) {
  const query = useQuery(valueHistoryQuery(clinicId, about.key));
  const { dateTime } = useClinicTime();
  return (
    <section aria-label="History">
      <Title order={3} size="h4">
        History
      </Title>
      <QueryBoundary query={query}>
        {({ acts }) =>
          acts.length === 0 ? (
            <Text size="sm" c="dimmed">
              Nobody has set or confirmed it yet.
            </Text>
          ) : (
            <ol className={classes.history}>
              {acts.map((act) => (
                <li key={act.version}>
                  <Text size="sm">
                    <strong>{ACT_WORDS[act.act]}</strong>
                    {act.act === 'confirmed'
                      ? `: ${valueWords(about, act.newValue)}`
                      : `: ${valueWords(about, act.oldValue)} to ${valueWords(about, act.newValue)}`}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {act.by}, {ROLE_LABEL[act.role]}, {dateTime(act.at)}
                  </Text>
                  {act.reason === '' ? null : <Text size="sm">{act.reason}</Text>}
                </li>
              ))}
            </ol>
          )
        }
      </QueryBoundary>
    </section>
  );
}

import { Text } from '@mantine/core';
import type { QueueRow } from '#shared/intake/queue.ts';
import { ROUTE_LABEL } from '#shared/intake/triage.ts';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { ROUTE_TONE } from './route-tone.ts';

type Triaged = Pick<QueueRow, 'triageRoute' | 'triageRule' | 'why' | 'near' | 'overriddenRoute'>;

/** Where a request goes, the rule that says so in words, and the rules that nearly said otherwise. */
export function Suggestion({ request }: { request: Triaged }) {
  const { triageRoute, triageRule, why, near, overriddenRoute } = request;
  const route = overriddenRoute ?? triageRoute;
  return (
    <>
      <StatusBadge tone={ROUTE_TONE[route]}>{ROUTE_LABEL[route]}</StatusBadge>
      {overriddenRoute === null ? null : (
        <Text size="sm">
          Changed by hand; triage suggests: <s>{ROUTE_LABEL[triageRoute]}</s>
        </Text>
      )}
      <Text>
        {why} <NearRule rule={triageRule} />
      </Text>
      {near.map((other) => (
        <Text key={`${other.rule} ${other.why}`} size="sm" c="dimmed">
          {other.kind === 'also' ? 'Also' : 'Nearly'}: {other.why} <NearRule rule={other.rule} />
        </Text>
      ))}
    </>
  );
}

const NearRule = ({ rule }: { rule: string }) => (
  <Text span size="xs" c="dimmed">
    ({rule})
  </Text>
);

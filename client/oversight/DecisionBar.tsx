import { Anchor, Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Permission } from '#shared/platform/actor.ts';
import type { Review } from '#shared/oversight/contract.ts';
import { DECISION_KINDS, DECISION_WORDS, type DecisionKind } from '#shared/oversight/model.ts';
import { KeyHint } from '#client/ui/KeyHint.tsx';
import { neighboursOf } from './board-order.ts';
import classes from './Review.module.css';

interface DecisionBarProps {
  review: Review;
  permission: Permission;
  onDecide: (kind: DecisionKind) => void;
  onGo: (episodeId: string | undefined) => void;
}

/** One key a decision, the pages of the episode, and the neighbours on the board. */
export function DecisionBar({ review, permission, onDecide, onGo }: DecisionBarProps) {
  const { previous, next, place, total } = neighboursOf(review.episodeId);
  const { episodeId } = review;
  return (
    <div className={classes.bar} data-no-print>
      {permission.allowed ? (
        <Group gap={6} role="group" aria-label="Decide">
          {DECISION_KINDS.map((kind) => (
            <Button
              key={kind}
              size="compact-md"
              variant={kind === 'continue' ? 'filled' : 'default'}
              onClick={() => onDecide(kind)}
            >
              <KeyHint keys={DECISION_WORDS[kind].key} />
              &nbsp;{DECISION_WORDS[kind].label}
            </Button>
          ))}
        </Group>
      ) : (
        <Text size="sm">{permission.sentence}</Text>
      )}
      <Group gap="sm" ml="auto" wrap="nowrap">
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link {...props} to="/episodes/$episodeId/prescription" params={{ episodeId }} />
          )}
        >
          Prescription
        </Anchor>
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link {...props} to="/episodes/$episodeId/evaluations" params={{ episodeId }} />
          )}
        >
          Evaluations
        </Anchor>
        <Anchor
          size="sm"
          renderRoot={(props) => <Link {...props} to="/episodes/$episodeId/scores" params={{ episodeId }} />}
        >
          Scores
        </Anchor>
        {place === undefined ? null : (
          <Group gap={4} wrap="nowrap">
            <Button
              size="compact-xs"
              variant="subtle"
              disabled={previous === undefined}
              onClick={() => onGo(previous)}
              aria-label="Previous patient"
            >
              <KeyHint keys="k" />
            </Button>
            <Text size="sm">
              {place} of {total}
            </Text>
            <Button
              size="compact-xs"
              variant="subtle"
              disabled={next === undefined}
              onClick={() => onGo(next)}
              aria-label="Next patient"
            >
              <KeyHint keys="j" />
            </Button>
          </Group>
        )}
      </Group>
    </div>
  );
}

import { Anchor, Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { Permission } from '#shared/platform/actor.ts';
import { canDecideKind, type Begun } from '#shared/oversight/policy.ts';
import type { Review } from '#shared/oversight/contract.ts';
import { DECISION_KINDS, DECISION_WORDS, type DecisionKind } from '#shared/oversight/model.ts';
import type { EpisodeId } from '#shared/platform/ids.ts';
import { EpisodeMenu } from '#client/ui/EpisodeMenu.tsx';
import { KeyHint } from '#client/ui/KeyHint.tsx';
import { begunOf } from './begun.ts';
import { neighboursOf } from './board-order.ts';
import classes from './Review.module.css';

interface DecisionBarProps {
  review: Review;
  permission: Permission;
  onDecide: (kind: DecisionKind) => void;
  onGo: (episodeId: string | undefined) => void;
}

/** Where the reader is, and what has its own link in the bar. */
const BESIDE = ['review', 'prescription', 'evaluations'] as const;

/** One key a decision, the pages of the episode, and the neighbours on the board. */
export function DecisionBar({ review, permission, onDecide, onGo }: DecisionBarProps) {
  const { previous, next, place, total } = neighboursOf(review.episodeId);
  const { episodeId } = review;
  return (
    <div className={classes.bar} data-no-print>
      {permission.allowed ? (
        <Decide review={review} onDecide={onDecide} />
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
        <EpisodeMenu episodeId={episodeId} without={BESIDE} />
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

/** One button a kind; before there is therapy, those about it say what comes first and lead there. */
function Decide({ review, onDecide }: Pick<DecisionBarProps, 'review' | 'onDecide'>) {
  const reasonId = useId();
  const begun = begunOf(review);
  const early = DECISION_KINDS.map((kind) => canDecideKind(kind, begun)).find(({ allowed }) => !allowed);
  const buttons = (
    <Group gap={6} role="group" aria-label="Decide">
      {DECISION_KINDS.map((kind) => {
        const refused = !canDecideKind(kind, begun).allowed;
        return (
          <Button
            key={kind}
            size="compact-md"
            variant={kind === 'continue' && !refused ? 'filled' : 'default'}
            aria-disabled={refused}
            data-disabled={refused ? true : undefined}
            aria-describedby={refused ? reasonId : undefined}
            onClick={refused ? undefined : () => onDecide(kind)}
          >
            <KeyHint keys={DECISION_WORDS[kind].key} />
            &nbsp;{DECISION_WORDS[kind].label}
          </Button>
        );
      })}
    </Group>
  );
  if (early === undefined || early.allowed) return buttons;
  return (
    <>
      <Group gap="sm" w="100%">
        <NextStep episodeId={review.episodeId} begun={begun} />
        <Text size="sm" id={reasonId}>
          {early.sentence}
        </Text>
      </Group>
      {buttons}
    </>
  );
}

function NextStep({ episodeId, begun }: { episodeId: EpisodeId; begun: Begun }) {
  return begun.consultSigned ? (
    <Button
      size="compact-md"
      renderRoot={(props) => (
        <Link {...props} to="/episodes/$episodeId/prescription" params={{ episodeId }} />
      )}
    >
      Write the prescription
    </Button>
  ) : (
    <Button
      size="compact-md"
      renderRoot={(props) => <Link {...props} to="/episodes/$episodeId/evaluations" params={{ episodeId }} />}
    >
      Write the consult
    </Button>
  );
}

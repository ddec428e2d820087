import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import { IconCloudOff, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { problemSentence } from '#shared/platform/problem-sentence.ts';
import { asClientProblem } from '#client/platform/client-problem.ts';
import { ToneIcon } from './ToneIcon.tsx';

interface FailureStateProps {
  /** What was thrown. */
  error: unknown;
  /** Tries again; without it there is no button. */
  onRetry?: () => void;
  retrying?: boolean;
  /** Another way out: a link home. */
  action?: ReactNode;
  /** 1 when the whole page failed; 2 unless told. */
  headingLevel?: 1 | 2 | 3;
}

/** A place that could not be filled: what happened, and a way out. */
export function FailureState(props: FailureStateProps) {
  const { error, onRetry, retrying = false, action, headingLevel = 2 } = props;
  const problem = asClientProblem(error);
  const requestId = problem.document.requestId;
  // What is not theirs to see will not become so by asking again; home always works.
  const isFinal = problem.code === 'forbidden' || problem.code === 'not-found';
  return (
    <Stack role="alert" align="center" gap="sm" py="xl" px="md" ta="center">
      {problem.code === 'offline' ? (
        <IconCloudOff size={28} aria-hidden />
      ) : (
        <ToneIcon tone="warning" size={28} />
      )}
      <Title order={headingLevel} size="h3">
        {problem.document.title}
      </Title>
      <Text maw={520} c="dimmed">
        {problemSentence(problem.document)}
      </Text>
      {onRetry === undefined || isFinal ? null : (
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden />}
          onClick={onRetry}
          loading={retrying}
        >
          Try again
        </Button>
      )}
      {action ?? (isFinal ? <Anchor href="/">Go to your first page</Anchor> : null)}
      {requestId === undefined || isFinal ? null : (
        <Text size="xs" c="dimmed">
          If you report this, name the request {requestId}
        </Text>
      )}
    </Stack>
  );
}

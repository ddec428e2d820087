import { Anchor, Text } from '@mantine/core';
import { IconCheck, IconCloudOff, IconLoader2, IconPencil } from '@tabler/icons-react';
import { problemSentence } from '#shared/platform/problem-sentence.ts';
import type { ProblemIssue } from '#shared/platform/problem.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import type { SaveStatus } from '#client/platform/use-autosave.ts';
import { ToneIcon } from './ToneIcon.tsx';
import classes from './SaveState.module.css';

interface SaveStateProps {
  /** `autosave.status`. */
  status: SaveStatus;
  /** Tries the failed save again. */
  onRetry?: () => void;
}

/** Where the text is, and a way to try again where that can help: "saved 10:42", "saving", "offline: kept on this device", or why it was refused. */
export function SaveState({ status, onRetry }: SaveStateProps) {
  return (
    <Text component="span" size="sm" role="status" className={classes.state}>
      <Words status={status} />
      {status.kind === 'failed' && status.problem.code !== 'invalid-input' && onRetry !== undefined ? (
        <Anchor component="button" type="button" onClick={onRetry}>
          Try again
        </Anchor>
      ) : null}
    </Text>
  );
}

/** To the first field that was refused and is on this page. */
function focusFirst(issues: readonly ProblemIssue[]): void {
  const fields = issues.flatMap(({ path }) => [
    ...document.querySelectorAll<HTMLElement>(`[name="${CSS.escape(path)}"]`),
  ]);
  fields[0]?.focus();
}

function Words({ status }: { status: SaveStatus }) {
  const { time } = useClinicTime();
  switch (status.kind) {
    case 'idle':
      return null;
    case 'unsaved':
      return (
        <>
          <IconPencil size={14} aria-hidden /> not saved yet
        </>
      );
    case 'saving':
      return (
        <>
          <IconLoader2 size={14} aria-hidden /> saving
        </>
      );
    case 'saved':
      return (
        <>
          <IconCheck size={14} aria-hidden /> saved {time(status.at)}
        </>
      );
    case 'offline':
      return (
        <>
          <IconCloudOff size={14} aria-hidden />
          {status.kept ? 'offline: kept on this device' : 'offline: not saved, keep this page open'}
        </>
      );
    case 'failed':
      return (
        <>
          <ToneIcon tone="danger" /> not saved: {problemSentence(status.problem.document)}
          {status.problem.issues.some(({ path }) => path !== '') ? (
            <Anchor component="button" type="button" onClick={() => focusFirst(status.problem.issues)}>
              Go to the field
            </Anchor>
          ) : null}
        </>
      );
    case 'stale':
      return (
        <>
          <ToneIcon tone="warning" /> not saved: changed somewhere else
        </>
      );
    default:
      return status satisfies never;
  }
}

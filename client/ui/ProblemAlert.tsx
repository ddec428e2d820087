import { Anchor, Button, Group, List, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { problemSentence } from '#shared/platform/problem-sentence.ts';
import type { ProblemIssue } from '#shared/platform/problem.ts';
import { asClientProblem } from '#client/platform/client-problem.ts';
import { ToneIcon } from './ToneIcon.tsx';
import classes from './ProblemAlert.module.css';

interface ProblemAlertProps {
  /** What was thrown; nothing is rendered for null or undefined. */
  error: unknown;
  /** Another heading than the problem's own title. */
  title?: string;
  /** Takes the reader to the field of an issue; without it the field with that `name` is looked for. */
  onIssue?: (issue: ProblemIssue) => void;
  onRetry?: () => void;
  /** The alert takes focus when it appears, so that a keyboard or a screen reader meets it. */
  autoFocus?: boolean;
}

/** Moves focus to the field that carries the issue's path as its `name`. */
function focusField(issue: ProblemIssue): void {
  const path = issue.path.replace(/^(body|query|params)\./, '');
  const field = [path, path.split('.').at(-1) ?? ''].flatMap((name) =>
    name === '' ? [] : [...document.querySelectorAll<HTMLElement>(`[name="${CSS.escape(name)}"]`)],
  )[0];
  field?.focus();
}

/** A refusal where it happened: one sentence, then each thing that is wrong, leading to its field. */
export function ProblemAlert({
  error,
  title,
  onIssue = focusField,
  onRetry,
  autoFocus = true,
}: ProblemAlertProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (autoFocus && error !== null && error !== undefined) box.current?.focus();
  }, [autoFocus, error]);
  if (error === null || error === undefined) return null;
  const problem = asClientProblem(error);
  const sentence = problemSentence(problem.document);
  // A refusal of one field says its sentence once, where it leads to the field.
  const saysTheSame = problem.issues.some(({ message }) => message === sentence);
  return (
    <div ref={box} role="alert" tabIndex={-1} className={classes.alert}>
      <ToneIcon tone="danger" size={18} />
      <div className={classes.text}>
        <Text fw={600}>{title ?? problem.document.title}</Text>
        {saysTheSame ? null : <Text>{sentence}</Text>}
        <IssueList issues={problem.issues} onIssue={onIssue} />
        {onRetry === undefined ? null : (
          <Group mt="xs">
            <Button size="compact-sm" variant="default" onClick={onRetry}>
              Try again
            </Button>
          </Group>
        )}
      </div>
    </div>
  );
}

function IssueList({
  issues,
  onIssue,
}: {
  issues: readonly ProblemIssue[];
  onIssue: (issue: ProblemIssue) => void;
}) {
  if (issues.length === 0) return null;
  return (
    <List mt={4} spacing={2}>
      {issues.map((issue, index) => (
        <List.Item key={`${issue.path} ${index}`}>
          {issue.path === '' ? (
            issue.message
          ) : (
            <Anchor component="button" type="button" ta="left" onClick={() => onIssue(issue)}>
              {issue.message}
            </Anchor>
          )}
        </List.Item>
      ))}
    </List>
  );
}

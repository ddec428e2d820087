import { Checkbox, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { asClientProblem } from '#client/platform/client-problem.ts';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { ToneIcon } from '#client/ui/ToneIcon.tsx';
import classes from '#client/ui/ProblemAlert.module.css';

interface DecisionProblemProps {
  error: unknown;
  /** Codes of the questions that were answered with yes. */
  confirmed: readonly string[];
  onConfirm: (code: string, yes: boolean) => void;
}

/** Why a decision was not taken: what is wrong leads to its field, what is unusual is confirmed in place. */
export function DecisionProblem({ error, confirmed, onConfirm }: DecisionProblemProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [error]);
  if (error === null || error === undefined) return null;
  const { code, issues } = asClientProblem(error);
  if (code !== 'decision-needs-confirmation') return <ProblemAlert error={error} />;
  return (
    <div ref={box} role="alert" tabIndex={-1} className={classes.alert}>
      <ToneIcon tone="warning" size={18} />
      <Stack gap="xs" className={classes.text}>
        <Text fw={600}>Confirm what is unusual, then sign again</Text>
        {issues.map((issue) => (
          <Checkbox
            key={issue.code}
            name={`confirmed.${issue.code}`}
            label={issue.message}
            checked={confirmed.includes(issue.code)}
            onChange={(event) => onConfirm(issue.code, event.currentTarget.checked)}
          />
        ))}
      </Stack>
    </div>
  );
}

/** The sentence for a field that the server refused, to stand at the field itself. */
export function refusalAt(error: unknown, ...paths: string[]): string | undefined {
  if (error === null || error === undefined) return undefined;
  const { code, issues } = asClientProblem(error);
  if (code === 'decision-needs-confirmation') return undefined;
  return issues.find(({ path }) => paths.includes(path.replace(/^body\./, '')))?.message;
}

import { Stack, TextInput } from '@mantine/core';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import type { AskedFinding } from './asked-findings.ts';

interface FindingReasonsProps {
  findings: readonly AskedFinding[];
  /** In front of every field's name: `detail.procedure.`. */
  prefix: string;
  onChange: (findings: AskedFinding[]) => void;
}

/** What the record holds against an act, each with a line for why it was done all the same. */
export function FindingReasons({ findings, prefix, onChange }: FindingReasonsProps) {
  if (findings.length === 0) return null;
  const write = (finding: string, reason: string) =>
    onChange(findings.map((one) => (one.finding === finding ? { ...one, reason } : one)));
  return (
    <Stack gap="sm" component="section" aria-label="What the record says">
      {findings.map(({ finding, sentence, reason }) => (
        <div key={finding}>
          <StatusBadge tone="danger" variant="plain">
            {sentence}
          </StatusBadge>
          <TextInput
            label="Done all the same, because"
            name={`${prefix}answers.${finding}`}
            required
            maxLength={300}
            value={reason}
            onChange={(event) => write(finding, event.currentTarget.value)}
          />
        </div>
      ))}
    </Stack>
  );
}

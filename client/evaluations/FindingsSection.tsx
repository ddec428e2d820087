import { Button, Group, Text } from '@mantine/core';
import { useRef } from 'react';
import {
  emptyFinding,
  FINDING_KIND_LABEL,
  FINDING_KINDS,
  type Finding,
  type FindingKind,
} from '#shared/evaluations/findings.ts';
import { FormSection } from '#client/ui/FormSection.tsx';
import { nextFinding } from './finding-columns.ts';
import { FindingGrid } from './FindingGrid.tsx';
import type { DraftAccess } from './use-evaluation-draft.ts';

/** Findings of the examination, grouped by kind, entered by keyboard. */
export function FindingsSection({ draft }: { draft: DraftAccess }) {
  const { findings, carried } = draft.content;
  const box = useRef<HTMLDivElement>(null);
  const set = (next: Finding[]) => draft.change({ findings: next });
  const insert = (finding: Finding, at: number) => {
    set([...findings.slice(0, at), finding, ...findings.slice(at)]);
    focusRow(box.current, at);
  };
  const waiting = findings.filter((finding) => finding.carried).length;
  return (
    <FormSection
      id="findings"
      title="Examination"
      description="Enter goes to the same column of the next row, and opens one after the last."
      actions={
        waiting === 0 || carried.from === null ? null : (
          <Group gap="xs">
            <Text size="sm" fs="italic" c="dimmed">
              {waiting} carried, not confirmed
            </Text>
            <Button
              size="compact-xs"
              variant="default"
              name="content.carried.findings"
              onClick={() => set(findings.map((finding) => ({ ...finding, carried: false })))}
            >
              All still right
            </Button>
          </Group>
        )
      }
    >
      <div ref={box}>
        {FINDING_KINDS.map((kind) => (
          <FindingGrid
            key={kind}
            kind={kind}
            rows={rowsOf(findings, kind)}
            errorOf={draft.errorOf}
            onEdit={(index, finding) => set(findings.map((one, at) => (at === index ? finding : one)))}
            onAddAfter={(index) => {
              const before = findings[index];
              if (before !== undefined) insert(nextFinding(before), index + 1);
            }}
            onRemove={(index) => set(findings.filter((_, at) => at !== index))}
          />
        ))}
        <Group gap="xs" mt="xs">
          {FINDING_KINDS.map((kind) => (
            <Button
              key={kind}
              size="compact-sm"
              variant="default"
              name={kind === 'rom' ? 'content.findings' : undefined}
              onClick={() => insert(emptyFinding(kind), findings.length)}
            >
              + {FINDING_KIND_LABEL[kind]}
            </Button>
          ))}
        </Group>
      </div>
    </FormSection>
  );
}

/** Rows of one kind with their place among all findings. */
const rowsOf = (findings: readonly Finding[], kind: FindingKind) =>
  findings.flatMap((finding, index) => (finding.kind === kind ? [{ finding, index }] : []));

/** The row appears with the next paint. */
function focusRow(box: HTMLElement | null, index: number): void {
  requestAnimationFrame(() => {
    box
      ?.querySelector<HTMLElement>(`[data-finding="${index}"] input, [data-finding="${index}"] select`)
      ?.focus();
  });
}

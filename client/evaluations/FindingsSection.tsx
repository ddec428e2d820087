import { Button, Group, Text } from '@mantine/core';
import { useCallback, useRef } from 'react';
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
import { memoSection } from './memo-section.ts';
import type { DraftAccess } from './use-evaluation-draft.ts';

/** Findings of the examination, grouped by kind, entered by keyboard. */
export const FindingsSection = memoSection(
  function FindingsSection({ draft }: { draft: DraftAccess }) {
    const { change, errors } = draft;
    const { findings, carried } = draft.content;
    const box = useRef<HTMLDivElement>(null);
    const edit = useCallback(
      (index: number, finding: Finding) =>
        change((content) => ({ findings: content.findings.with(index, finding) })),
      [change],
    );
    const remove = useCallback(
      (index: number) => change((content) => ({ findings: content.findings.toSpliced(index, 1) })),
      [change],
    );
    const add = useCallback(
      (finding: Finding, at: number) => {
        change((content) => ({ findings: content.findings.toSpliced(at, 0, finding) }));
        focusRow(box.current, at);
      },
      [change],
    );
    const addAfter = useCallback(
      (index: number, finding: Finding) => add(nextFinding(finding), index + 1),
      [add],
    );
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
                onClick={() => change({ findings: findings.map((one) => ({ ...one, carried: false })) })}
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
              errors={errors}
              onEdit={edit}
              onAddAfter={addAfter}
              onRemove={remove}
            />
          ))}
          <Group gap="xs" mt="xs">
            {FINDING_KINDS.map((kind) => (
              <Button
                key={kind}
                size="compact-sm"
                variant="default"
                name={kind === 'rom' ? 'content.findings' : undefined}
                onClick={() => add(emptyFinding(kind), findings.length)}
              >
                + {FINDING_KIND_LABEL[kind]}
              </Button>
            ))}
          </Group>
        </div>
      </FormSection>
    );
  },
  ['findings'],
);

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

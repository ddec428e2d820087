import { Button, Group, Text } from '@mantine/core';
import { useCallback, useMemo, useRef } from 'react';
import { type Doubt, examDoubts } from '#shared/evaluations/doubts.ts';
import {
  emptyFinding,
  FINDING_KIND_LABEL,
  FINDING_KINDS,
  type Finding,
  type FindingKind,
} from '#shared/evaluations/findings.ts';
import { isOnSheet, sheetRows } from '#shared/evaluations/exam-sheet.ts';
import type { EvaluationDetail } from '#shared/evaluations/contract.ts';
import { FormSection } from '#client/ui/FormSection.tsx';
import { DoubtBoxes } from './DoubtBoxes.tsx';
import { ExamSheet } from './ExamSheet.tsx';
import { nextFinding } from './finding-columns.ts';
import { FindingGrid } from './FindingGrid.tsx';
import { memoSection } from './memo-section.ts';
import type { DraftAccess } from './use-evaluation-draft.ts';

interface FindingsSectionProps {
  draft: DraftAccess;
  bodyRegion: string;
  baseline: EvaluationDetail['baseline'];
}

/** Findings of the examination, grouped by kind, entered by keyboard. */
export const FindingsSection = memoSection(
  function FindingsSection({ draft, bodyRegion, baseline }: FindingsSectionProps) {
    const { change, errors, confirmDoubt } = draft;
    const { findings, carried, examined, confirmed } = draft.content;
    const doubts = useMemo(() => examDoubts(findings), [findings]);
    const sheet = sheetRows(examined);
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
        description="Open a sheet by region, or add single rows. Only what gets a value is recorded."
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
        <ExamSheet
          draft={draft}
          bodyRegion={bodyRegion}
          baseline={baseline}
          doubts={doubts}
          onConfirm={confirmDoubt}
        />
        <div ref={box}>
          {FINDING_KINDS.map((kind) => (
            <FindingGrid
              key={kind}
              kind={kind}
              rows={rowsOf(findings, kind, sheet)}
              errors={errors}
              onEdit={edit}
              onAddAfter={addAfter}
              onRemove={remove}
            />
          ))}
          <DoubtBoxes
            doubts={doubts.filter((doubt) => isOffSheet(doubt, findings, sheet))}
            confirmed={confirmed}
            onConfirm={confirmDoubt}
          />
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
  ['findings', 'examined', 'unread', 'confirmed', 'bodyChart'],
);

/** Rows of one kind that no open sheet shows, with their place among all findings. */
const rowsOf = (findings: readonly Finding[], kind: FindingKind, sheet: ReturnType<typeof sheetRows>) =>
  findings.flatMap((finding, index) =>
    finding.kind === kind && !isOnSheet(sheet, finding, findings) ? [{ finding, index }] : [],
  );

/** What is asked about a row of its own, below the sheet. */
const isOffSheet = (
  { path }: Doubt,
  findings: readonly Finding[],
  sheet: ReturnType<typeof sheetRows>,
): boolean => {
  const finding = findings[Number(path.split('.')[1])];
  return finding !== undefined && !isOnSheet(sheet, finding, findings);
};

/** The row appears with the next paint. */
function focusRow(box: HTMLElement | null, index: number): void {
  requestAnimationFrame(() => {
    box
      ?.querySelector<HTMLElement>(`[data-finding="${index}"] input, [data-finding="${index}"] select`)
      ?.focus();
  });
}

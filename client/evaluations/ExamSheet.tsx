import { Box, Button, Group, Text } from '@mantine/core';
import { useCallback, useMemo, useRef, type KeyboardEvent } from 'react';
import type { EvaluationDetail } from '#shared/evaluations/contract.ts';
import { NORM_STATUS } from '#shared/evaluations/exam-norms.ts';
import {
  examRegionLabel,
  type ExamRegion,
  PARTS,
  PLACES,
  suggestedRegions,
} from '#shared/evaluations/exam-region.ts';
import type { Doubt } from '#shared/evaluations/doubts.ts';
import { sheetRows } from '#shared/evaluations/exam-sheet.ts';
import type { Finding } from '#shared/evaluations/findings.ts';
import { fillNormal, putReading } from '#shared/evaluations/unread.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { fieldTowards } from './sheet-keys.ts';
import type { SheetActs } from './sheet-acts.ts';
import { SheetTable } from './SheetTable.tsx';
import type { DraftAccess } from './use-evaluation-draft.ts';
import classes from './Exam.module.css';

interface ExamSheetProps {
  draft: DraftAccess;
  bodyRegion: string;
  baseline: EvaluationDetail['baseline'];
  doubts: readonly Doubt[];
  onConfirm: SheetActs['confirm'];
}

const NO_FINDINGS: readonly Finding[] = [];

/** The examination by region: every usual row in sight, only what gets a value is recorded. */
export function ExamSheet({ draft, bodyRegion, baseline, doubts, onConfirm }: ExamSheetProps) {
  const { change } = draft;
  const { findings, examined, unread, confirmed, bodyChart } = draft.content;
  const { date } = useClinicTime();
  const box = useRef<HTMLDivElement>(null);
  const groups = useMemo(() => sheetRows(examined), [examined]);
  const suggested = suggestedRegions(bodyRegion, bodyChart);
  const ordered = [...suggested, ...PLACES.filter((one) => !suggested.includes(one))];
  const parts = PARTS.filter(({ of, regions }) => [of, ...regions].some((one) => examined.includes(one)));
  const toggle = (region: ExamRegion) => {
    const isOpen = examined.includes(region);
    change({ examined: isOpen ? examined.filter((one) => one !== region) : [...examined, region] });
    if (!isOpen) focusFirst(box, region);
  };
  const acts: SheetActs = {
    put: useCallback(
      (row, place, reading) => change((content) => putReading(content, row, place, reading)),
      [change],
    ),
    edit: useCallback(
      (index, finding) => change((content) => ({ findings: content.findings.with(index, finding) })),
      [change],
    ),
    fill: useCallback(
      (rows) => change((content) => ({ findings: fillNormal(content.findings, content.unread, rows) })),
      [change],
    ),
    confirm: onConfirm,
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const next = fieldTowards(event);
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <Box ref={box} onKeyDown={onKeyDown}>
      <RegionButtons
        label="Sheets by region"
        regions={ordered}
        examined={examined}
        suggested={suggested}
        onToggle={toggle}
      />
      {parts.map(({ label, regions }) => (
        <RegionButtons
          key={label}
          label={label}
          regions={regions}
          examined={examined}
          onToggle={toggle}
          isPart
        />
      ))}
      {groups.map(({ kind, rows, regions }) => (
        <SheetTable
          key={kind}
          kind={kind}
          rows={rows}
          regions={regions}
          examined={examined}
          findings={findings}
          unread={unread}
          doubts={doubts}
          confirmed={confirmed}
          baseline={baseline?.findings ?? NO_FINDINGS}
          {...acts}
        />
      ))}
      {groups.length === 0 ? null : (
        <Text size="xs" c="dimmed" mt={6} className={classes.legend}>
          Usual: {NORM_STATUS} {baseline === null ? '' : `First: measured on ${date(baseline.evaluatedOn)}. `}
          Grades stay as typed: 4, 4+, 4-. Enter and the arrows go from cell to cell.
        </Text>
      )}
    </Box>
  );
}

interface RegionButtonsProps {
  label: string;
  regions: readonly ExamRegion[];
  examined: readonly ExamRegion[];
  suggested?: readonly ExamRegion[];
  /** Parts of a sheet that is open: their name is said before them. */
  isPart?: boolean;
  onToggle: (region: ExamRegion) => void;
}

function RegionButtons({
  label,
  regions,
  examined,
  suggested = [],
  isPart = false,
  onToggle,
}: RegionButtonsProps) {
  return (
    <Group gap={6} role="group" aria-label={label} mt={isPart ? 6 : undefined}>
      {isPart ? (
        <Text size="sm" c="dimmed">
          {label}
        </Text>
      ) : null}
      {regions.map((region) => (
        <Button
          key={region}
          size="compact-sm"
          variant={examined.includes(region) ? 'filled' : suggested.includes(region) ? 'light' : 'default'}
          aria-pressed={examined.includes(region)}
          onClick={() => onToggle(region)}
        >
          {examRegionLabel(region)}
        </Button>
      ))}
    </Group>
  );
}

/** The sheet appears with the next paint; entry begins at the first empty cell of the region that was opened. */
function focusFirst(box: { current: HTMLElement | null }, region: ExamRegion): void {
  requestAnimationFrame(() => {
    const fields = [
      ...(box.current?.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
        `[data-regions~="${region}"] [data-col]`,
      ) ?? []),
    ];
    (fields.find((field) => field.value === '') ?? fields[0])?.focus();
  });
}

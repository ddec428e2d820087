import { Button, Table, TextInput } from '@mantine/core';
import { useContext } from 'react';
import { comparisonOf, findPlace, isOfRegion, placesOf, valueOf } from '#shared/evaluations/exam-sheet.ts';
import type { Doubt } from '#shared/evaluations/doubts.ts';
import type { ExamRegion } from '#shared/evaluations/exam-region.ts';
import type { SheetRow } from '#shared/evaluations/sheet-rows.ts';
import { type Finding, findingSubject } from '#shared/evaluations/findings.ts';
import { placeLabel, type Unread, unreadPlace } from '#shared/evaluations/unread.ts';
import { DoubtBoxes } from './DoubtBoxes.tsx';
import { ClinicNorms } from './clinic-norms.ts';
import { SheetCell } from './SheetCell.tsx';
import type { SheetActs } from './sheet-acts.ts';
import classes from './Exam.module.css';

interface SheetLineProps extends Pick<SheetActs, 'put' | 'edit' | 'confirm'> {
  row: SheetRow;
  /** The open sheets, of which some examine this row. */
  examined: readonly ExamRegion[];
  findings: readonly Finding[];
  unread: readonly Unread[];
  doubts: readonly Doubt[];
  confirmed: readonly string[];
  baseline: readonly Finding[];
}

/** One thing that is examined: its cells, what they compare with, a note. */
export function SheetLine(props: SheetLineProps) {
  const { row, examined, findings, unread, doubts, confirmed, baseline, put, edit, confirm } = props;
  const norms = useContext(ClinicNorms);
  const subject = findingSubject(row.subject);
  const places = placesOf(row).map((place) => {
    const index = findPlace(findings, row, place);
    const at = unreadPlace(row, place);
    return { place, index, at, finding: findings[index], unread: unread.find((one) => one.at === at)?.typed };
  });
  const noted = places.find(({ finding }) => finding !== undefined);
  const carried = places.filter(({ finding }) => finding?.carried === true);
  const span = row.sided ? 1 : 2;
  return (
    <Table.Tr data-regions={examined.filter((region) => isOfRegion(region, row)).join(' ')}>
      <Table.Th scope="row" className={classes.subject}>
        {subject}
      </Table.Th>
      {places.map(({ place, index, finding, at, unread: typed }, column) => (
        <Table.Td key={placeLabel('', place)} colSpan={span}>
          <SheetCell
            row={row}
            label={placeLabel(subject, place)}
            name={index === -1 || typed !== undefined ? `content.${at}` : `content.findings.${index}.value`}
            unread={typed}
            column={column * span}
            span={span}
            value={valueOf(finding)}
            carried={finding?.carried ?? false}
            onPut={(reading) => put(row, place, reading)}
          />
        </Table.Td>
      ))}
      <Table.Td className={classes.compared}>
        {comparisonOf(row, findings, baseline, norms)}
        <DoubtBoxes
          doubts={doubts.filter(({ path }) => places.some(({ index }) => path === `findings.${index}`))}
          confirmed={confirmed}
          onConfirm={confirm}
        />
      </Table.Td>
      <Table.Td>
        {noted?.finding === undefined ? null : (
          <TextInput
            size="xs"
            aria-label={`${subject}, note`}
            value={noted.finding.note}
            maxLength={300}
            onChange={(event) =>
              noted.finding === undefined
                ? undefined
                : edit(noted.index, { ...noted.finding, note: event.currentTarget.value, carried: false })
            }
          />
        )}
      </Table.Td>
      <Table.Td ta="right">
        {carried.length === 0 ? null : (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`Still right: ${subject}`}
            onClick={() => {
              for (const { index, finding } of carried) {
                if (finding !== undefined) edit(index, { ...finding, carried: false });
              }
            }}
          >
            Still right
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

import { Button, Table, TextInput } from '@mantine/core';
import {
  comparisonOf,
  findPlace,
  placesOf,
  type SheetPlace,
  valueOf,
} from '#shared/evaluations/exam-sheet.ts';
import type { SheetRow } from '#shared/evaluations/exam-templates.ts';
import { type Finding, findingSubject } from '#shared/evaluations/findings.ts';
import { SheetCell } from './SheetCell.tsx';
import type { SheetActs } from './sheet-acts.ts';
import classes from './Exam.module.css';

interface SheetLineProps extends Pick<SheetActs, 'put' | 'edit'> {
  row: SheetRow;
  findings: readonly Finding[];
  baseline: readonly Finding[];
}

const placeLabel = (subject: string, { side, mode }: SheetPlace): string =>
  [subject, side ?? '', mode ?? ''].filter(Boolean).join(', ');

/** One thing that is examined: its cells, what they compare with, a note. */
export function SheetLine({ row, findings, baseline, put, edit }: SheetLineProps) {
  const subject = findingSubject(row.subject);
  const places = placesOf(row).map((place) => {
    const index = findPlace(findings, row, place);
    return { place, index, finding: findings[index] };
  });
  const noted = places.find(({ finding }) => finding !== undefined);
  const carried = places.filter(({ finding }) => finding?.carried === true);
  const span = row.sided ? 1 : 2;
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.subject}>
        {subject}
      </Table.Th>
      {places.map(({ place, index, finding }, at) => (
        <Table.Td key={placeLabel('', place)} colSpan={span}>
          <SheetCell
            row={row}
            label={placeLabel(subject, place)}
            name={index === -1 ? undefined : `content.findings.${index}.value`}
            column={at * span}
            span={span}
            value={valueOf(finding)}
            carried={finding?.carried ?? false}
            onPut={(value) => put(row, place, value)}
          />
        </Table.Td>
      ))}
      <Table.Td className={classes.compared}>{comparisonOf(row, findings, baseline)}</Table.Td>
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

import { Table } from '@mantine/core';
import { shortDate } from '#shared/platform/time.ts';
import { measureChangeWords, writeNumber } from './measure-change-words.ts';
import type { TrendProps } from './trend-model.ts';

/** The table twin of `TrendChart`: the same props, every value, event and threshold in words. */
export function TrendTable(props: TrendProps) {
  const { measure, unit, points, phases = [], markers = [], goal, asOf } = props;
  const rows = [
    ...points.map((point) => ({ date: point.date, point, marker: undefined })),
    ...markers.map((marker) => ({ date: marker.date, point: undefined, marker })),
  ].toSorted((a, b) => b.date.localeCompare(a.date));
  const phaseOf = (date: string) =>
    phases.findLast((phase) => phase.from <= date && (phase.to == null || date <= phase.to))?.label ?? '';
  return (
    <Table aria-label={`${measure} over time`}>
      <Table.Caption ta="left">
        {goal == null ? '' : `Goal ${writeNumber(goal.value)} by ${shortDate(goal.date, asOf)}. `}
        {thresholds(props)}
      </Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Date</Table.Th>
          <Table.Th scope="col" ta="right">
            {measure}
            {unit === undefined ? '' : ` ${unit}`}
          </Table.Th>
          <Table.Th scope="col">Against the baseline</Table.Th>
          <Table.Th scope="col">Phase</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ date, point, marker }) => (
          <Table.Tr key={`${date} ${marker?.label ?? point?.value}`}>
            <Table.Th scope="row" fw={400} style={{ whiteSpace: 'nowrap' }}>
              {shortDate(date, asOf)}
            </Table.Th>
            <Table.Td ta="right">{point === undefined ? '' : writeNumber(point.value)}</Table.Td>
            <Table.Td>
              {marker === undefined
                ? words(props, point)
                : [marker.label, marker.detail].filter(Boolean).join('. ')}
            </Table.Td>
            <Table.Td>{phaseOf(date)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function words(props: TrendProps, point: TrendProps['points'][number] | undefined): string {
  if (point === undefined) return '';
  if (point.inError === true) return 'entered in error';
  const { baseline } = props;
  if (baseline == null) return '';
  if (point.date === baseline.date && point.value === baseline.value) return 'baseline';
  return measureChangeWords({ ...props, from: baseline.value, to: point.value }).judgement;
}

function thresholds({ mdc, mcid }: TrendProps): string {
  const parts = [
    mdc == null ? 'Measurement error unknown' : `Measurement error ${writeNumber(mdc)}`,
    mcid == null ? 'smallest important change unknown' : `smallest important change ${writeNumber(mcid)}`,
  ];
  return `${parts.join(', ')}.`;
}

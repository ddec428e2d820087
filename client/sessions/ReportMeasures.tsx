import { Table, Text } from '@mantine/core';
import { reachableChange } from '#shared/outcomes/reachable.ts';
import { getMeasure, loadMeasure, unitLabel } from '#shared/outcomes/registry.ts';
import { seriesName } from '#shared/prescriptions/words.ts';
import type { ReportedMeasure } from '#shared/sessions/progress-reports.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { MeasureChange } from '#client/ui/MeasureChange.tsx';

/** Measures at baseline, at the last report and now, as the record has them. */
export function ReportMeasures({ measures }: { measures: readonly ReportedMeasure[] }) {
  const { date } = useClinicTime();
  const value = (one: ReportedMeasure['now'], unit: string) =>
    one === null ? 'no value' : `${one.value}${unit === '' ? '' : ` ${unit}`} (${date(one.on)})`;
  if (measures.length === 0) {
    return <Text size="sm">No measure is prescribed, so there is nothing to compare.</Text>;
  }
  return (
    <Table aria-label="Measures" maw={1100}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Measure</Table.Th>
          <Table.Th>Baseline</Table.Th>
          <Table.Th>Last report</Table.Th>
          <Table.Th>Now</Table.Th>
          <Table.Th>Change since baseline</Table.Th>
          <Table.Th>Goal</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {measures.map((row) => {
          const measure = getMeasure(row.measureCode);
          const unit = measure === undefined ? '' : unitLabel(measure);
          return (
            <Table.Tr key={`${row.measureCode} ${row.side ?? ''}`}>
              <Table.Th scope="row">{seriesName(row)}</Table.Th>
              <Table.Td>{value(row.baseline, unit)}</Table.Td>
              <Table.Td>{value(row.lastReport, unit)}</Table.Td>
              <Table.Td>{value(row.now, unit)}</Table.Td>
              <Table.Td>
                <Change row={row} />
              </Table.Td>
              <Table.Td>
                {row.goal === null
                  ? 'none'
                  : `${row.goal.target}${unit === '' ? '' : ` ${unit}`} by ${date(row.goal.targetOn)}`}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

function Change({ row }: { row: ReportedMeasure }) {
  if (row.baseline === null || row.now === null || row.baseline.on === row.now.on)
    return <>cannot be said yet</>;
  const { direction } = loadMeasure(row.measureCode);
  return (
    <MeasureChange
      from={row.baseline.value}
      to={row.now.value}
      direction={direction}
      mdc={row.mdc === null ? null : reachableChange(row.measureCode, row.mdc)}
      mcid={row.mcid === null ? null : reachableChange(row.measureCode, row.mcid)}
    />
  );
}

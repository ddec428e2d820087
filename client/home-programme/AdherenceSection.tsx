import { Table, Text } from '@mantine/core';
import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { adherenceOf, homeOf, type HomeValues } from '#shared/home-programme/adherence.ts';
import type { HomeReportRecord } from '#shared/home-programme/contract.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import classes from './HomeProgramme.module.css';

const SHOWN = 12;

interface AdherenceSectionProps {
  reports: readonly HomeReportRecord[];
  clinicValues: ClinicOverrides;
}

/** Home exercise as it was reported at each session, newest first. */
export function AdherenceSection({ reports, clinicValues }: AdherenceSectionProps) {
  const values = homeOf(clinicValues);
  const { today, date } = useClinicTime();
  const recent = adherenceOf(reports, today, values);
  const shown = reports.slice(0, SHOWN);
  return (
    <FormSection
      title="How it goes"
      description={
        recent === undefined
          ? `Nothing was reported in the last ${values.windowDays} days.`
          : `${recent.daysDone} of ${recent.daysAsked} days asked for, within the last ${values.windowDays} days${recent.isLow ? `: below ${Math.round(100 * values.lowShare)} %, so the review names it` : ''}`
      }
    >
      {shown.length === 0 ? (
        <EmptyState title="Nothing reported yet.">
          It is asked at each session, on the session sheet.
        </EmptyState>
      ) : (
        <Table aria-label="Home exercise by session" maw={760}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Session</Table.Th>
              <Table.Th>Days done</Table.Th>
              <Table.Th ta="right">Difficulty (0-10)</Table.Th>
              <Table.Th ta="right">Pain while exercising (0-10)</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((report) => (
              <Table.Tr key={report.sessionId}>
                <Table.Th scope="row" fw={400}>
                  {date(report.sessionDate)}
                </Table.Th>
                <Table.Td>
                  <Days report={report} values={values} />
                </Table.Td>
                <Table.Td ta="right">{report.difficulty ?? 'not asked'}</Table.Td>
                <Table.Td ta="right">{report.pain ?? 'not asked'}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {reports.length > SHOWN ? (
        <Text size="sm" c="dimmed">
          {reports.length - SHOWN} earlier sessions are on the sessions page.
        </Text>
      ) : null}
    </FormSection>
  );
}

interface DaysProps {
  report: HomeReportRecord;
  values: HomeValues;
}

function Days({ report: { daysDone, daysAsked }, values }: DaysProps) {
  if (daysDone === null || daysAsked === null || daysAsked === 0) return 'not asked';
  const share = Math.min(1, daysDone / daysAsked);
  return (
    <>
      <span className={classes.bar} data-low={share < values.lowShare} aria-hidden>
        <span style={{ width: `${share * 100}%` }} />
      </span>{' '}
      {daysDone} of {daysAsked}
    </>
  );
}

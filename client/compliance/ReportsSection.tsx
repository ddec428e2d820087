import { Anchor, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { complianceApi } from '#shared/compliance/contract.ts';
import type { DocumentationPage } from '#shared/compliance/documentation.ts';
import type { ComplianceStanding } from '#shared/compliance/standing.ts';
import { addressOf } from '#client/platform/call.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { DocumentActions } from '#client/ui/DocumentActions.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';

interface ReportsSectionProps {
  page: DocumentationPage;
  standing: ComplianceStanding;
}

/** Progress reports: where the counter stands, and each signed one to open. */
export function ReportsSection({ page: { reports, episode, facts }, standing }: ReportsSectionProps) {
  const { date } = useClinicTime();
  const params = { episodeId: episode.episodeId };
  const { progress } = standing;
  return (
    <FormSection
      title="Progress reports"
      description={
        progress === null
          ? facts.status === 'closed'
            ? 'The episode is closed: the discharge note stands for the last report.'
            : 'This payer does not ask for them; they can be written all the same.'
          : `${progress.treatmentDays} treatment days since the last report; the next is due after ${progress.everyTreatmentDays}.`
      }
      actions={
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link {...props} to="/episodes/$episodeId/progress-reports" params={params} />
          )}
        >
          {facts.status === 'open' ? 'Write or read' : 'Read'}
        </Anchor>
      }
    >
      {reports.length === 0 ? (
        <Text c="dimmed">No progress report has been signed yet.</Text>
      ) : (
        <Table aria-label="Signed progress reports">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Period</Table.Th>
              <Table.Th>Signed by</Table.Th>
              <Table.Th>Document</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {reports.map(({ progressReportId, periodFrom, reportedOn, author }) => (
              <Table.Tr key={progressReportId}>
                <Table.Th scope="row">
                  {date(periodFrom)} to {date(reportedOn)}
                </Table.Th>
                <Table.Td>{author}</Table.Td>
                <Table.Td>
                  <DocumentActions
                    name={`Progress report of ${date(reportedOn)}`}
                    address={addressOf(complianceApi.progressReport, {
                      params: { ...params, progressReportId },
                    })}
                    size="compact-sm"
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </FormSection>
  );
}

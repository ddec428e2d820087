import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { bannerOf } from '#shared/patients/episode-header.ts';
import { PatientBanner } from '#client/ui/PatientBanner.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { EpisodeLinks } from '#client/ui/EpisodeLinks.tsx';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { NextReport } from './NextReport.tsx';
import { progressReportsQuery } from './queries.ts';
import { SessionBanner } from './SessionBanner.tsx';
import { SignedReport } from './SignedReport.tsx';
import classes from './Sheet.module.css';

const route = getRouteApi('/shell/episodes/$episodeId/progress-reports');

const STATUS_WORDS = { OK: 'not due yet', DUE_SOON: 'due soon', DUE: 'due now', OVERDUE: 'overdue' } as const;

/** Progress reports of an episode: the next one to write, the signed ones to read. */
export function ProgressReportsPage() {
  const { episodeId } = route.useParams();
  const query = useQuery(progressReportsQuery(episodeId));
  return (
    <QueryBoundary query={query}>
      {({ header, episode, reports, next }) => (
        <>
          <SessionBanner header={header} />
          <PageHeader
            title="Progress reports"
            tabTitle={`Progress reports, ${header.familyName}`}
            description={`${next.treatmentDaysSinceReport} treatment days since the last report: ${STATUS_WORDS[next.status]}`}
          />
          <div className={classes.page}>
            <EpisodeLinks episodeId={episode.episodeId} current="progress-reports" />
            {episode.status === 'open' ? (
              <NextReport episodeId={episode.episodeId} payerProfile={episode.payerProfile} next={next} />
            ) : null}
            <Title order={2} size="h3" mt="md" mb="xs">
              Signed reports
            </Title>
            {reports.length === 0 ? (
              <EmptyState title="No progress report has been signed yet." />
            ) : (
              reports.map((report) => (
                <SignedReport
                  key={report.progressReportId}
                  episodeId={episode.episodeId}
                  report={report}
                  banner={<PatientBanner {...bannerOf(header)} />}
                />
              ))
            )}
          </div>
        </>
      )}
    </QueryBoundary>
  );
}

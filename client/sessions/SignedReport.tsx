import { Group, Stack, Text } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { complianceApi } from '#shared/compliance/contract.ts';
import { GOAL_STATUS_LABEL, PLAN_KIND_LABEL } from '#shared/compliance/model.ts';
import { canAddendReport } from '#shared/compliance/policy.ts';
import type { EpisodeId } from '#shared/platform/ids.ts';
import type { ProgressReportRecord } from '#shared/sessions/progress-reports.ts';
import { addressOf } from '#client/platform/call.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { SignedAddenda } from '#client/clinical/SignedAddenda.tsx';
import { useSession } from '#client/platform/session.ts';
import { DocumentActions } from '#client/ui/DocumentActions.tsx';
import { useAddendReport } from './queries.ts';
import { ReportMeasures } from './ReportMeasures.tsx';
import classes from './Sheet.module.css';

interface SignedReportProps {
  episodeId: EpisodeId;
  report: ProgressReportRecord;
  banner: ReactNode;
}

/** A signed report to read, to print and to hand out. */
export function SignedReport({ episodeId, report, banner }: SignedReportProps) {
  const { date, dateTime } = useClinicTime();
  const { progressReportId } = report;
  return (
    <article className={classes.reading} aria-label={`Progress report of ${date(report.reportedOn)}`}>
      <Stack gap="xs" mb="lg">
        <Group justify="space-between" maw={1100}>
          <div>
            <Text fw={600}>
              {date(report.periodFrom)} to {date(report.reportedOn)}
            </Text>
            <Text size="sm" c="dimmed">
              Signed by {report.author}, {dateTime(report.signedAt)}
            </Text>
          </div>
          <DocumentActions
            name={`Progress report of ${date(report.reportedOn)}`}
            address={addressOf(complianceApi.progressReport, { params: { episodeId, progressReportId } })}
            size="compact-sm"
          />
        </Group>
        <ReportMeasures measures={report.measures} />
        <dl>
          {report.goals.map((goal) => (
            <Fragment key={`${goal.measureCode} ${goal.side ?? ''} ${goal.target}`}>
              <dt>{goal.description}</dt>
              <dd>{[GOAL_STATUS_LABEL[goal.status], goal.comment].filter(Boolean).join('. ')}</dd>
            </Fragment>
          ))}
          <dt>Assessment</dt>
          <dd>{report.assessment}</dd>
          <dt>Plan: {PLAN_KIND_LABEL[report.planKind]}</dt>
          <dd>{report.plan}</dd>
        </dl>
        <SignedAddenda
          what="progress report"
          subjectId={progressReportId}
          banner={banner}
          addenda={report.addenda}
          permission={canAddendReport(useSession())}
          add={useAddendReport({ episodeId, progressReportId })}
        />
      </Stack>
    </article>
  );
}

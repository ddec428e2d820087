import { Button, Stack, Table, Text, Textarea, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { getMeasure, loadMeasure, unitLabel } from '#shared/outcomes/registry.ts';
import type { EpisodeId } from '#shared/platform/ids.ts';
import { seriesName } from '#shared/prescriptions/words.ts';
import { canReportProgress } from '#shared/sessions/policy.ts';
import type {
  NextProgressReport,
  ProgressReportRecord,
  ReportedMeasure,
} from '#shared/sessions/progress-reports.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { useStoredDraft } from '#client/platform/stored-draft.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import { MeasureChange } from '#client/ui/MeasureChange.tsx';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { progressReportsQuery, useSignProgressReport } from './queries.ts';
import { SessionBanner } from './SessionBanner.tsx';
import classes from './Sheet.module.css';

const route = getRouteApi('/shell/episodes/$episodeId/progress-reports');

/** Progress reports of an episode: the next one to write, the signed ones to read. */
export function ProgressReportsPage() {
  const { episodeId } = route.useParams();
  const query = useQuery(progressReportsQuery(episodeId));
  return (
    <QueryBoundary query={query}>
      {({ patient, episode, reports, next }) => (
        <>
          <SessionBanner patient={patient} episode={episode} />
          <PageHeader
            title="Progress reports"
            tabTitle={`Progress reports, ${patient.familyName}`}
            description={`${next.treatmentDaysSinceReport} of 10 treatment days since the last report: ${STATUS_WORDS[next.status]}`}
          />
          <div className={classes.page}>
            {episode.status === 'open' ? <NextReport episodeId={episode.episodeId} next={next} /> : null}
            <Title order={2} size="h3" mt="md" mb="xs">
              Signed reports
            </Title>
            {reports.length === 0 ? (
              <EmptyState title="No progress report has been signed yet." />
            ) : (
              reports.map((report) => <SignedReport key={report.progressReportId} report={report} />)
            )}
          </div>
        </>
      )}
    </QueryBoundary>
  );
}

const STATUS_WORDS = { OK: 'not due yet', DUE_SOON: 'due soon', DUE: 'due now', OVERDUE: 'overdue' } as const;

const Form = z.object({ assessment: z.string(), plan: z.string() });

function NextReport({ episodeId, next }: { episodeId: EpisodeId; next: NextProgressReport }) {
  const actor = useSession();
  const { date } = useClinicTime();
  const permission = canReportProgress(actor);
  const draft = useStoredDraft(`progress-report:${episodeId}`, Form);
  const [form, setForm] = useState(draft.stored?.value ?? { assessment: '', plan: '' });
  const [signing, setSigning] = useState(false);
  const sign = useSignProgressReport(episodeId);
  const change = (part: Partial<typeof form>) => {
    const nextForm = { ...form, ...part };
    setForm(nextForm);
    draft.keep(nextForm);
  };
  const refusal = !permission.allowed
    ? permission.sentence
    : next.treatmentDaysSinceReport === 0
      ? 'There has been no treatment since the last report.'
      : form.assessment.trim() === '' || form.plan.trim() === ''
        ? 'Write the assessment and the plan.'
        : undefined;
  return (
    <FormSection
      title="Next report"
      description={`Period from ${date(next.periodFrom)} to today. The measures come from the record.`}
    >
      <MeasureTable measures={next.measures} />
      {permission.allowed ? (
        <>
          <Textarea
            label="Assessment of improvement, goal by goal"
            name="assessment"
            required
            autosize
            minRows={3}
            value={form.assessment}
            onChange={(event) => change({ assessment: event.currentTarget.value })}
          />
          <Textarea
            label="Plan: continue, change goals, or discharge"
            name="plan"
            required
            autosize
            minRows={2}
            value={form.plan}
            onChange={(event) => change({ plan: event.currentTarget.value })}
          />
        </>
      ) : null}
      <div>
        <DisabledReason reason={refusal}>
          <Button onClick={() => setSigning(true)}>Sign the report</Button>
        </DisabledReason>
      </div>
      <ConfirmDialog
        opened={signing}
        onClose={() => setSigning(false)}
        onConfirm={() =>
          sign.mutate(form, {
            onSuccess: () => {
              draft.clear();
              setForm({ assessment: '', plan: '' });
              setSigning(false);
              showNote('Progress report signed.');
            },
          })
        }
        title="Sign this progress report?"
        confirmLabel="Sign"
        busy={sign.isPending}
        error={sign.error}
      >
        It closes the period today and no longer changes. The next period begins tomorrow.
      </ConfirmDialog>
    </FormSection>
  );
}

function MeasureTable({ measures }: { measures: readonly ReportedMeasure[] }) {
  const { date } = useClinicTime();
  const value = (one: ReportedMeasure['now'], unit: string) =>
    one === null ? 'no value' : `${one.value}${unit === '' ? '' : ` ${unit}`} (${date(one.on)})`;
  if (measures.length === 0) {
    return <Text size="sm">No measure is prescribed, so there is nothing to compare.</Text>;
  }
  return (
    <Table aria-label="Measures" maw={980}>
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
      mdc={row.mdc}
      mcid={row.mcid}
    />
  );
}

function SignedReport({ report }: { report: ProgressReportRecord }) {
  const { date, dateTime } = useClinicTime();
  return (
    <article className={classes.reading} aria-label={`Progress report of ${date(report.reportedOn)}`}>
      <Stack gap="xs" mb="lg">
        <Text fw={600}>
          {date(report.periodFrom)} to {date(report.reportedOn)}
        </Text>
        <Text size="sm" c="dimmed">
          Signed by {report.author}, {dateTime(report.signedAt)}
        </Text>
        <MeasureTable measures={report.measures} />
        <dl>
          <dt>Assessment</dt>
          <dd>{report.assessment}</dd>
          <dt>Plan</dt>
          <dd>{report.plan}</dd>
        </dl>
      </Stack>
    </article>
  );
}

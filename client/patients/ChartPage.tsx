import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { PatientChart } from '#shared/patients/chart.ts';
import { listName } from '#shared/patients/model.ts';
import { usePageTitle } from '#client/platform/page-title.ts';
import { PageSkeleton } from '#client/ui/PageSkeleton.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { AllergySection } from './AllergySection.tsx';
import { ChartBanner } from './ChartBanner.tsx';
import { ChartPanels } from './ChartPanels.tsx';
import { ConditionSection } from './ConditionSection.tsx';
import { ContactSection } from './ContactSection.tsx';
import { EpisodeSection } from './EpisodeSection.tsx';
import { HistoryFactSection } from './HistoryFactSection.tsx';
import { HistorySection } from './HistorySection.tsx';
import { MedicationSection } from './MedicationSection.tsx';
import { RequestSection } from './RequestSection.tsx';
import { TeamSection } from './TeamSection.tsx';
import { chartQuery } from './queries.ts';
import classes from './Chart.module.css';

const route = getRouteApi('/shell/patients/$patientId');

/** The chart of one patient: who, what for, what is known, who treats. */
export function ChartPage() {
  const { patientId } = route.useParams();
  const query = useQuery(chartQuery(patientId));
  usePageTitle(query.data === undefined ? 'Patient' : listName(query.data.patient));
  return (
    <QueryBoundary query={query} loading={<PageSkeleton label="The chart is loading" />}>
      {(chart) => <Chart chart={chart} />}
    </QueryBoundary>
  );
}

function Chart({ chart }: { chart: PatientChart }) {
  return (
    <>
      <ChartBanner chart={chart} asHeading />
      <div className={classes.page}>
        <div className={classes.main}>
          <EpisodeSection chart={chart} />
          {chart.clinical ? (
            <>
              <HistoryFactSection chart={chart} />
              <ConditionSection chart={chart} />
              <AllergySection chart={chart} />
              <MedicationSection chart={chart} />
              <HistorySection chart={chart} />
            </>
          ) : (
            <Text c="dimmed" mt="sm">
              Conditions, medications and notes are for the care team. Administrators see who, what for and
              who treats.
            </Text>
          )}
        </div>
        <div className={classes.side}>
          <TeamSection chart={chart} />
          <ContactSection chart={chart} />
          <RequestSection chart={chart} />
        </div>
      </div>
      <ChartPanels chart={chart} />
    </>
  );
}

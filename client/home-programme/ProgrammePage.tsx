import { Box } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ProgrammePage as Page } from '#shared/home-programme/contract.ts';
import { canWriteProgramme } from '#shared/home-programme/policy.ts';
import { bannerOf } from '#shared/patients/episode-header.ts';
import { useSession } from '#client/platform/session.ts';
import { EpisodeLinks } from '#client/ui/EpisodeLinks.tsx';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { PatientBanner } from '#client/ui/PatientBanner.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { AdherenceSection } from './AdherenceSection.tsx';
import { EducationSection } from './EducationSection.tsx';
import { ProgrammeEditor } from './ProgrammeEditor.tsx';
import { ProgrammeNow } from './ProgrammeNow.tsx';
import { VersionList } from './VersionList.tsx';
import { programmeQuery } from './queries.ts';

const route = getRouteApi('/shell/episodes/$episodeId/home-programme');

/** What the patient does at home, how it goes, and what was taught. */
export function ProgrammePage() {
  const { episodeId } = route.useParams();
  const query = useQuery(programmeQuery(episodeId));
  return <QueryBoundary query={query}>{(page) => <Programme page={page} />}</QueryBoundary>;
}

function Programme({ page }: { page: Page }) {
  const { header, versions, prescription } = page;
  const { edit } = route.useSearch();
  const navigate = route.useNavigate();
  const permission = canWriteProgramme(useSession(), {
    status: header.status,
    prescribed: prescription !== null,
  });
  const show = (editing: boolean) => void navigate({ search: editing ? { edit: true } : {} });
  return (
    <>
      <PatientBanner {...bannerOf(header)} chartOf={header.patientId} />
      <PageHeader
        title="Home programme"
        tabTitle={`Home programme, ${header.familyName}`}
        description={<EpisodeLinks episodeId={header.episodeId} current="home-programme" />}
      />
      {edit === true && permission.allowed ? (
        <ProgrammeEditor page={page} onDone={() => show(false)} />
      ) : (
        <Box px="lg">
          <ProgrammeNow page={page} permission={permission} onEdit={() => show(true)} />
          <AdherenceSection reports={page.reports} clinicValues={page.header.clinicValues} />
          <EducationSection education={page.education} />
          {versions.length > 1 ? (
            <VersionList episodeId={header.episodeId} language={page.language} versions={versions.slice(1)} />
          ) : null}
        </Box>
      )}
    </>
  );
}

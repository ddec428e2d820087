import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { documentationOf } from '#shared/compliance/documentation-values.ts';
import { complianceBadges } from '#shared/compliance/badges.ts';
import type { DocumentationPage as Page } from '#shared/compliance/documentation.ts';
import { certificationAct } from '#shared/compliance/certification-act.ts';
import { canCertify } from '#shared/compliance/policy.ts';
import { complianceStanding } from '#shared/compliance/standing.ts';
import { bannerOf } from '#shared/patients/episode-header.ts';
import { useSession } from '#client/platform/session.ts';
import { BadgeLinks } from '#client/ui/BadgeLinks.tsx';
import { EpisodeLinks } from '#client/ui/EpisodeLinks.tsx';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { PatientBanner } from '#client/ui/PatientBanner.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { CertifyPanel } from './CertifyPanel.tsx';
import { DischargeSection } from './DischargeSection.tsx';
import { KxSection } from './KxSection.tsx';
import { PlanSection } from './PlanSection.tsx';
import { documentationQuery } from './queries.ts';
import { ReportsSection } from './ReportsSection.tsx';
import { RulePackSection } from './RulePackSection.tsx';
import { SendingPanel } from './SendingPanel.tsx';
import classes from './Documentation.module.css';

const route = getRouteApi('/shell/episodes/$episodeId/documentation');

/** What the payer asks of the record, what is there, and the documents made of it. */
export function DocumentationPage() {
  const { episodeId } = route.useParams();
  const query = useQuery(documentationQuery(episodeId));
  return <QueryBoundary query={query}>{(page) => <Documentation page={page} />}</QueryBoundary>;
}

function Documentation({ page }: { page: Page }) {
  const { panel } = route.useSearch();
  const navigate = route.useNavigate();
  const open = (next: 'sending' | 'certify' | 'discharge' | undefined) =>
    void navigate({ search: { panel: next }, replace: true });
  const may = canCertify(useSession());
  const { facts, patient, episode, today } = page;
  const standing = complianceStanding(facts, today);
  const act = certificationAct(page, standing.certification);
  const badges = complianceBadges(
    facts,
    { episodeId: episode.episodeId, patientId: patient.patientId },
    today,
  );
  const banner = <PatientBanner {...bannerOf(page.header)} />;
  return (
    <>
      <PatientBanner {...bannerOf(page.header)} chartOf={patient.patientId} />
      <PageHeader
        title="Documentation"
        tabTitle={`Documentation, ${patient.familyName}`}
        description={
          badges.length === 0 ? 'Nothing that the payer asks for is waiting.' : <BadgeLinks badges={badges} />
        }
      />
      <div className={classes.links}>
        <EpisodeLinks episodeId={episode.episodeId} current="documentation" />
      </div>
      <div className={classes.page}>
        <PlanSection
          page={page}
          standing={standing}
          act={act}
          onRecordSending={() => open('sending')}
          onCertify={() => open('certify')}
        />
        <ReportsSection page={page} standing={standing} />
        <DischargeSection
          page={page}
          opened={panel === 'discharge'}
          banner={banner}
          onOpen={() => open('discharge')}
          onClose={() => open(undefined)}
        />
        <KxSection standing={standing} patientId={patient.patientId} />
        <RulePackSection pack={standing.pack} values={documentationOf(facts.clinicValues)} />
      </div>
      {panel === 'certify' && act !== undefined && may.allowed ? (
        <CertifyPanel
          key={act.version.prescriptionId}
          act={act}
          episodeId={episode.episodeId}
          banner={banner}
          onClose={() => open(undefined)}
        />
      ) : null}
      {panel === 'sending' && page.versions.length > 0 ? (
        <SendingPanel page={page} banner={banner} onClose={() => open(undefined)} />
      ) : null}
    </>
  );
}

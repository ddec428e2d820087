import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Output } from '#shared/platform/endpoint.ts';
import type { careTeamsApi } from '#shared/care-teams/contract.ts';
import { loadWith, type Load } from '#shared/care-teams/load.ts';
import { periodState } from '#shared/care-teams/period.ts';
import { listName, SEX_LETTER } from '#shared/patients/model.ts';
import { usePageTitle } from '#client/platform/page-title.ts';
import { useSession } from '#client/platform/session.ts';
import { PageSkeleton } from '#client/ui/PageSkeleton.tsx';
import { PatientBanner } from '#client/ui/PatientBanner.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { AssignForm } from './AssignForm.tsx';
import { EndMembershipDialog } from './EndMembershipDialog.tsx';
import { MemberTable } from './MemberTable.tsx';
import { OutsideTable } from './OutsideTable.tsx';
import { PeoplePane } from './PeoplePane.tsx';
import { loadQuery, teamQuery } from './queries.ts';
import { TeamRequests } from './TeamRequests.tsx';
import classes from './Teams.module.css';

const route = getRouteApi('/shell/teams/$patientId');

type Team = Output<typeof careTeamsApi.team>;

/** The team of one patient with roles and periods; an administrator changes it with everybody's load in view. */
export function PatientTeamPage() {
  const { patientId } = route.useParams();
  const query = useQuery(teamQuery(patientId));
  usePageTitle(query.data === undefined ? 'Care team' : `Team of ${listName(query.data.patient)}`);
  return (
    <QueryBoundary query={query} loading={<PageSkeleton label="The team is loading" />}>
      {(team) => <PatientTeam team={team} />}
    </QueryBoundary>
  );
}

function PatientTeam({ team }: { team: Team }) {
  const { role } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const isAdministrator = role === 'administrator';
  const ending = team.members.find(({ careTeamMemberId }) => careTeamMemberId === search.end);
  const go = (next: typeof search) => void navigate({ search: next, replace: true });
  return (
    <>
      <PatientBanner
        name={listName(team.patient)}
        birthDate={team.patient.birthDate}
        sex={SEX_LETTER[team.patient.sex]}
        recordNumber={team.patient.mrn}
        diagnosis={team.openEpisodes.map(({ concern }) => concern).join('; ') || 'No open episode'}
        chartOf={team.patient.patientId}
        asHeading
      />
      <div className={classes.page} data-alone={!isAdministrator} data-under-banner="true">
        {isAdministrator ? <AssignablePeople team={team} /> : null}
        <section aria-labelledby="team-heading">
          <MemberTable
            members={team.members}
            timeZone={team.timeZone}
            onEnd={isAdministrator ? ({ careTeamMemberId }) => go({ end: careTeamMemberId }) : undefined}
          />
          <OutsideTable specialists={team.outside} timeZone={team.timeZone} />
          <TeamRequests patientId={team.patient.patientId} requests={team.requests} />
          {isAdministrator ? (
            <AssignForm
              key={search.assign ?? 'nobody'}
              team={team}
              staffMemberId={search.assign}
              onChoose={(assign) => go({ assign })}
              onAssigned={() => go({})}
            />
          ) : null}
        </section>
      </div>
      {ending === undefined || !isAdministrator ? null : (
        <EndMembershipDialog team={team} member={ending} onClose={() => go({})} />
      )}
    </>
  );
}

function AssignablePeople({ team }: { team: Team }) {
  const { assign } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <PeoplePane
      act="Choose a person to assign."
      chosen={assign}
      after={useLoadAfter(team, assign)}
      onChoose={({ staffMemberId }) =>
        void navigate({
          search: { assign: assign === staffMemberId ? undefined : staffMemberId },
          replace: true,
        })
      }
    />
  );
}

/** The load of a person once this patient is theirs too. */
function useLoadAfter(team: Team, staffMemberId: string | undefined): Load | undefined {
  const person = useQuery(loadQuery).data?.people.find((one) => one.staffMemberId === staffMemberId);
  if (person === undefined) return undefined;
  const now = new Date();
  const alreadyOnTeam = team.members.some(
    (member) => member.staffMemberId === staffMemberId && periodState(member, now) === 'now',
  );
  return loadWith(person, { openEpisodes: team.openEpisodes.length, alreadyOnTeam });
}

import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { STATUS_LABEL } from '#shared/intake/model.ts';
import type { RequestDetail } from '#shared/intake/queue.ts';
import { listName, SEX_LETTER } from '#shared/patients/model.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { PageSkeleton } from '#client/ui/PageSkeleton.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { AcceptPanel } from './AcceptPanel.tsx';
import { HandlingDialogs } from './HandlingDialogs.tsx';
import { LikelyPeople } from './LikelyPeople.tsx';
import { requestQuery } from './queries.ts';
import { RequestActions } from './RequestActions.tsx';
import { RequestAnswers } from './RequestAnswers.tsx';
import { RequestTriage } from './RequestTriage.tsx';
import { ageInWords } from './route-tone.ts';
import classes from './Intake.module.css';

const route = getRouteApi('/shell/intake/$careRequestId');

/** One request: what was told, where triage sends it and why, who it may be, and what can be done. */
export function RequestPage() {
  const { careRequestId } = route.useParams();
  const query = useQuery(requestQuery(careRequestId));
  return (
    <QueryBoundary query={query} loading={<PageSkeleton label="The request is loading" />}>
      {(request) => <Request request={request} />}
    </QueryBoundary>
  );
}

function Request({ request }: { request: RequestDetail }) {
  const { act } = route.useSearch();
  const navigate = route.useNavigate();
  const { role } = useSession();
  const close = () => void navigate({ search: {}, replace: true });
  const isHandled = role === 'administrator';
  return (
    <>
      <PageHeader
        title={listName(request)}
        tabTitle={`Request: ${listName(request)}`}
        description={<Summary request={request} />}
        actions={
          isHandled ? (
            <RequestActions request={request} onAct={(next) => void navigate({ search: { act: next } })} />
          ) : undefined
        }
      />
      <div className={classes.detail}>
        <div>
          <RequestAnswers request={request} />
        </div>
        <div>
          <RequestTriage request={request} />
          {isHandled ? <LikelyPeople request={request} /> : null}
        </div>
      </div>
      {!isHandled || act === undefined ? null : act === 'accept' ? (
        <AcceptPanel request={request} onClose={close} />
      ) : (
        <HandlingDialogs act={act} request={request} onClose={close} />
      )}
    </>
  );
}

function Summary({ request }: { request: RequestDetail }) {
  const { age, date, dateTime } = useClinicTime();
  const owner = request.ownerName === null ? 'no owner' : `owner ${request.ownerName}`;
  return [
    `${age(request.birthDate)} ${SEX_LETTER[request.sex]}, born ${date(request.birthDate)}`,
    request.reference,
    `${STATUS_LABEL[request.status].toLowerCase()}, ${owner}`,
    `came ${dateTime(request.createdAt)}, ${ageInWords(request.createdAt, new Date())} ago`,
    request.clinicName,
  ].join(' · ');
}

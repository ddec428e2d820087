import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ClinicId } from '#shared/platform/ids.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { ClinicSection } from './ClinicSection.tsx';
import { DutyPanel } from './DutyPanel.tsx';
import { HoursPanel } from './HoursPanel.tsx';
import { TelephoneCalls } from './TelephoneCalls.tsx';
import { onCallQuery } from './queries.ts';
import classes from './OnCall.module.css';

const route = getRouteApi('/shell/on-call');

/** Who answers an urgent alert that nobody has acknowledged, and in which hours an answer is due. */
export function OnCallPage() {
  const query = useQuery(onCallQuery);
  const { panel, clinic: clinicId } = route.useSearch();
  const navigate = route.useNavigate();
  const open = (form: 'duty' | 'hours', clinic: ClinicId) =>
    void navigate({ search: { panel: form, clinic } });
  const close = () => void navigate({ search: {} });
  const chosen = query.data?.clinics.find((one) => one.clinicId === clinicId);
  return (
    <>
      <PageHeader
        title="On call"
        description="An urgent alert that nobody acknowledges in clinic hours goes to the physiatrist on call; unread there too, an administrator is asked to telephone."
      />
      <QueryBoundary
        query={query}
        isEmpty={({ clinics }) => clinics.length === 0}
        empty={<EmptyState title="No clinic yet." />}
      >
        {({ clinics }) => (
          <div className={classes.page}>
            <TelephoneCalls />
            {clinics.map((clinic) => (
              <ClinicSection key={clinic.clinicId} clinic={clinic} onOpen={open} />
            ))}
          </div>
        )}
      </QueryBoundary>
      {chosen !== undefined && panel === 'duty' ? (
        <DutyPanel key={chosen.clinicId} clinic={chosen} onClose={close} />
      ) : null}
      {chosen !== undefined && panel === 'hours' ? (
        <HoursPanel key={chosen.hoursVersion} clinic={chosen} onClose={close} />
      ) : null}
    </>
  );
}

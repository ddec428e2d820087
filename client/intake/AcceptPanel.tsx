import { Checkbox, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { needsEmergencyConfirmation } from '#shared/intake/policy.ts';
import type { RequestDetail } from '#shared/intake/queue.ts';
import { listName, SEX_LETTER } from '#shared/patients/model.ts';
import { fieldErrorsOf } from '#client/platform/field-error.ts';
import { useDraftForm } from '#client/platform/use-draft-form.ts';
import { FormPanel } from '#client/ui/FormPanel.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import { PatientBanner } from '#client/ui/PatientBanner.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { showNote } from '#client/ui/show-note.ts';
import {
  AcceptDraft,
  acceptDraftOf,
  courseOf,
  missingToAccept,
  toAcceptance,
  withTeamOf,
} from './accept-draft.ts';
import { AcceptCourse, RecordProblem } from './AcceptCourse.tsx';
import { AcceptEpisode } from './AcceptEpisode.tsx';
import { AcceptPatient } from './AcceptPatient.tsx';
import { AcceptTeam } from './AcceptTeam.tsx';
import { EmergencyNotice } from './EmergencyNotice.tsx';
import { runningQuery, useAccept } from './queries.ts';

/** Accepts a request: who it is, what the episode is about, who sees them first. */
export function AcceptPanel({ request, onClose }: { request: RequestDetail; onClose: () => void }) {
  const navigate = useNavigate();
  const form = useDraftForm(`accept:${request.careRequestId}`, AcceptDraft, acceptDraftOf(request));
  const { value, change } = form;
  const accept = useAccept(request.careRequestId);
  const errorOf = fieldErrorsOf(accept.error);
  const running = useQuery(runningQuery(value.existing));
  const episodes = value.existing === null ? [] : (running.data?.episodes ?? []);
  const course = courseOf(value, request, episodes);
  const filled = withTeamOf(value, course);
  const isLooking = value.existing !== null && running.isPending;
  const missing = isLooking ? 'Looking for open episodes.' : missingToAccept(filled, request, course);
  const submit = () => {
    const body = toAcceptance(filled, request, course);
    if (body === undefined) return;
    accept.mutate(body, {
      onSuccess: ({ patientId, mrn }) => {
        form.clear();
        showNote(`Accepted. Record number ${mrn}; the team can open the record now.`);
        void navigate({ to: '/patients/$patientId', params: { patientId }, search: {} });
      },
    });
  };
  return (
    <FormPanel
      title="Accept the request"
      width={52}
      banner={
        <PatientBanner
          name={listName(request)}
          birthDate={request.birthDate}
          sex={SEX_LETTER[request.sex]}
          recordNumber="not given yet"
          diagnosis={request.concern}
        />
      }
      refusal={missing}
      submitLabel={course === undefined ? 'Accept and open the episode' : 'Accept into the open episode'}
      busy={accept.isPending}
      error={accept.error}
      keepsDraft={form.hasDraft}
      onSubmit={submit}
      onClose={onClose}
    >
      <Stack gap="xs">
        <AcceptPatient request={request} value={value} onChange={change} errorOf={errorOf} />
        <ProblemAlert error={running.error} autoFocus={false} onRetry={() => void running.refetch()} />
        {episodes.length === 0 ? null : (
          <AcceptCourse
            request={request}
            episodes={episodes}
            chosen={course}
            onChange={change}
            error={errorOf('runningEpisodeId')}
          />
        )}
        {isLooking || (value.existing === null && !value.isNew) ? null : (
          <RecordProblem request={request} chosen={course} />
        )}
        {course === undefined ? <AcceptEpisode value={value} onChange={change} errorOf={errorOf} /> : null}
        <AcceptTeam request={request} value={filled} onChange={change} error={errorOf('team')} />
        {needsEmergencyConfirmation(request) ? (
          <FormSection title="Emergency">
            <EmergencyNotice redFlags={request.answers.redFlags} reader="finder" />
            <Checkbox
              name="emergencyConfirmed"
              label="The patient was told to call emergency services"
              checked={value.emergencyConfirmed}
              error={errorOf('emergencyConfirmed')}
              onChange={(event) => change({ emergencyConfirmed: event.currentTarget.checked })}
            />
          </FormSection>
        ) : null}
      </Stack>
    </FormPanel>
  );
}

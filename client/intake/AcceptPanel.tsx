import { Button, Checkbox, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import { needsEmergencyConfirmation } from '#shared/intake/policy.ts';
import type { RequestDetail } from '#shared/intake/queue.ts';
import { listName, SEX_LETTER } from '#shared/patients/model.ts';
import { fieldErrorsOf } from '#client/platform/field-error.ts';
import { useDraftForm } from '#client/platform/use-draft-form.ts';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import { PatientBanner } from '#client/ui/PatientBanner.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { SideWorkspace } from '#client/ui/SideWorkspace.tsx';
import { AcceptDraft, acceptDraftOf, missingToAccept, toAcceptance } from './accept-draft.ts';
import { AcceptEpisode } from './AcceptEpisode.tsx';
import { AcceptPatient } from './AcceptPatient.tsx';
import { AcceptTeam } from './AcceptTeam.tsx';
import { EmergencyNotice } from './EmergencyNotice.tsx';
import { useAccept } from './queries.ts';

/** Accepts a request: who it is, what the episode is about, who sees them first. */
export function AcceptPanel({ request, onClose }: { request: RequestDetail; onClose: () => void }) {
  const formId = useId();
  const navigate = useNavigate();
  const form = useDraftForm(`accept:${request.careRequestId}`, AcceptDraft, acceptDraftOf(request));
  const { value, change } = form;
  const accept = useAccept(request.careRequestId);
  const errorOf = fieldErrorsOf(accept.error);
  const missing = missingToAccept(value, request);
  const submit = () => {
    const body = toAcceptance(value, request);
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
    <SideWorkspace
      opened
      onClose={onClose}
      title="Accept the request"
      width={52}
      keepsDraft={form.hasDraft}
      banner={
        <PatientBanner
          name={listName(request)}
          birthDate={request.birthDate}
          sex={SEX_LETTER[request.sex]}
          recordNumber="not given yet"
          diagnosis={request.concern}
        />
      }
      footer={
        <DisabledReason reason={missing}>
          <Button type="submit" form={formId} loading={accept.isPending}>
            Accept and open the episode
          </Button>
        </DisabledReason>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="xs">
          <ProblemAlert error={accept.error} />
          <AcceptPatient request={request} value={value} onChange={change} errorOf={errorOf} />
          <AcceptEpisode value={value} onChange={change} errorOf={errorOf} />
          <AcceptTeam request={request} value={value} onChange={change} error={errorOf('team')} />
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
      </form>
    </SideWorkspace>
  );
}

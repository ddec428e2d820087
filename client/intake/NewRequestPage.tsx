import { Box } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ClinicId } from '#shared/platform/ids.ts';
import { newKey } from '#client/platform/new-key.ts';
import { staffQuery, useSession } from '#client/platform/session.ts';
import { useDraftForm } from '#client/platform/use-draft-form.ts';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { useCreateRequest } from './queries.ts';
import { emptyDraft, RequestDraft } from './request-draft.ts';
import { RequestWizard } from './RequestWizard.tsx';

/** Staff take down the request of somebody who called or came in. */
export function NewRequestPage() {
  const session = useSession();
  const navigate = useNavigate();
  const clinics = useQuery(staffQuery).data?.clinics ?? [];
  const [firstKey] = useState(newKey);
  const draft = useDraftForm('new-request', RequestDraft, emptyDraft(firstKey, session.clinicId));
  const create = useCreateRequest();
  return (
    <>
      <PageHeader
        title="New request for care"
        description="For somebody who called or came in. The same questions as on the public page."
      />
      <Box px="lg" pb="xl" maw={744}>
        <RequestWizard
          draft={draft}
          clinics={clinics.map(({ clinicId, name }) => ({ value: clinicId, label: name }))}
          forStaff
          busy={create.isPending}
          error={create.error}
          onSubmit={({ clinic, ...submission }) =>
            create.mutate(
              { ...submission, clinicId: ClinicId.parse(clinic) },
              {
                onSuccess: ({ careRequestId, reference }) => {
                  draft.clear();
                  showNote(`Request ${reference} is in the queue.`);
                  void navigate({ to: '/intake/$careRequestId', params: { careRequestId }, search: {} });
                },
              },
            )
          }
        />
      </Box>
    </>
  );
}

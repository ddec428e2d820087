import { Anchor, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { newKey } from '#client/platform/new-key.ts';
import { usePageTitle } from '#client/platform/page-title.ts';
import { aboutQuery } from '#client/platform/session.ts';
import { useDraftForm } from '#client/platform/use-draft-form.ts';
import { FailureState } from '#client/ui/FailureState.tsx';
import { clinicsQuery, useSubmitRequest } from './queries.ts';
import { emptyDraft, RequestDraft } from './request-draft.ts';
import { RequestSent } from './RequestSent.tsx';
import { RequestWizard } from './RequestWizard.tsx';
import classes from './Intake.module.css';

const route = getRouteApi('/public/request-care');

/** Anybody asks for care here, without an account. */
export function RequestCarePage() {
  usePageTitle('Ask for care');
  const { sent } = route.useSearch();
  const synthetic = useQuery(aboutQuery).data?.synthetic === true;
  return (
    <div className={classes.public}>
      <header className={classes.publicHead}>
        <img src="/logo.svg" alt="Tandem" width={32} height={32} />
        <Anchor href="/sign-in" size="sm">
          Sign in as staff
        </Anchor>
      </header>
      <main id="main" className={classes.sheet}>
        {sent === undefined ? <AskForCare /> : <Sent reference={sent} />}
      </main>
      {synthetic ? (
        <Text component="footer" size="xs" ta="center" c="dimmed" p="xs">
          SYNTHETIC DATA: every patient here is invented. Do not enter a real person.
        </Text>
      ) : null}
    </div>
  );
}

function AskForCare() {
  const navigate = route.useNavigate();
  const clinics = useQuery(clinicsQuery);
  const options = clinics.data?.clinics.map(({ slug, name }) => ({ value: slug, label: name })) ?? [];
  const [firstKey] = useState(newKey);
  const draft = useDraftForm('request-care', RequestDraft, emptyDraft(firstKey, ''));
  // Where there is one clinic there is nothing to choose.
  const only = options.length === 1 ? options[0]?.value : undefined;
  const value =
    draft.value.clinic === '' && only !== undefined ? { ...draft.value, clinic: only } : draft.value;
  const submit = useSubmitRequest();
  const [website, setWebsite] = useState('');
  return (
    <>
      <Title order={1} tabIndex={-1} mb={4}>
        Ask for care
      </Title>
      <Text c="dimmed" mb="md">
        For pain, injury, operation, stroke or any trouble with moving. It takes about five minutes; what you
        type stays in this tab until you send it.
      </Text>
      {clinics.error === null ? null : (
        <FailureState error={clinics.error} onRetry={() => void clinics.refetch()} headingLevel={2} />
      )}
      <RequestWizard
        draft={{ ...draft, value, change: (part) => draft.change({ clinic: value.clinic, ...part }) }}
        clinics={options}
        forStaff={false}
        busy={submit.isPending}
        error={submit.error}
        onSubmit={(submission) =>
          submit.mutate(
            { ...submission, website },
            {
              onSuccess: (answer) => {
                draft.clear();
                void navigate({
                  search: {
                    sent: answer.reference,
                    clinic: submission.clinic,
                    emergency: answer.emergency ? true : undefined,
                  },
                  replace: true,
                });
              },
            },
          )
        }
      />
      <div className={classes.trap} aria-hidden>
        <label>
          Leave this empty
          <input
            tabIndex={-1}
            autoComplete="off"
            value={website}
            onChange={(event) => setWebsite(event.currentTarget.value)}
          />
        </label>
      </div>
    </>
  );
}

function Sent({ reference }: { reference: string }) {
  const { clinic: slug, emergency } = route.useSearch();
  const navigate = route.useNavigate();
  const clinic = useQuery(clinicsQuery).data?.clinics.find((one) => one.slug === slug);
  return (
    <RequestSent
      reference={reference}
      clinic={clinic}
      isEmergency={emergency === true}
      onAnother={() => void navigate({ search: {}, replace: true })}
    />
  );
}

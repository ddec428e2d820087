import { Box, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { canOrderMedication } from '#shared/medications/policy.ts';
import { bannerOf } from '#shared/patients/episode-header.ts';
import { useSession } from '#client/platform/session.ts';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { EpisodeLinks } from '#client/ui/EpisodeLinks.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { PatientBanner } from '#client/ui/PatientBanner.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { ConsequenceTable } from './ConsequenceTable.tsx';
import { InrSection } from './InrSection.tsx';
import { MedicationForms } from './MedicationForms.tsx';
import { MedicationTable } from './MedicationTable.tsx';
import type { MedicationsSearch } from './medications-search.ts';
import { type Medications, medicationsQuery } from './queries.ts';

const route = getRouteApi('/shell/episodes/$episodeId/medications');

/** What the patient takes, what it changes in therapy, and what became of each drug. */
export function MedicationsPage() {
  const { episodeId } = route.useParams();
  const query = useQuery(medicationsQuery(episodeId));
  return <QueryBoundary query={query}>{(list) => <Lists list={list} />}</QueryBoundary>;
}

function Lists({ list }: { list: Medications }) {
  const { header, medications } = list;
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const show = (next: MedicationsSearch) => void navigate({ search: { past: search.past, ...next } });
  const isPast = search.past === true;
  const gone = medications.filter(({ status }) => status !== 'active');
  const isEmpty = medications.length === (isPast ? 0 : gone.length);
  return (
    <>
      <PatientBanner {...bannerOf(header)} chartOf={header.patientId} />
      <PageHeader
        title="Medication"
        tabTitle={`Medication, ${header.familyName}`}
        description={<EpisodeLinks episodeId={header.episodeId} current="medications" />}
      />
      <Box px="lg">
        <FormSection title="Allergies" description={<Allergies allergies={list.allergies} />}>
          {null}
        </FormSection>
        <FormSection
          title="Medications"
          actions={
            <Group gap="sm" data-no-print>
              {gone.length === 0 ? null : (
                <Button size="compact-sm" variant="subtle" onClick={() => show({ past: !isPast })}>
                  {isPast ? 'Hide past and errors' : `Show ${gone.length} past or in error`}
                </Button>
              )}
              <OrderButton header={header} show={show} />
            </Group>
          }
        >
          {isEmpty ? (
            <EmptyState
              title={gone.length === 0 ? 'No medication is recorded.' : 'No present medication is recorded.'}
            >
              That does not mean that none is taken.
            </EmptyState>
          ) : null}
          {medications.length === 0 ? null : (
            <MedicationTable medications={medications} isPast={isPast} hidden={isEmpty} show={show} />
          )}
        </FormSection>
        <InrSection list={list} show={show} />
        <ConsequenceTable list={list} />
      </Box>
      <MedicationForms list={list} search={search} onClose={() => show({})} />
    </>
  );
}

function Allergies({ allergies }: { allergies: Medications['allergies'] }) {
  if (allergies.length === 0) {
    return <Text size="sm">No allergy is recorded. Ask before a new medication; add it on the chart.</Text>;
  }
  return (
    <Text size="sm" c="var(--tone-danger-text)" fw={600}>
      {allergies
        .map(({ substance, reaction, severity }) =>
          [substance, [reaction, severity].filter(Boolean).join(', ')].filter(Boolean).join(': '),
        )
        .join('; ')}
    </Text>
  );
}

function OrderButton({
  header,
  show,
}: {
  header: Medications['header'];
  show: (search: MedicationsSearch) => void;
}) {
  const permission = canOrderMedication(useSession());
  const reason =
    header.status === 'closed'
      ? 'The episode of care is closed.'
      : permission.allowed
        ? undefined
        : permission.sentence;
  return (
    <DisabledReason reason={reason}>
      <Button size="compact-sm" variant="default" onClick={() => show({ form: 'order' })}>
        Order a medication
      </Button>
    </DisabledReason>
  );
}

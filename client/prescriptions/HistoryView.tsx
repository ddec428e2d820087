import { Group, Select, Text, Title } from '@mantine/core';
import { Link, getRouteApi } from '@tanstack/react-router';
import { differenceBetween } from '#shared/prescriptions/difference.ts';
import type { PrescriptionVersion } from '#shared/prescriptions/page.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { ContractView } from './ContractView.tsx';
import { DifferenceList } from '#client/clinical/DifferenceList.tsx';
import classes from './Contract.module.css';

const route = getRouteApi('/shell/episodes/$episodeId/prescription');

/** Every signed version, newest first; one is open, compared with any other. */
export function HistoryView({ versions }: { versions: readonly PrescriptionVersion[] }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const shown = versions.find((one) => one.versionNumber === search.version) ?? versions[0];
  if (shown === undefined) return <EmptyState title="Nothing has been signed yet." />;
  const others = versions.filter((one) => one !== shown);
  const against =
    others.find((one) => one.versionNumber === search.against) ??
    others.find((one) => one.prescriptionId === shown.supersedesId);
  return (
    <div className={classes.versions}>
      <ol className={classes.versionList} aria-label="Versions" data-no-print>
        {versions.map((version) => (
          <li key={version.prescriptionId}>
            <Link
              to="."
              search={{ view: 'history', version: version.versionNumber }}
              className={classes.version}
              aria-current={version === shown ? 'true' : undefined}
            >
              <VersionCard version={version} />
            </Link>
          </li>
        ))}
      </ol>
      <div>
        <section aria-labelledby="compared" data-no-print>
          <Group gap="sm" mb="xs">
            <Title order={2} size="h3" id="compared">
              Version {shown.versionNumber} compared with
            </Title>
            <Select
              aria-label="The version to compare with"
              size="xs"
              w={150}
              allowDeselect={false}
              placeholder={others.length === 0 ? 'no other version' : 'choose'}
              disabled={others.length === 0}
              value={against === undefined ? null : String(against.versionNumber)}
              data={others.map((one) => ({
                value: String(one.versionNumber),
                label: `version ${one.versionNumber}`,
              }))}
              onChange={(chosen) =>
                void navigate({
                  search: (old) => ({
                    ...old,
                    version: shown.versionNumber,
                    against: chosen === null ? undefined : Number(chosen),
                  }),
                })
              }
            />
          </Group>
          {against === undefined ? (
            <Text c="dimmed">It is the first version.</Text>
          ) : (
            <DifferenceList
              differences={differenceBetween(against.content, shown.content)}
              none="They say the same."
              label={`From version ${against.versionNumber} to version ${shown.versionNumber}`}
            />
          )}
        </section>
        <ContractView version={shown} />
      </div>
    </div>
  );
}

function VersionCard({ version }: { version: PrescriptionVersion }) {
  const { date, dateOf } = useClinicTime();
  const { versionNumber, inForce, signedAt, signedBy, reason, visitsPrescribed, endedOn } = version;
  return (
    <>
      <Group gap="xs" wrap="nowrap" justify="space-between">
        <strong>Version {versionNumber}</strong>
        {inForce ? (
          <StatusBadge tone="ok">in force</StatusBadge>
        ) : (
          <Text span size="xs" c="dimmed">
            until {endedOn === null ? '' : date(endedOn)}
          </Text>
        )}
      </Group>
      <Text size="sm">
        {date(dateOf(signedAt))}, {signedBy.name}
      </Text>
      <Text size="sm" c="dimmed">
        {visitsPrescribed} visits{version.opensPhase ? ', opened a new phase' : ''}
        {reason === null ? '' : `. ${reason}`}
      </Text>
    </>
  );
}

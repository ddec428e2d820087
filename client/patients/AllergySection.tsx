import { Table } from '@mantine/core';
import { useState } from 'react';
import { IN_ERROR_WORDS } from '#shared/corrections/entered-in-error.ts';
import type { ChartAllergy, PatientChart } from '#shared/patients/chart.ts';
import { canChangeStatus } from '#shared/patients/policy.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { FactMenu, type FactAct } from './FactMenu.tsx';
import { FactName } from './FactName.tsx';
import { FactSection } from './FactSection.tsx';
import { isActive, sourceWords } from './fact-list.ts';
import { StatusDialog } from './StatusDialog.tsx';

type AllergyStatus = 'active' | 'resolved' | 'entered-in-error';
type Asked = { allergy: ChartAllergy; to: AllergyStatus };

/** Allergies with the reaction they caused. */
export function AllergySection({ chart }: { chart: PatientChart }) {
  const [asked, setAsked] = useState<Asked>();
  const { patientId } = chart.patient;
  return (
    <>
      <FactSection
        title="Allergies"
        facts={chart.allergies}
        idOf={({ allergyId }) => allergyId}
        adds={{ panel: 'allergy', label: 'Add allergy' }}
        empty="No allergy is recorded. Ask before an injection or a new medication."
        reviewed={chart.reviews.allergies}
        headers={[
          { label: 'Substance', width: '31%' },
          { label: 'Reaction', width: '21%' },
          { label: 'Severity', width: '15%' },
          { label: 'Recorded', width: '18%' },
        ]}
        row={(allergy) => <AllergyCells allergy={allergy} onAsk={(to) => setAsked({ allergy, to })} />}
      />
      {asked === undefined ? null : (
        <StatusDialog
          patientId={patientId}
          today={chart.today}
          name={asked.allergy.substance}
          to={asked.to}
          asksDay={false}
          requestOf={({ reason }) => ({
            list: 'allergy',
            params: { patientId, allergyId: asked.allergy.allergyId },
            body: { status: asked.to, reason, expectedVersion: asked.allergy.version },
          })}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

function AllergyCells({ allergy, onAsk }: { allergy: ChartAllergy; onAsk: (to: AllergyStatus) => void }) {
  const { date, dateOf } = useClinicTime();
  const acts = useActs(allergy);
  return (
    <>
      <Table.Th scope="row" fw={400}>
        <FactName fact={allergy} name={allergy.substance} fate="No longer" />
      </Table.Th>
      <Table.Td>{allergy.reaction ?? 'not recorded'}</Table.Td>
      <Table.Td>{allergy.severity ?? 'not recorded'}</Table.Td>
      <Table.Td c="dimmed">
        {date(dateOf(allergy.recordedAt))}, {sourceWords(allergy)}
      </Table.Td>
      <Table.Td ta="right">
        <FactMenu name={allergy.substance} acts={acts} onChoose={onAsk} />
      </Table.Td>
    </>
  );
}

function useActs(allergy: ChartAllergy): FactAct<AllergyStatus>[] {
  const session = useSession();
  if (allergy.status === 'entered-in-error') return [];
  const act = (to: AllergyStatus, label: string): FactAct<AllergyStatus> => ({
    to,
    label,
    permission: canChangeStatus(session, allergy, to),
  });
  return [
    isActive(allergy) ? act('resolved', 'No longer…') : act('active', 'Active again…'),
    act('entered-in-error', IN_ERROR_WORDS.act),
  ];
}

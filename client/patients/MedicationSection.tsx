import { Table } from '@mantine/core';
import { useState } from 'react';
import { IN_ERROR_WORDS } from '#shared/corrections/entered-in-error.ts';
import type { ChartMedication, PatientChart } from '#shared/patients/chart.ts';
import { canChangeMedication } from '#shared/patients/policy.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { FactMenu, type FactAct } from './FactMenu.tsx';
import { FactName } from './FactName.tsx';
import { FactSection } from './FactSection.tsx';
import { isActive, sourceWords } from './fact-list.ts';
import { StatusDialog } from './StatusDialog.tsx';

type MedicationStatus = 'active' | 'stopped' | 'entered-in-error';
type Asked = { medication: ChartMedication; to: MedicationStatus };

/** Medication as known: ordered here, told by the patient, or imported. */
export function MedicationSection({ chart }: { chart: PatientChart }) {
  const [asked, setAsked] = useState<Asked>();
  const { patientId } = chart.patient;
  return (
    <>
      <FactSection
        title="Medications as known"
        facts={chart.medications}
        idOf={({ medicationOrderId }) => medicationOrderId}
        adds={{ panel: 'medication', label: 'Add medication' }}
        empty="No medication is recorded. That does not mean that none is taken."
        reviewed={chart.reviews.medications}
        headers={[
          { label: 'Medication', width: '25%' },
          { label: 'Dose', width: '18%' },
          { label: 'For', width: '13%' },
          { label: 'Since', width: '13%' },
          { label: 'Recorded', width: '16%' },
        ]}
        row={(medication) => (
          <MedicationCells medication={medication} onAsk={(to) => setAsked({ medication, to })} />
        )}
      />
      {asked === undefined ? null : (
        <StatusDialog
          patientId={patientId}
          today={chart.today}
          name={asked.medication.name}
          to={asked.to}
          asksDay={asked.to === 'stopped'}
          requestOf={({ reason, on }) => ({
            list: 'medication',
            params: { patientId, medicationOrderId: asked.medication.medicationOrderId },
            body: { status: asked.to, reason, stoppedOn: on, expectedVersion: asked.medication.version },
          })}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

interface MedicationCellsProps {
  medication: ChartMedication;
  onAsk: (to: MedicationStatus) => void;
}

function MedicationCells({ medication, onAsk }: MedicationCellsProps) {
  const { date, dateOf } = useClinicTime();
  const acts = useActs(medication);
  return (
    <>
      <Table.Th scope="row" fw={400}>
        <FactName
          fact={medication}
          name={medication.name}
          fate={`Stopped ${medication.stoppedOn === null ? '' : date(medication.stoppedOn)}`}
        />
      </Table.Th>
      <Table.Td>
        {[medication.dose, medication.frequency].filter(Boolean).join(', ') || 'not recorded'}
      </Table.Td>
      <Table.Td>{medication.reason ?? 'not recorded'}</Table.Td>
      <Table.Td>{medication.startedOn === null ? 'not recorded' : date(medication.startedOn)}</Table.Td>
      <Table.Td c="dimmed">
        {date(dateOf(medication.recordedAt))}, {sourceWords(medication)}
      </Table.Td>
      <Table.Td ta="right">
        <FactMenu name={medication.name} acts={acts} onChoose={onAsk} />
      </Table.Td>
    </>
  );
}

function useActs(medication: ChartMedication): FactAct<MedicationStatus>[] {
  const session = useSession();
  if (medication.status === 'entered-in-error') return [];
  const act = (to: MedicationStatus, label: string): FactAct<MedicationStatus> => ({
    to,
    label,
    permission: canChangeMedication(session, medication, to),
  });
  return [
    isActive(medication) ? act('stopped', 'Stopped…') : act('active', 'Taken again…'),
    act('entered-in-error', IN_ERROR_WORDS.act),
  ];
}

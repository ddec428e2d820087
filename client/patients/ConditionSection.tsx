import { Table } from '@mantine/core';
import { useState } from 'react';
import { IN_ERROR_WORDS } from '#shared/corrections/entered-in-error.ts';
import type { ChartCondition, PatientChart } from '#shared/patients/chart.ts';
import { codeSystemLabel, ICD_10_CM } from '#shared/patients/code-systems.ts';
import { comorbidityKeysOf, comorbidityLabel } from '#shared/patients/comorbidities.ts';
import { canChangeStatus } from '#shared/patients/policy.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { FactMenu, type FactAct } from './FactMenu.tsx';
import { FactName } from './FactName.tsx';
import { FactSection } from './FactSection.tsx';
import { isActive, sourceWords } from './fact-list.ts';
import { StatusDialog } from './StatusDialog.tsx';

type ConditionStatus = 'active' | 'resolved' | 'entered-in-error';
type Asked = { condition: ChartCondition; to: ConditionStatus };

/** Diagnoses and comorbidities, each with its code and what it means for precautions. */
export function ConditionSection({ chart }: { chart: PatientChart }) {
  const [asked, setAsked] = useState<Asked>();
  return (
    <>
      <FactSection
        title="Conditions and comorbidities"
        facts={chart.conditions}
        idOf={({ conditionId }) => conditionId}
        adds={{ panel: 'condition', label: 'Add condition' }}
        empty="No condition is recorded. That does not mean there is none."
        reviewed={chart.reviews.comorbidities}
        headers={[
          { label: 'Condition', width: '31%' },
          { label: 'Since', width: '15%' },
          { label: 'Counts as', width: '21%' },
          { label: 'Recorded', width: '18%' },
        ]}
        row={(condition) => (
          <ConditionCells condition={condition} onAsk={(to) => setAsked({ condition, to })} />
        )}
      />
      {asked === undefined ? null : (
        <StatusDialog
          patientId={chart.patient.patientId}
          today={chart.today}
          name={asked.condition.display}
          to={asked.to}
          asksDay={asked.to === 'resolved'}
          requestOf={({ reason, on }) => ({
            list: 'condition',
            params: { patientId: chart.patient.patientId, conditionId: asked.condition.conditionId },
            body: { status: asked.to, reason, abatedOn: on, expectedVersion: asked.condition.version },
          })}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

const kindOf = ({ category, isPrimary }: ChartCondition): string =>
  category === 'comorbidity' ? 'comorbidity' : isPrimary ? 'main diagnosis' : 'diagnosis';

interface ConditionCellsProps {
  condition: ChartCondition;
  onAsk: (to: ConditionStatus) => void;
}

function ConditionCells({ condition, onAsk }: ConditionCellsProps) {
  const { date, dateOf } = useClinicTime();
  const acts = useActs(condition);
  const { code, codeSystem, side } = condition;
  return (
    <>
      <Table.Th scope="row" fw={400}>
        <FactName
          fact={condition}
          name={condition.display}
          beside={[
            codeSystem === ICD_10_CM ? code : `${code} ${codeSystemLabel(codeSystem)}`,
            side,
            kindOf(condition),
          ]
            .filter(Boolean)
            .join(', ')}
          fate={`Resolved ${condition.abatedOn === null ? '' : date(condition.abatedOn)}`}
        />
      </Table.Th>
      <Table.Td>{condition.onsetOn === null ? 'not recorded' : date(condition.onsetOn)}</Table.Td>
      <Table.Td>{comorbidityKeysOf([condition]).map(comorbidityLabel).join(', ')}</Table.Td>
      <Table.Td c="dimmed">
        {date(dateOf(condition.recordedAt))}, {sourceWords(condition)}
      </Table.Td>
      <Table.Td ta="right">
        <FactMenu name={condition.display} acts={acts} onChoose={onAsk} />
      </Table.Td>
    </>
  );
}

function useActs(condition: ChartCondition): FactAct<ConditionStatus>[] {
  const session = useSession();
  if (condition.status === 'entered-in-error') return [];
  const act = (to: ConditionStatus, label: string): FactAct<ConditionStatus> => ({
    to,
    label,
    permission: canChangeStatus(session, condition, to),
  });
  return [
    isActive(condition) ? act('resolved', 'Resolved…') : act('active', 'Active again…'),
    act('entered-in-error', IN_ERROR_WORDS.act),
  ];
}

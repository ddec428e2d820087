import { Table } from '@mantine/core';
import { useState } from 'react';
import { IN_ERROR_WORDS } from '#shared/corrections/entered-in-error.ts';
import type { ChartHistoryFact, PatientChart } from '#shared/patients/chart.ts';
import {
  HISTORY_KIND_LABEL,
  historyDetail,
  historySentence,
  historyWhen,
} from '#shared/patients/history-fact.ts';
import { partialDateWords } from '#shared/patients/partial-date.ts';
import { canChangeHistory } from '#shared/patients/policy.ts';
import type { HistoryFactId } from '#shared/platform/ids.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { CorrectHistoryPanel } from './CorrectHistoryPanel.tsx';
import { FactMenu, type FactAct } from './FactMenu.tsx';
import { FactName } from './FactName.tsx';
import { FactSection } from './FactSection.tsx';
import { isActive, sourceWords } from './fact-list.ts';
import { StatusDialog } from './StatusDialog.tsx';

type HistoryStatus = 'active' | 'resolved' | 'entered-in-error';
type HistoryAct = HistoryStatus | 'correct';
type Asked = { fact: ChartHistoryFact; to: HistoryStatus };

/** Surgery, injuries, therapy before, work and home: told once, dated, kept. */
export function HistoryFactSection({ chart }: { chart: PatientChart }) {
  const [asked, setAsked] = useState<Asked>();
  const [correcting, setCorrecting] = useState<HistoryFactId>();
  const corrected = chart.historyFacts.find(({ historyFactId }) => historyFactId === correcting);
  const { patientId } = chart.patient;
  const facts = chart.historyFacts.toSorted((a, b) => a.kind.localeCompare(b.kind));
  return (
    <>
      <FactSection
        title="History"
        facts={facts}
        idOf={({ historyFactId }) => historyFactId}
        adds={{ panel: 'history', label: 'Add to the history' }}
        empty="No surgery, injury, therapy before, work or home is recorded."
        reviewed={chart.reviews.history}
        headers={[
          { label: 'What', width: '31%' },
          { label: 'When', width: '15%' },
          { label: 'Detail', width: '21%' },
          { label: 'Recorded', width: '18%' },
        ]}
        row={(fact) => (
          <HistoryCells
            fact={fact}
            before={facts.find(({ historyFactId }) => historyFactId === fact.correctsId)}
            onAsk={(to) => (to === 'correct' ? setCorrecting(fact.historyFactId) : setAsked({ fact, to }))}
          />
        )}
      />
      {corrected === undefined ? null : (
        <CorrectHistoryPanel chart={chart} fact={corrected} onClose={() => setCorrecting(undefined)} />
      )}
      {asked === undefined ? null : (
        <StatusDialog
          patientId={patientId}
          today={chart.today}
          name={asked.fact.title}
          to={asked.to}
          asksDay={asked.to === 'resolved'}
          requestOf={({ reason, on }) => ({
            list: 'history',
            params: { patientId, historyFactId: asked.fact.historyFactId },
            body: { status: asked.to, reason, endedOn: on, expectedVersion: asked.fact.version },
          })}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

interface HistoryCellsProps {
  fact: ChartHistoryFact;
  /** The entry that this one takes the place of. */
  before: ChartHistoryFact | undefined;
  onAsk: (to: HistoryAct) => void;
}

function HistoryCells({ fact, before, onAsk }: HistoryCellsProps) {
  const { date, dateOf } = useClinicTime();
  const acts = useActs(fact);
  return (
    <>
      <Table.Th scope="row" fw={400}>
        <FactName
          fact={fact}
          name={fact.title}
          beside={HISTORY_KIND_LABEL[fact.kind].toLowerCase()}
          fate={fact.endedOn === null ? 'No longer' : `Until ${partialDateWords(fact.endedOn)}`}
        />
      </Table.Th>
      <Table.Td>{historyWhen(fact) || 'not recorded'}</Table.Td>
      <Table.Td>{historyDetail(fact)}</Table.Td>
      <Table.Td c="dimmed">
        {date(dateOf(fact.recordedAt))}, {sourceWords(fact)}
        {before === undefined ? null : <div>corrects “{historySentence(before)}”</div>}
      </Table.Td>
      <Table.Td ta="right">
        <FactMenu name={fact.title} acts={acts} onChoose={onAsk} />
      </Table.Td>
    </>
  );
}

function useActs(fact: ChartHistoryFact): FactAct<HistoryAct>[] {
  const session = useSession();
  if (fact.status === 'entered-in-error') return [];
  const act = (to: HistoryAct, label: string): FactAct<HistoryAct> => ({
    to,
    label,
    permission: canChangeHistory(session, fact, to === 'correct' ? 'entered-in-error' : to),
  });
  return [
    act('correct', 'Correct…'),
    isActive(fact) ? act('resolved', 'No longer…') : act('active', 'Holds again…'),
    act('entered-in-error', IN_ERROR_WORDS.act),
  ];
}

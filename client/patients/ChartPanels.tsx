import type { PatientChart } from '#shared/patients/chart.ts';
import { AddAllergyPanel } from './AddAllergyPanel.tsx';
import { AddConditionPanel } from './AddConditionPanel.tsx';
import { AddHistoryPanel } from './AddHistoryPanel.tsx';
import { AddMedicationPanel } from './AddMedicationPanel.tsx';
import { DangerSignPanel } from './DangerSignPanel.tsx';
import { EpisodePanel } from './EpisodePanel.tsx';
import { IdentityPanel } from './IdentityPanel.tsx';
import { useChartPanel } from './use-panel.ts';

/** The form that the URL asks for, over the chart. */
export function ChartPanels({ chart }: { chart: PatientChart }) {
  const { panel, episode: episodeId, close } = useChartPanel();
  const episode = chart.episodes.find((one) => one.episodeId === episodeId);
  if (panel === 'identity') return <IdentityPanel chart={chart} onClose={close} />;
  if (panel === 'episode' && episode !== undefined) {
    return <EpisodePanel chart={chart} episode={episode} onClose={close} />;
  }
  if (panel === 'danger-sign' && episode !== undefined) {
    return <DangerSignPanel chart={chart} episode={episode} onClose={close} />;
  }
  if (!chart.clinical) return null;
  if (panel === 'condition') return <AddConditionPanel chart={chart} onClose={close} />;
  if (panel === 'history') return <AddHistoryPanel chart={chart} onClose={close} />;
  if (panel === 'allergy') return <AddAllergyPanel chart={chart} onClose={close} />;
  if (panel === 'medication') return <AddMedicationPanel chart={chart} onClose={close} />;
  return null;
}

import { useNavigate, useSearch } from '@tanstack/react-router';
import type { EpisodeId } from '#shared/platform/ids.ts';

export type ChartPanel =
  'identity' | 'condition' | 'allergy' | 'medication' | 'history' | 'episode' | 'danger-sign';

/** The panel over the chart; it lives in the URL, so a link can open it and going back closes it. */
export function useChartPanel() {
  const { panel, episode } = useSearch({ from: '/shell/patients/$patientId' });
  const navigate = useNavigate({ from: '/patients/$patientId' });
  return {
    panel,
    episode,
    open: (next: ChartPanel, about?: EpisodeId) =>
      void navigate({ to: '.', search: (before) => ({ ...before, panel: next, episode: about }) }),
    close: () =>
      void navigate({
        to: '.',
        search: (before) => ({ ...before, panel: undefined, episode: undefined }),
        replace: true,
      }),
  };
}

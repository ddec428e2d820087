import type { EnteredInError } from '#shared/corrections/entered-in-error.ts';
import { useNavigate, useSearch } from '@tanstack/react-router';

/** What every listed fact says about itself. */
export interface ListedFact {
  status: string;
  statusReason: string | null;
  recordedBy: string | null;
  recordedAt: string;
  source: string;
  enteredInError?: EnteredInError | null | undefined;
}

export const isActive = ({ status }: ListedFact): boolean => status === 'active';

/** Where a fact comes from, when not from a person here. */
export function sourceWords({ source, recordedBy }: ListedFact): string {
  if (source === 'imported') return 'imported';
  const by = recordedBy ?? 'not recorded by whom';
  return source === 'reported' ? `as told, ${by}` : by;
}

/** Whether the lists also show what is resolved, stopped or entered in error. Held in the URL for all lists at once. */
export function usePastShown(): { shown: boolean; show: (shown: boolean) => void } {
  const { past } = useSearch({ from: '/shell/patients/$patientId' });
  const navigate = useNavigate({ from: '/patients/$patientId' });
  return {
    shown: past === true,
    show: (shown) =>
      void navigate({
        to: '.',
        search: (before) => ({ ...before, past: shown ? true : undefined }),
        replace: true,
      }),
  };
}

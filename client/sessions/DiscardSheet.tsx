import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { call } from '#client/platform/call.ts';
import type { Autosave } from '#client/platform/use-autosave.ts';
import { DiscardDraftButton } from '#client/ui/DiscardDraftButton.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { sheetQuery } from './queries.ts';
import type { StoredSheet } from './save-draft.ts';
import type { OpenSheet } from './use-session-sheet.ts';

interface DiscardSheetProps {
  sheet: OpenSheet;
  save: Autosave['saveNow'];
  forget: () => void;
  /** The sheet starts again from what is stored. */
  onEmptied: (stored: StoredSheet) => void;
}

/** Empties the sheet: it starts again with what the last session gives. */
export function DiscardSheet({ sheet, save, forget, onEmptied }: DiscardSheetProps) {
  const { episodeId } = sheet.episode;
  const { sessionId } = sheet.session;
  const queryClient = useQueryClient();
  const discard = useMutation({
    mutationFn: async () => {
      const { version } = await save();
      await call(sessionsApi.discardDraft, {
        params: { episodeId, sessionId },
        body: { expectedVersion: version },
      });
      return queryClient.fetchQuery({ ...sheetQuery(sessionId), staleTime: 0 });
    },
    onSuccess: ({ session, content }) => {
      forget();
      showNote('The sheet starts again.');
      if (content !== null) onEmptied({ session, content });
    },
  });
  return (
    <DiscardDraftButton
      stays="The visit stays as it is; the sheet starts again with what the last session gives."
      onDiscard={(close) => discard.mutate(undefined, { onSuccess: close })}
      busy={discard.isPending}
      error={discard.error}
    />
  );
}

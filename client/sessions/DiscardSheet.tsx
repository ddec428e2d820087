import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { call } from '#client/platform/call.ts';
import type { Autosave } from '#client/platform/use-autosave.ts';
import { DiscardDraftDialog } from '#client/ui/DiscardDraftDialog.tsx';
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
  const [isAsking, setAsking] = useState(false);
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
      setAsking(false);
      showNote('The sheet starts again.');
      if (content !== null) onEmptied({ session, content });
    },
  });
  return (
    <>
      <Button variant="subtle" color="gray" onClick={() => setAsking(true)}>
        Discard draft…
      </Button>
      {isAsking ? (
        <DiscardDraftDialog
          stays="The visit stays as it is; the sheet starts again with what the last session gives."
          onDiscard={() => discard.mutate()}
          onClose={() => setAsking(false)}
          busy={discard.isPending}
          error={discard.error}
        />
      ) : null}
    </>
  );
}

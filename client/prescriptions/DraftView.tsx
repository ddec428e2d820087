import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PrescriptionDraft, PrescriptionPage } from '#shared/prescriptions/page.ts';
import { DraftEditor } from './DraftEditor.tsx';
import { prescriptionQuery } from '#client/clinical/prescription-acts.ts';

/** The draft, opened again from the stored text when the person takes somebody else's version. */
export function DraftView({ page }: { page: PrescriptionPage }) {
  const queryClient = useQueryClient();
  const [taken, setTaken] = useState(0);
  const { draft, header } = page;
  if (draft === null) return null;
  const takeTheirs = (stored: PrescriptionDraft) => {
    queryClient.setQueryData(prescriptionQuery(header.episodeId).queryKey, (old) =>
      old === undefined ? old : { ...old, draft: stored },
    );
    setTaken((times) => times + 1);
  };
  return (
    <DraftEditor key={`${draft.draftId} ${taken}`} page={page} draft={draft} onTakeTheirs={takeTheirs} />
  );
}

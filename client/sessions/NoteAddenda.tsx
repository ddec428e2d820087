import { Button } from '@mantine/core';
import { useState } from 'react';
import { bannerOf } from '#shared/patients/episode-header.ts';
import { canAddendNote } from '#shared/sessions/policy.ts';
import type { SessionSheet, SignedNote } from '#shared/sessions/sheet.ts';
import { AddendumForm } from '#client/clinical/AddendumForm.tsx';
import { AddendumList } from '#client/clinical/AddendumList.tsx';
import { useSession } from '#client/platform/session.ts';
import { PatientBanner } from '#client/ui/PatientBanner.tsx';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import { useAddendNote } from './queries.ts';

interface NoteAddendaProps {
  sheet: SessionSheet;
  signed: SignedNote;
}

/** What was added to a signed note, below it. */
export function NoteAddenda({ signed }: Pick<NoteAddendaProps, 'signed'>) {
  const { addenda } = signed;
  if (addenda.length === 0) return null;
  return (
    <FormSection title="Added after signing">
      <AddendumList addenda={addenda} />
    </FormSection>
  );
}

/** The way to correct a signed note. */
export function AddToNote({ sheet, signed }: NoteAddendaProps) {
  const { episode, session } = sheet;
  const [isAdding, setIsAdding] = useState(false);
  const permission = canAddendNote(useSession(), { signedById: signed.signedById ?? null });
  const add = useAddendNote({ episodeId: episode.episodeId, sessionId: session.sessionId });
  return (
    <>
      <DisabledReason reason={permission.allowed ? undefined : permission.sentence}>
        <Button size="compact-md" variant="default" onClick={() => setIsAdding(true)}>
          Add to it
        </Button>
      </DisabledReason>
      {isAdding ? (
        <AddendumForm
          what="signed note"
          subjectId={session.sessionId}
          banner={<PatientBanner {...bannerOf(sheet.header)} />}
          add={add}
          onClose={() => setIsAdding(false)}
        />
      ) : null}
    </>
  );
}

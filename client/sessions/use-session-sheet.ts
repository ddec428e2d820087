import { useCallback, useRef, useState } from 'react';
import { z } from 'zod';
import { NOTE_PARTS, type SessionContent } from '#shared/sessions/model.ts';
import type { SessionSheet } from '#shared/sessions/sheet.ts';
import { useStoredDraft } from '#client/platform/stored-draft.ts';
import { useAutosave } from '#client/platform/use-autosave.ts';
import { saveDraft } from './save-draft.ts';
import type { SheetEdit } from './sheet-edits.ts';

/** Text kept on this device may hold a number that cannot be right yet: only its shape is checked. */
const KeptSheet = z.object({
  version: z.number().int(),
  content: z.custom<SessionContent>(
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      Array.isArray(Reflect.get(value, 'interventions')) &&
      Array.isArray(Reflect.get(value, 'scores')) &&
      NOTE_PARTS.every((part) => typeof Reflect.get(value, part) === 'object'),
  ),
});

/** A sheet that can still be written. */
export type OpenSheet = SessionSheet & { content: SessionContent };

/** The sheet on screen: saved soon after each change, kept on this device until the server has it. */
export function useSessionSheet(sheet: OpenSheet, { enabled, held }: { enabled: boolean; held: boolean }) {
  const { sessionId } = sheet.session;
  const { episodeId } = sheet.episode;
  const kept = useStoredDraft(`session:${sessionId}`, KeptSheet);
  const [content, setContent] = useState(sheet.content);
  const base = useRef(kept.stored?.value.version ?? sheet.session.version);
  const lastSent = useRef(sheet.saved ? sheet.content : undefined);
  const autosave = useAutosave(
    content,
    async (value, expectedVersion) => {
      const before = lastSent.current;
      lastSent.current = value;
      base.current = await saveDraft({ episodeId, sessionId }, value, expectedVersion, before);
      return base.current;
    },
    {
      version: base.current,
      enabled,
      held,
      draft: { keep: (value) => kept.keep({ version: base.current, content: value }), clear: kept.clear },
    },
  );
  // What was left unsaved here is put back as a change to what is stored, so that it is saved like one.
  const [leftHere] = useState(kept.stored);
  const [isPutBack, setPutBack] = useState(leftHere === undefined);
  if (!isPutBack && leftHere !== undefined) {
    setPutBack(true);
    setContent(leftHere.value.content);
  }
  const edit = useCallback((change: SheetEdit) => setContent(change), []);
  return { content, edit, autosave, restoredAt: leftHere?.savedAt, forget: kept.clear };
}

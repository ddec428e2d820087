import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { z } from 'zod';
import { differenceBetween } from '#shared/prescriptions/difference.ts';
import { missingElements } from '#shared/prescriptions/missing-elements.ts';
import { settingOfPage } from '#shared/prescriptions/page-setting.ts';
import { PrescriptionDraftContent } from '#shared/prescriptions/model.ts';
import type { PrescriptionDraft, PrescriptionPage } from '#shared/prescriptions/page.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useStoredDraft } from '#client/platform/stored-draft.ts';
import { useAutosave } from '#client/platform/use-autosave.ts';
import type { DraftAccess } from './draft-access.ts';
import { saveDraft } from './queries.ts';

const Kept = z.object({ version: z.number().int(), content: PrescriptionDraftContent });

/** The draft on screen: saved soon after each change, kept on this device until the server has it. */
export function usePrescriptionDraft(page: PrescriptionPage, draft: PrescriptionDraft) {
  const queryClient = useQueryClient();
  const { today } = useClinicTime();
  const { episodeId } = page.header;
  const kept = useStoredDraft(`prescription:${draft.draftId}`, Kept);
  const [left] = useState(kept.stored);
  const [content, setContent] = useState(left?.value.content ?? draft.content);
  const [opened] = useState(draft);
  const base = useRef(left?.value.version ?? opened.version);
  const autosave = useAutosave(
    content,
    async (value, expectedVersion) => {
      base.current = await saveDraft(queryClient, episodeId, value, expectedVersion);
      return base.current;
    },
    {
      version: base.current,
      saved: opened.content,
      draft: { keep: (value) => kept.keep({ version: base.current, content: value }), clear: kept.clear },
    },
  );
  const change = useCallback(
    (part: Partial<PrescriptionDraftContent>) => setContent((old) => ({ ...old, ...part })),
    [],
  );
  const edit = useCallback<DraftAccess['edit']>(
    (from) => setContent((old) => ({ ...old, ...from(old) })),
    [],
  );
  const [previous] = page.versions;
  const access: DraftAccess = {
    page,
    content,
    change,
    edit,
    previous,
    differences: previous === undefined ? [] : differenceBetween(previous.content, content),
    missing: missingElements(content, settingOfPage(page, today)),
    today,
  };
  return { access, autosave, restoredAt: left?.savedAt, forget: kept.clear };
}

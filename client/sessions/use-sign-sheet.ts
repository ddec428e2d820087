import { useMutation, useQueryClient } from '@tanstack/react-query';
import { listName } from '#shared/patients/model.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import type { SessionContent } from '#shared/sessions/model.ts';
import { sessionUnits } from '#shared/sessions/note-units.ts';
import { call } from '#client/platform/call.ts';
import { asClientProblem } from '#client/platform/client-problem.ts';
import { useSession } from '#client/platform/session.ts';
import { useSubmissionKey } from '#client/platform/submission-key.ts';
import type { Autosave } from '#client/platform/use-autosave.ts';
import { showNote } from '#client/ui/show-note.ts';
import { billingSettingOf } from './billing-setting.ts';
import { refreshSessions } from './queries.ts';
import { queueSignature } from './sign-queue.ts';
import type { OpenSheet } from './use-session-sheet.ts';

interface SignOptions {
  sheet: OpenSheet;
  content: SessionContent;
  autosave: Autosave;
  /** Forgets the text on this device: the server has it. */
  forget: () => void;
}

/** Signs what is on the sheet. Without a network the whole request waits on this device, key included. */
export function useSignSheet({ sheet, content, autosave, forget }: SignOptions) {
  const { staffMemberId } = useSession();
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  const { session, episode, patient, prescription } = sheet;
  const params = { episodeId: episode.episodeId, sessionId: session.sessionId };
  return useMutation({
    mutationFn: async () => {
      const { version } = await autosave.saveNow();
      const body = {
        content,
        expectedVersion: version,
        prescriptionVersion: prescription?.versionNumber ?? 1,
        unitsSeen: unitsOnScreen(sheet, content),
      };
      try {
        await call(sessionsApi.sign, { params, body }, { key: submission.key });
        return 'signed' as const;
      } catch (error) {
        const { code } = asClientProblem(error);
        if (code !== 'offline' && code !== 'unavailable') throw error;
        queueSignature(staffMemberId, {
          ...params,
          key: submission.key,
          body,
          patientName: listName(patient),
          queuedAt: new Date().toISOString(),
          refusal: null,
        });
        return 'queued' as const;
      }
    },
    onSuccess: async (outcome) => {
      if (outcome === 'queued') return;
      forget();
      submission.renew();
      showNote('Signed.');
      await refreshSessions(queryClient, episode.episodeId);
    },
    onError: (error) => {
      // Somebody signed it, or a newer version governs it: the screen shows what there is now.
      if (['already-signed', 'conflict', 'gate-closed'].includes(asClientProblem(error).code)) {
        void refreshSessions(queryClient, episode.episodeId);
      }
    },
  });
}

/** What the sheet shows as billed: the server refuses to bill anything else. */
function unitsOnScreen(sheet: OpenSheet, content: SessionContent): Record<string, number> {
  const counted = sessionUnits(content, billingSettingOf(sheet));
  return counted.kind === 'refused' ? {} : { ...counted.billing.units, ...counted.billing.untimedUnits };
}

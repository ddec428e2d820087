import { z } from 'zod';
import type { EpisodeId, SessionId } from '#shared/platform/ids.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { SessionDraft, type SessionContent } from '#shared/sessions/model.ts';
import { SessionHead } from '#shared/sessions/sheet.ts';
import { call } from '#client/platform/call.ts';
import { ClientProblem } from '#client/platform/client-problem.ts';
import { sameContent } from './same-content.ts';

/** What a refused draft shows: the session and the sheet as they are stored now. */
export const StoredSheet = z.object({ session: SessionHead, content: SessionDraft.nullable() });
export type StoredSheet = z.infer<typeof StoredSheet>;

/** The stored sheet of a stale draft, if the problem is one. */
export function storedSheetOf(error: unknown): StoredSheet | undefined {
  if (!(error instanceof ClientProblem) || error.code !== 'stale-version') return undefined;
  return StoredSheet.safeParse(error.current).data;
}

interface Place {
  episodeId: EpisodeId;
  sessionId: SessionId;
}

/**
 * Saves the sheet and answers its new version. The server may be ahead without anybody else's words in it: an earlier save
 * arrived but its answer was lost, or the patient's arrival was noted. That is no conflict, and the save goes on from there.
 */
export async function saveDraft(
  params: Place,
  content: SessionContent,
  expectedVersion: number,
  lastSent: SessionContent | undefined,
): Promise<number> {
  try {
    return (await call(sessionsApi.saveDraft, { params, body: { content, expectedVersion } })).version;
  } catch (error) {
    const stored = storedSheetOf(error);
    if (stored === undefined || !isOurs(stored, [content, lastSent])) throw error;
    const body = { content, expectedVersion: stored.session.version };
    return (await call(sessionsApi.saveDraft, { params, body })).version;
  }
}

const isOurs = ({ content }: StoredSheet, mine: readonly (SessionContent | undefined)[]): boolean =>
  content === null || mine.some((one) => one !== undefined && sameContent(one, content));

import { problemSentence } from '#shared/platform/problem-sentence.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { call } from '#client/platform/call.ts';
import { asClientProblem } from '#client/platform/client-problem.ts';
import { sameContent } from './same-content.ts';
import type { QueuedSignature } from './sign-queue.ts';

export type Sent = { kind: 'signed' } | { kind: 'waits' } | { kind: 'refused'; sentence: string };

/**
 * Sends a queued signature. The key makes it the same signature however often it is sent; when our own draft arrived
 * meanwhile, the session is a version ahead with the same words, and the signature goes on top of that.
 */
export async function sendSignature(signature: QueuedSignature): Promise<Sent> {
  try {
    await send(signature, signature.body.expectedVersion);
    return { kind: 'signed' };
  } catch (error) {
    const problem = asClientProblem(error);
    if (problem.code === 'offline' || problem.code === 'unavailable') return { kind: 'waits' };
    if (problem.code === 'stale-version') return sendOnTop(signature);
    return { kind: 'refused', sentence: problemSentence(problem.document) };
  }
}

const send = ({ key, body, episodeId, sessionId }: QueuedSignature, expectedVersion: number) =>
  call(sessionsApi.sign, { params: { episodeId, sessionId }, body: { ...body, expectedVersion } }, { key });

async function sendOnTop(signature: QueuedSignature): Promise<Sent> {
  try {
    const { sessionId, body } = signature;
    const sheet = await call(sessionsApi.sheet, { params: { sessionId } });
    if (sheet.content !== null && sheet.saved && !sameContent(sheet.content, body.content)) {
      return {
        kind: 'refused',
        sentence: 'The sheet was changed elsewhere. Open it, look at both and sign again.',
      };
    }
    await send(signature, sheet.session.version);
    return { kind: 'signed' };
  } catch (error) {
    const problem = asClientProblem(error);
    return problem.code === 'offline' || problem.code === 'unavailable'
      ? { kind: 'waits' }
      : { kind: 'refused', sentence: problemSentence(problem.document) };
  }
}

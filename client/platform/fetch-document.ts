import { offlineProblem, problemFromAnswer } from './client-problem.ts';
import { afterSigningIn } from './sign-in-again.ts';

/** A document of the record, as it came: to show, to print or to save. */
export interface FetchedDocument {
  blob: Blob;
  /** As the server names it; it holds no name of a patient. */
  fileName: string;
}

/** A document is made in a second or two; after this the connection counts as lost. */
const LONGEST_WAIT_MS = 60_000;

/** Fetches an answer that is not JSON. A refusal is thrown as the problem it is; an ended session asks to sign in first. */
export async function fetchDocument(address: string): Promise<FetchedDocument> {
  const response = await afterSigningIn(() => send(address));
  const blob = await response.blob().catch((error: unknown) => Promise.reject(offlineProblem(error)));
  if (!response.ok) throw problemFromAnswer(response.status, parseJson(await blob.text()));
  return { blob, fileName: fileNameOf(response.headers.get('content-disposition') ?? '') };
}

const send = (address: string): Promise<Response> =>
  fetch(address, {
    credentials: 'same-origin',
    headers: { accept: 'application/pdf, text/html;q=0.1, application/problem+json' },
    signal: AbortSignal.timeout(LONGEST_WAIT_MS),
  }).catch((error: unknown) => Promise.reject(offlineProblem(error)));

const fileNameOf = (disposition: string): string => /filename="([^"]+)"/.exec(disposition)?.[1] ?? 'document';

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

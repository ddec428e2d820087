import { offlineProblem, problemFromAnswer } from './client-problem.ts';

/** Fetches a page that is not JSON; a refusal is thrown as the problem it is. */
export async function fetchPage(address: string): Promise<string> {
  const response = await fetch(address, { credentials: 'same-origin' }).catch((error: unknown) =>
    Promise.reject(offlineProblem(error)),
  );
  const text = await response.text();
  if (!response.ok) throw problemFromAnswer(response.status, parseJson(text));
  return text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { useEffect, useState } from 'react';
import { asClientProblem, type ClientProblem } from '#client/platform/client-problem.ts';
import { fetchDocument } from '#client/platform/fetch-document.ts';
import { printPage } from './print-page.ts';

/** What is being done with a document, or what came of it. */
export type DocumentState =
  | { kind: 'idle' }
  | { kind: 'fetching'; doing: 'open' | 'print'; name: string }
  /** Here; `shown` says whether the browser let its tab open. */
  | { kind: 'here'; name: string; url: string; fileName: string; shown: boolean }
  | { kind: 'refused'; doing: 'open' | 'print'; name: string; address: string; problem: ClientProblem };

/** The document is about a patient: the page lets go of its copy after this. */
const HELD_MS = 10 * 60_000;

const inForm = (address: string, format: 'pdf' | 'html'): string =>
  `${address}${address.includes('?') ? '&' : '?'}format=${format}`;

/** Opens a document in a tab of its own or prints it. It is fetched first, so that a refusal is said on this page. */
export function useDocument() {
  const [state, setState] = useState<DocumentState>({ kind: 'idle' });
  const held = state.kind === 'here' ? state.url : undefined;
  useEffect(() => {
    if (held === undefined) return undefined;
    const timer = setTimeout(() => setState({ kind: 'idle' }), HELD_MS);
    return () => {
      clearTimeout(timer);
      URL.revokeObjectURL(held);
    };
  }, [held]);

  const attempt = async (doing: 'open' | 'print', address: string, name: string) => {
    setState({ kind: 'fetching', doing, name });
    try {
      setState(await (doing === 'open' ? opened(address, name) : printed(address, name)));
    } catch (error) {
      setState({ kind: 'refused', doing, name, address, problem: asClientProblem(error) });
    }
  };
  return { state, attempt };
}

/** The tab opens after the answer: where a browser no longer counts that as the reader's click, a link stays. */
async function opened(address: string, name: string): Promise<DocumentState> {
  const { blob, fileName } = await fetchDocument(inForm(address, 'pdf'));
  const url = URL.createObjectURL(blob);
  return { kind: 'here', name, url, fileName, shown: window.open(url, '_blank') !== null };
}

async function printed(address: string, name: string): Promise<DocumentState> {
  const { blob } = await fetchDocument(inForm(address, 'html'));
  await printPage(await blob.text(), name);
  return { kind: 'idle' };
}

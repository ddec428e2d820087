import { z } from 'zod';

/**
 * What a fact of the history means for tests and therapy: comorbidities of rules.md 4.3 that an operation, an injury or a problem
 * leaves behind. Whoever writes the fact ticks them, so that precautions are matched on what was said, never on free text.
 */
export const HISTORY_MEANINGS = ['pacemaker', 'metal-implant', 'cemented-joint', 'pregnancy'] as const;
export const HistoryMeaning = z.enum(HISTORY_MEANINGS);
export type HistoryMeaning = z.infer<typeof HistoryMeaning>;

export const HISTORY_MEANING_LABEL: Record<HistoryMeaning, string> = {
  pacemaker: 'Electronic device: pacemaker, defibrillator, stimulator, pump',
  'metal-implant': 'Metal: plate, screws, nail, stent, splinter, joint',
  'cemented-joint': 'Cemented joint or plastic part',
  pregnancy: 'Pregnancy',
};

/** In the middle of a sentence. */
export const HISTORY_MEANING_WORDS: Record<HistoryMeaning, string> = {
  pacemaker: 'electronic device in the body',
  'metal-implant': 'metal in the body',
  'cemented-joint': 'cemented joint',
  pregnancy: 'pregnancy',
};

/** The code system under which what was ticked stands among the coded conditions. */
export const HISTORY_MEANING_SYSTEM = 'urn:tandem:history-meaning';

/** What an operation or an injury can leave; a pregnancy has its own kind, and may stand as a problem. */
export const meaningsFor = (kind: string): readonly HistoryMeaning[] => {
  if (kind === 'problem') return HISTORY_MEANINGS;
  return kind === 'surgery' || kind === 'injury'
    ? HISTORY_MEANINGS.filter((meaning) => meaning !== 'pregnancy')
    : [];
};

const JOINT = '(?:joint|hip|knee|shoulder|elbow|ankle)';
const SAID: Record<HistoryMeaning, RegExp> = {
  pacemaker:
    /\bpace ?maker|\bdefibrillator|\b(?:neuro|nerve|bone|spinal cord|brain) ?stimulator|\b(?:insulin|baclofen|pain|infusion) pump|\bcochlear implant/i,
  'metal-implant': new RegExp(
    String.raw`\b${JOINT} (?:joint )?replacement|\barthroplasty|\bprosthesis|\bplates?\b|\bscrews?\b|\bintramedullary nail|\bORIF\b|\binternal fixation|\bosteosynthesis|\b(?:spinal|lumbar|cervical) fusion|\bstents?\b|\bshrapnel|\bmetal splinter`,
    'i',
  ),
  'cemented-joint': new RegExp(
    String.raw`\b${JOINT} (?:joint )?replacement|\barthroplasty|\bcement(?:ed)?\b|\bvertebroplasty|\bkyphoplasty`,
    'i',
  ),
  pregnancy: /\bpregnan(?:t|cy)\b/i,
};
const TAKEN_OUT = /\bno\b|\bnot\b|\bwithout\b|\bremov|\bexplant|\btaken out\b/i;

/**
 * What the words of a fact speak for: a suggestion to whoever writes it, and an answer to confirm before a test. Never a precaution.
 * Words that deny it or say that it was taken out speak for nothing. The list is ours, from memory.
 */
export const meaningsInWords = (text: string): HistoryMeaning[] =>
  TAKEN_OUT.test(text) ? [] : HISTORY_MEANINGS.filter((meaning) => SAID[meaning].test(text));

interface Marked {
  bearsOn: readonly HistoryMeaning[];
  status: string;
  endedOn: string | null;
}

/** What was ticked at facts that have not ended, as coded conditions. */
export const markedInHistory = (
  facts: readonly Marked[],
): { code: string; codeSystem: string; status: string }[] =>
  facts
    .filter(({ endedOn }) => endedOn === null)
    .flatMap(({ bearsOn, status }) =>
      bearsOn.map((code) => ({ code, codeSystem: HISTORY_MEANING_SYSTEM, status })),
    );

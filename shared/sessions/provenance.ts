import type { LastNote } from './carry-over.ts';
import { writtenOn } from './carry-over.ts';
import {
  NOTE_PARTS,
  type NotePart,
  type NoteProvenance,
  type NoteText,
  type SessionContent,
} from './model.ts';

const plain = (words: string | null | undefined): string => (words ?? '').replace(/\s+/g, ' ').trim();

/** Whether the words are the last session's own, however they came here. */
export const isRepeated = (part: NoteText, last: string | null | undefined): boolean =>
  plain(part.text) !== '' && plain(part.text) === plain(last);

/**
 * Whether words of the last session stand in today's note without its signer having said that they are still right. It does
 * not matter whether the sheet calls them carried: equal words are carried words. Without a signer only the mark is looked at.
 */
export const isUnread = (
  part: NoteText,
  last: string | null | undefined,
  signerId: string | undefined,
): boolean => {
  if (plain(part.text) === '') return false;
  if (part.carried) return true;
  return signerId !== undefined && isRepeated(part, last) && part.confirmedById !== signerId;
};

interface Signature {
  name: string;
  at: string;
}

/** Where each part that says something comes from, as it is stored with the signed note. */
export function provenanceOf(
  content: Pick<SessionContent, NotePart>,
  last: LastNote | null | undefined,
  { name, at }: Signature,
): NoteProvenance {
  return Object.fromEntries(
    NOTE_PARTS.filter((part) => plain(content[part].text) !== '').map((part) => {
      const repeated = last !== null && last !== undefined && isRepeated(content[part], last[part]);
      const { source = 'typed', from = null } = content[part];
      return [
        part,
        {
          source: repeated ? 'carried' : source === 'carried' ? 'typed' : source,
          from: repeated ? writtenOn(last, part) : source === 'carried' ? null : (from ?? null),
          confirmedBy: name,
          confirmedAt: at,
        },
      ];
    }),
  );
}

const SOURCE_WORDS = {
  typed: 'typed',
  carried: 'carried over',
  measured: 'from today’s measures',
  imported: 'pasted from elsewhere',
} as const;

/** "carried over, first signed 12 November" without the date where there is none. */
export const sourceWords = (
  { source, from }: { source: keyof typeof SOURCE_WORDS; from: string | null },
  dateWords: (date: string) => string,
): string =>
  from === null ? SOURCE_WORDS[source] : `${SOURCE_WORDS[source]}, first signed ${dateWords(from)}`;

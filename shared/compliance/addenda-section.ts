import type { Addendum } from '#shared/corrections/addendum.ts';
import type { DocumentContent } from '#shared/documents/model.ts';
import { dateInZone, shortDate } from '#shared/platform/time.ts';
import { paragraphs } from './document-parts.ts';

/**
 * What was added after signing, as a section below the signature of the document: nobody stands for another's words. Each with its
 * reason, its author and the clinic's day; nothing when nothing was added.
 */
export const addendaSection = (
  addenda: readonly Addendum[],
  { timeZone }: { timeZone: string },
): DocumentContent['sections'] =>
  addenda.length === 0
    ? []
    : [
        {
          title: 'Added after signing',
          blocks: addenda.flatMap(({ authorName, createdAt, reason, text }) => {
            const [name = '', ...credentials] = authorName.split(', ');
            return [
              { kind: 'paragraph' as const, style: 'note' as const, text: `Reason: ${reason}` },
              ...paragraphs(text),
              {
                kind: 'signature' as const,
                statement: 'Added by',
                name,
                credentials: credentials.join(', '),
                signedOn: shortDate(dateInZone(new Date(createdAt), timeZone)),
              },
            ];
          }),
        },
      ];

import type { Addendum } from '#shared/corrections/addendum.ts';
import type { DocumentContent } from '#shared/documents/model.ts';
import { shortDate } from '#shared/platform/time.ts';
import { paragraphs } from './document-parts.ts';

/** What was added after signing, above the signature: who, when, why; nothing when nothing was added. */
export const addendaSection = (addenda: readonly Addendum[] = []): DocumentContent['sections'] =>
  addenda.length === 0
    ? []
    : [
        {
          title: 'Added after signing',
          blocks: addenda.flatMap(({ authorName, createdAt, reason, text }) => [
            {
              kind: 'paragraph' as const,
              style: 'note' as const,
              text: `${shortDate(createdAt.slice(0, 10))}, ${authorName}. Reason: ${reason}`,
            },
            ...paragraphs(text),
          ]),
        },
      ];

import type { z } from 'zod';
import type { Input } from '#shared/platform/endpoint.ts';
import type { documentEndpoint } from '#shared/documents/document-endpoint.ts';
import { DocumentContent, type TandemDocument } from '#shared/documents/model.ts';
import { bind, type Binding } from '#server/platform/http/bind-endpoint.ts';
import type { Context } from '#server/platform/http/context.ts';
import { JsonText } from '#server/platform/http/json-text.ts';
import { RenderedFile } from '#server/platform/http/rendered-file.ts';
import { DOCUMENT_WORDS } from './document-words.ts';
import { momentInWords } from './moment-in-words.ts';
import { toHtml } from './to-html.ts';
import { toPdf } from './to-pdf.ts';

/** What a slice answers: the content; and another letterhead than the reader's own clinic, where the record says so. */
export type WrittenDocument = DocumentContent & { letterhead?: { organization: string; clinic: string } };

type DocumentEndpoint<P extends z.ZodType> = ReturnType<typeof documentEndpoint<P>>;

/**
 * Binds a document's endpoint: the handler reads the record as the actor (and notes that it was read) and answers the
 * content; the letterhead, who prints it and when, and the form asked for are added here.
 */
export function bindDocument<P extends z.ZodType>(
  binding: Binding,
  api: DocumentEndpoint<P>,
  handler: (ctx: Context, input: Input<DocumentEndpoint<P>>) => Promise<WrittenDocument>,
): void {
  bind(binding, api, async (ctx, input) =>
    rendered(await finish(ctx, await handler(ctx, input)), api.id, input.query.format),
  );
}

async function rendered(
  document: TandemDocument,
  id: string,
  format: 'pdf' | 'html' | 'json',
): Promise<RenderedFile | JsonText<TandemDocument>> {
  if (format === 'json') return new JsonText(JSON.stringify(document));
  const name = id.split('.').at(-1) ?? 'document';
  return format === 'pdf'
    ? new RenderedFile({
        mediaType: 'application/pdf',
        bytes: await toPdf(document),
        fileName: `${name}.pdf`,
      })
    : new RenderedFile({
        mediaType: 'text/html; charset=utf-8',
        bytes: Buffer.from(toHtml(document)),
        fileName: `${name}.html`,
      });
}

async function finish(ctx: Context, { letterhead, ...content }: WrittenDocument): Promise<TandemDocument> {
  const { actor } = ctx;
  const { rows } = await ctx.db.pool.query<{ demo: boolean }>('select tandem.is_demo() as demo');
  const parsed = DocumentContent.parse(content);
  return {
    ...parsed,
    letterhead: letterhead ?? { organization: actor.organizationName, clinic: actor.clinicName },
    printed: {
      on: momentInWords(ctx.now(), actor.timeZone, parsed.language),
      by: `${actor.name}, ${DOCUMENT_WORDS[parsed.language].roles[actor.role]}`,
    },
    synthetic: rows[0]?.demo === true,
  };
}

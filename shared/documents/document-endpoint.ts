import { z } from 'zod';
import { endpoint, type Endpoint } from '#shared/platform/endpoint.ts';
import { DocumentLanguage, TandemDocument } from './model.ts';

/** The forms in which a document can be asked for. */
export const DOCUMENT_FORMATS = ['pdf', 'html', 'json'] as const;

/** What every document's address takes. */
export const documentQuery = {
  /** `pdf` to hand out, `html` to print or to have read aloud, `json` the model itself. */
  format: z.enum(DOCUMENT_FORMATS).default('pdf'),
  language: DocumentLanguage.default('en'),
  /** `yes`: large type. */
  largeType: z.enum(['yes', 'no']).default('no'),
};

const DocumentQuery = z.object(documentQuery);
export type DocumentQuery = z.output<typeof DocumentQuery>;

type DocumentSpec<P extends z.ZodType> = Pick<Endpoint, 'id' | 'path' | 'summary' | 'permission'> &
  Partial<Pick<Endpoint, 'errors' | 'refusals'>> & { params: P };

/** An endpoint that answers a document of the record: declared here, bound with `bindDocument` on the server. */
export const documentEndpoint = <P extends z.ZodType>(spec: DocumentSpec<P>) =>
  endpoint({
    ...spec,
    method: 'GET',
    query: DocumentQuery,
    response: TandemDocument,
    media: ['application/pdf', 'text/html'],
  });

import { z } from 'zod';

/** The languages that documents are written in; what a document says comes from its builder, its frame from the renderer. */
export const DOCUMENT_LANGUAGES = ['en', 'es'] as const;
export const DocumentLanguage = z.enum(DOCUMENT_LANGUAGES);
export type DocumentLanguage = z.infer<typeof DocumentLanguage>;

const paragraph = z.object({
  kind: z.literal('paragraph'),
  text: z.string(),
  /** `lead` answers the reader's first question; `note` is for sources and small print. */
  style: z.enum(['normal', 'lead', 'note']).default('normal'),
});

const list = z.object({
  kind: z.literal('list'),
  items: z.array(z.string()),
  ordered: z.boolean().default(false),
});

const keyValues = z.object({
  kind: z.literal('key-values'),
  pairs: z.array(z.object({ label: z.string(), value: z.string() })),
  /** How many pairs stand side by side. */
  columns: z.number().int().min(1).max(3).default(2),
});

const table = z.object({
  kind: z.literal('table'),
  columns: z.array(
    z.object({
      label: z.string(),
      align: z.enum(['start', 'end']).default('start'),
      /** Share of the width; columns without one are as wide as their text. */
      share: z.number().min(1).max(12).optional(),
    }),
  ),
  /** As many cells in each row as there are columns. A cell may hold line breaks. */
  rows: z.array(z.array(z.string())),
  caption: z.string().optional(),
  /** Said in place of a table without rows. */
  empty: z.string().optional(),
});

/** A picture drawn by Tandem: no links, no scripts, no foreign fonts. */
const figure = z.object({
  kind: z.literal('figure'),
  svg: z.string(),
  /** What the picture shows, for a reader who cannot see it. */
  alt: z.string(),
  /** In points; the page's text is 515 wide. */
  width: z.number().min(20).max(515),
  caption: z.string().optional(),
});

/** Things with a picture and a few lines each, such as exercises. One card never breaks over two pages. */
const cards = z.object({
  kind: z.literal('cards'),
  columns: z.number().int().min(1).max(3).default(2),
  cards: z.array(
    z.object({
      title: z.string(),
      svg: z.string().optional(),
      alt: z.string().optional(),
      lines: z.array(z.string()),
    }),
  ),
});

const notice = z.object({
  kind: z.literal('notice'),
  tone: z.enum(['danger', 'warning', 'info']),
  title: z.string(),
  text: z.string(),
});

/** A signature: of a person in the record, or an empty line to be signed by hand. */
const signature = z.object({
  kind: z.literal('signature'),
  /** "Written and signed by", "I certify the need for these services". */
  statement: z.string(),
  name: z.string(),
  /** Role and credentials; may be empty on a line to be signed by hand. */
  credentials: z.string(),
  /** Date and time in words. Without it the line is open. */
  signedOn: z.string().optional(),
});

export const DocumentBlock = z.discriminatedUnion('kind', [
  paragraph,
  list,
  keyValues,
  table,
  figure,
  cards,
  notice,
  signature,
  z.object({ kind: z.literal('page-break') }),
]);
/** A block as a builder writes it. */
export type DocumentBlock = z.input<typeof DocumentBlock>;

const DocumentSection = z.object({ title: z.string().optional(), blocks: z.array(DocumentBlock) });

/** What a builder makes from the record: a pure function's answer, compared in snapshot tests. */
export const DocumentContent = z.object({
  title: z.string(),
  /** One line under the title: the period, the version, the reader. */
  subtitle: z.string().optional(),
  language: DocumentLanguage.default('en'),
  /** Large type: 14 points in place of 9.5, for readers who ask for it. */
  largeType: z.boolean().default(false),
  /** Pages that the document is meant to have: stated in its footer, checked in tests. */
  pages: z.object({ min: z.number().int(), max: z.number().int() }).optional(),
  patient: z.object({
    name: z.string(),
    recordNumber: z.string(),
    /** Further pairs of the patient block: birth date, diagnosis, payer. */
    pairs: z.array(z.object({ label: z.string(), value: z.string() })),
  }),
  /** Something not signed yet says so across each page. */
  unsigned: z.boolean().default(false),
  sections: z.array(DocumentSection),
});
export type DocumentContent = z.input<typeof DocumentContent>;

/** A document that can be handed out: the content, whose letterhead, printed when and by whom. */
export const TandemDocument = DocumentContent.extend({
  letterhead: z.object({ organization: z.string(), clinic: z.string() }),
  printed: z.object({ on: z.string(), by: z.string() }),
  /** Set where the whole database is made up. */
  synthetic: z.boolean(),
});
export type TandemDocument = z.infer<typeof TandemDocument>;

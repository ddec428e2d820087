import type { TandemDocument } from '#shared/documents/model.ts';
import { DOCUMENT_WORDS, type DocumentWords } from './document-words.ts';
import { htmlStyle } from './html-style.ts';

type Block = TandemDocument['sections'][number]['blocks'][number];

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('\n', '<br>');

const pairsOf = (pairs: { label: string; value: string }[], columns: number): string =>
  `<dl class="pairs c${columns}">${pairs
    .map(({ label, value }) => `<div><dt>${escape(label)}</dt><dd>${escape(value)}</dd></div>`)
    .join('')}</dl>`;

/** A picture as an image of its own: whatever it holds, an image runs nothing. */
const image = (svg: string, alt: string, width?: number): string =>
  `<img alt="${escape(alt)}" src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}"${
    width === undefined ? '' : ` style="width:${width}pt"`
  }>`;

/** The same document as a page without scripts: for the printer, and for a screen reader. */
export function toHtml(document: TandemDocument): string {
  const words = DOCUMENT_WORDS[document.language];
  const { patient, letterhead, printed } = document;
  const pairs = [
    { label: words.patient, value: patient.name },
    { label: words.recordNumber, value: patient.recordNumber },
    ...patient.pairs,
  ];
  return [
    `<!doctype html><html lang="${document.language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escape(document.title)}</title>`,
    `<style>${htmlStyle(document)}</style></head><body>`,
    `<header><p class="letterhead"><strong>${escape(letterhead.organization)}</strong><span>${escape(letterhead.clinic)}</span></p>`,
    document.synthetic ? `<p class="note"><strong>${escape(words.synthetic)}</strong></p>` : '',
    `<h1>${escape(document.title)}</h1>`,
    document.subtitle === undefined ? '' : `<p class="subtitle">${escape(document.subtitle)}</p>`,
    document.unsigned ? `<p class="unsigned">${escape(words.unsigned)}</p>` : '',
    `${pairsOf(pairs, 2)}</header><main>`,
    ...document.sections.map(
      ({ title, blocks }) =>
        `<section>${title === undefined ? '' : `<h2>${escape(title)}</h2>`}${blocks
          .map((block) => htmlBlock(block, words))
          .join('')}</section>`,
    ),
    `</main><footer>${escape(`${patient.name} · ${words.recordNumber} ${patient.recordNumber}`)}<br>`,
    `${escape(words.printed(printed.on, printed.by))}</footer></body></html>`,
  ].join('');
}

function htmlBlock(block: Block, words: DocumentWords): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p class="${block.style}">${escape(block.text)}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${escape(item)}</li>`).join('')}</${tag}>`;
    }
    case 'key-values':
      return pairsOf(block.pairs, block.columns);
    case 'table':
      return tableOf(block, words);
    case 'figure':
      return `<figure>${image(block.svg, block.alt, block.width)}<figcaption class="note">${escape(block.caption ?? block.alt)}</figcaption></figure>`;
    case 'cards':
      return `<div class="cards c${block.columns}">${block.cards.map(cardOf).join('')}</div>`;
    case 'notice':
      return `<div class="notice ${block.tone}"><strong>${escape(block.title)}</strong><br>${escape(block.text)}</div>`;
    case 'signature':
      return signatureOf(block, words);
    case 'page-break':
      return '<div class="page-break"></div>';
    default:
      return block satisfies never;
  }
}

function tableOf(block: Extract<Block, { kind: 'table' }>, words: DocumentWords): string {
  if (block.rows.length === 0) return `<p>${escape(block.empty ?? words.none)}</p>`;
  const cell = (tag: 'td' | 'th', text: string, index: number) =>
    `<${tag}${block.columns[index]?.align === 'end' ? ' class="end"' : ''}>${escape(text)}</${tag}>`;
  const head = block.columns.map(({ label }, index) => cell('th', label, index)).join('');
  const rows = block.rows.map(
    (row) => `<tr>${row.map((text, index) => cell('td', text, index)).join('')}</tr>`,
  );
  const caption = block.caption === undefined ? '' : `<p class="note">${escape(block.caption)}</p>`;
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>${caption}`;
}

const cardOf = ({ title, svg, alt, lines }: Extract<Block, { kind: 'cards' }>['cards'][number]): string =>
  `<article><h3>${escape(title)}</h3>${svg === undefined ? '' : image(svg, alt ?? title)}${lines
    .map((text) => `<p>${escape(text)}</p>`)
    .join('')}</article>`;

function signatureOf(block: Extract<Block, { kind: 'signature' }>, words: DocumentWords): string {
  const who = [block.name, block.credentials].filter(Boolean).join(', ');
  const line =
    block.signedOn === undefined
      ? `<p class="sign-line"><span>${escape(`${words.signHere}: ${who}`)}</span><span>${escape(words.date)}</span></p>`
      : `<p><strong>${escape(who)}</strong><br>${escape(words.signedOn(block.signedOn))}</p>`;
  return `<div class="signature"><p class="subtitle">${escape(block.statement)}</p>${line}</div>`;
}

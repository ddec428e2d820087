import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Finding {
  id: string;
  help: string;
  nodes: { html: string; failureSummary?: string }[];
}

/** One thing that is wrong, in words, the same for the same part on every page. */
export type Violation = string;

/** Everything axe knows, or what depends on the colours alone. */
const RUNS = {
  everything: { type: 'tag', values: TAGS },
  colours: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
} as const;

/** An open panel or dialog is all there is until it is closed. */
const IN_FRONT = `document.querySelector('[role="dialog"][aria-modal="true"]') ?? document`;

/** What axe finds wrong on the page as it stands. */
export async function findViolations(page: Page, run: keyof typeof RUNS): Promise<Violation[]> {
  // Evaluated over the debugging protocol, which the content security policy of the page does not concern.
  await page.evaluate(`typeof axe === 'undefined' && (() => { ${source} })()`);
  const found = await page.evaluate<Finding[]>(
    `axe.run(${IN_FRONT}, { runOnly: ${JSON.stringify(RUNS[run])}, resultTypes: ['violations'] })
       .then(({ violations }) => violations)`,
  );
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ html, failureSummary = '' }) =>
        `${id}: ${help}\n  ${withoutIds(html).slice(0, 240)}\n  ${failureSummary.replaceAll('\n', ' ').slice(0, 320)}`,
    ),
  );
}

const withoutIds = (html: string): string =>
  html.replaceAll(/ (id|for|class|style|aria-\w+by)="[^"]*"/g, '').replaceAll(/[0-9a-f-]{36}/g, '…');

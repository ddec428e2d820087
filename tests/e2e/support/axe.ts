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

/** What axe finds wrong on the page as it stands, one readable line each. */
export async function findViolations(page: Page): Promise<string[]> {
  // Evaluated over the debugging protocol, which the content security policy of the page does not concern.
  await page.evaluate(`typeof axe === 'undefined' && (() => { ${source} })()`);
  const found = await page.evaluate<Finding[]>(
    `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(TAGS)} }, resultTypes: ['violations'] })
       .then(({ violations }) => violations)`,
  );
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ html, failureSummary = '' }) =>
        `${id}: ${help}\n    ${html.slice(0, 240)}\n    ${failureSummary.replaceAll('\n', ' ').slice(0, 320)}`,
    ),
  );
}

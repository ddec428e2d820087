import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Person } from './person.ts';

/** Keeps what everybody saw when a journey failed, and adds to the error where it is. */
export async function withEvidence(error: unknown, people: readonly Person[]): Promise<Error> {
  const failure = error instanceof Error ? error : new Error(String(error));
  if (people.length === 0) return failure;
  const folder = mkdtempSync(path.join(tmpdir(), 'tandem-e2e-'));
  for (const [index, { who, page, complaints }] of people.entries()) {
    const file = path.join(folder, `${index + 1}-${who}`);
    try {
      await page.screenshot({ path: `${file}.png`, timeout: 5_000 });
      writeFileSync(`${file}.html`, `<!-- ${page.url()} -->\n${await page.content()}`);
    } catch {
      // A browser that is gone has nothing to show.
    }
    const heard = complaints.unexpected();
    if (heard.length > 0) writeFileSync(`${file}.console.txt`, heard.join('\n'));
  }
  failure.message = `${failure.message}\nWhat was on the screen: ${folder}`;
  return failure;
}

import type { Page } from 'playwright-core';

/** What a program says when nobody thought of the case: never words for a person. */
const NOBODYS_WORDS = /.{0,40}(\bundefined\b|\bNaN\b|\bnull\b|Invalid Date|\[object ).{0,40}/;

/** Words on the page that no person wrote, with what stands around them; nothing when there are none. */
export async function findUnreadable(page: Page): Promise<string | undefined> {
  return NOBODYS_WORDS.exec(await page.locator('body').innerText())?.[0];
}

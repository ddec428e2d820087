import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { PEOPLE, type PersonName } from '#tests/support/a-clinic.ts';
import { findViolations, type Violation } from './support/axe.ts';
import { aFurnishedClinic } from './support/furnished-clinic.ts';
import { journey, type Scene, step } from './support/journey.ts';
import {
  BARE_PAGES_OF,
  findRoutes,
  isAddressOf,
  NOWHERE,
  PAGES_OF,
  type PagesOf,
  PUBLIC_PAGES,
} from './support/pages.ts';
import { arrived, type Person } from './support/person.ts';
import { findUnreadable } from './support/unreadable.ts';

const SCHEMES = ['light', 'dark'] as const;

/** Tall enough that no row happens to lie half behind a bar that stays in view; a person scrolls it free. */
const WHOLE_PAGE = { width: 1366, height: 2600 };

const peopleAt = (pages: PagesOf) =>
  PEOPLE.flatMap((who) => (pages[who] === undefined ? [] : [[who, pages[who]] as const]));

test('every page there is has its place in these tests', () => {
  const addresses = Object.values(PAGES_OF).flatMap((pages) => pages.map((address) => address(NOWHERE)));
  const routes = findRoutes();

  expect(routes.length).toBeGreaterThan(12);
  expect(
    routes.filter((route) => ![...PUBLIC_PAGES, ...addresses].some((address) => isAddressOf(route, address))),
  ).toEqual([]);
});

/** What is wrong, and on which pages. */
type Findings = Map<Violation, string[]>;

/** Looks at the page in light and in dark; what does not depend on colours is the same in both. */
async function inspect({ page }: Person, address: string, findings: Findings): Promise<void> {
  await arrived(page);
  const unreadable = await findUnreadable(page);
  if (unreadable !== undefined) findings.set(`no words: ${unreadable}`, [address]);
  for (const colorScheme of SCHEMES) {
    await turn(page, colorScheme);
    const run = colorScheme === 'light' ? 'everything' : 'colours';
    for (const violation of await findViolations(page, run)) {
      findings.set(violation, [...(findings.get(violation) ?? []), `${address} ${colorScheme}`]);
    }
  }
}

/** Colours that are inherited arrive frame by frame, deepest last: until nothing changes any more. */
async function turn(page: Page, colorScheme: (typeof SCHEMES)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.waitForFunction(
    (scheme) => document.documentElement.dataset['mantineColorScheme'] === scheme,
    colorScheme,
  );
  await page.evaluate(async () => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const isMoving = () => document.getAnimations().some(({ playState }) => playState === 'running');
    for (let still = 0; still < 3; still = isMoving() ? 0 : still + 1) await nextFrame();
  });
}

const report = (findings: Findings): string =>
  [...findings].map(([violation, places]) => `${violation}\n  on ${places.join(', ')}`).join('\n');

/** Every page of one person, one after the other. */
async function inspectPages(
  who: PersonName,
  addresses: readonly string[],
  { signIn }: Scene,
  findings: Findings,
): Promise<void> {
  const person = await signIn(who, { viewport: WHOLE_PAGE });
  for (const address of addresses) {
    await step(`${who} opens ${address}`, async () => {
      await person.goTo(address);
      await inspect(person, address, findings);
    });
  }
}

journey(
  'no page that needs no account has a barrier that axe can find, in light and dark',
  async ({ visit }) => {
    const findings: Findings = new Map();
    for (const address of PUBLIC_PAGES) await inspect(await visit(address), address, findings);
    expect(report(findings)).toBe('');
  },
);

for (const [who, pages] of peopleAt(PAGES_OF)) {
  journey(
    `no page of the ${who} has a barrier that axe can find, with data, in light and dark`,
    async (scene) => {
      const findings: Findings = new Map();
      const at = await step('Given a clinic at work', () => aFurnishedClinic(scene.clinic));
      const addresses = pages.map((addressIn) => addressIn(at));
      await inspectPages(who, addresses, scene, findings);
      expect(report(findings)).toBe('');
    },
  );
}

journey(
  'no page has a barrier that axe can find while there is nothing on it, in light and dark',
  async (scene) => {
    const findings: Findings = new Map();
    const { episodeId, patientId } = await scene.clinic.anEpisode();
    const at = { ...NOWHERE, episodeId, patientId };
    for (const [who, pages] of peopleAt(BARE_PAGES_OF)) {
      const addresses = pages.map((addressIn) => addressIn(at));
      await inspectPages(who, addresses, scene, findings);
    }
    expect(report(findings)).toBe('');
  },
);

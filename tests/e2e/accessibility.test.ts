import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { PersonName } from '#tests/support/a-clinic.ts';
import { findViolations, type Violation } from './support/axe.ts';
import { aFurnishedClinic, type Furniture } from './support/furnished-clinic.ts';
import { journey, type Scene, step } from './support/journey.ts';
import { findRoutes, isAddressOf, PAGES_OF, PUBLIC_PAGES } from './support/pages.ts';
import { arrived, type Person } from './support/person.ts';

const SCHEMES = ['light', 'dark'] as const;

test('every page there is has its place in these tests', () => {
  const nowhere = new Proxy({}, { get: () => 'x' }) as Furniture;
  const addresses = Object.values(PAGES_OF).flatMap((pages) => pages.map((address) => address(nowhere)));
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
  for (const colorScheme of SCHEMES) {
    await turn(page, colorScheme);
    const run = colorScheme === 'light' ? 'everything' : 'colours';
    for (const violation of await findViolations(page, run)) {
      findings.set(violation, [...(findings.get(violation) ?? []), `${address} ${colorScheme}`]);
    }
  }
}

/** Until the next frame, parts with a transition still have their old colour. */
async function turn(page: Page, colorScheme: (typeof SCHEMES)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.waitForFunction(
    (scheme) => document.documentElement.dataset['mantineColorScheme'] === scheme,
    colorScheme,
  );
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
}

const report = (findings: Findings): string =>
  [...findings].map(([violation, places]) => `${violation}\n  on ${places.join(', ')}`).join('\n');

/** Every page of one person, one after the other. */
async function inspectPagesOf(who: PersonName, { signIn }: Scene, at: Furniture): Promise<string> {
  const person = await signIn(who);
  const findings: Findings = new Map();
  for (const addressIn of PAGES_OF[who] ?? []) {
    const address = addressIn(at);
    await step(`${who} opens ${address}`, async () => {
      await person.goTo(address);
      await inspect(person, address, findings);
    });
  }
  return report(findings);
}

journey(
  'no page that needs no account has a barrier that axe can find, in light and dark',
  async ({ visit }) => {
    const findings: Findings = new Map();
    for (const address of PUBLIC_PAGES) await inspect(await visit(address), address, findings);
    expect(report(findings)).toBe('');
  },
);

for (const who of ['physiatrist', 'therapist', 'administrator'] as const) {
  journey(
    `no page of the ${who} has a barrier that axe can find, with data, in light and dark`,
    async (scene) => {
      const at = await step('Given a clinic at work', () => aFurnishedClinic(scene.clinic));
      expect(await inspectPagesOf(who, scene, at)).toBe('');
    },
  );
}

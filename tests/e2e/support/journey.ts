import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, test } from 'vitest';
import { aClinic, type PersonName, type TestClinic } from '#tests/support/a-clinic.ts';
import { launchBrowser } from '#tests/support/find-browser.ts';
import { withEvidence } from './evidence.ts';
import { type Device, fillSignIn, openBrowser, type Person, see } from './person.ts';

/** What a journey starts with: a clinic of its own, and people who open browsers in it. */
export interface Scene {
  clinic: TestClinic;
  /** Through the sign-in page, to the page asked for or the role's first one. */
  signIn: (who: PersonName, options?: Device & { to?: string }) => Promise<Person>;
  /** Somebody without an account. */
  visit: (path: string, device?: Device) => Promise<Person>;
}

let launched: Promise<Browser> | undefined;

afterAll(async () => {
  await (await launched)?.close();
  launched = undefined;
});

/**
 * A test in a real browser against a real server. Whatever appears in anybody's console fails it; when it fails, what
 * everybody saw is kept and the message says where.
 */
export function journey(title: string, story: (scene: Scene) => Promise<void>): void {
  test(title, async () => {
    const people: Person[] = [];
    try {
      const scene = await prepare(people);
      await story(scene);
      assertQuiet(people);
    } catch (error) {
      throw await withEvidence(error, people);
    } finally {
      await Promise.all(people.map(({ context }) => context.close()));
    }
  });
}

/** One step of a journey, in Given/When/Then words; a failure says in which step it happened. */
export async function step<T>(words: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Error && !error.message.startsWith('In the step')) {
      error.message = `In the step “${words}”: ${error.message}`;
    }
    throw error;
  }
}

const CLIENT_FOLDER = 'dist/client';

async function prepare(people: Person[]): Promise<Scene> {
  if (!existsSync(CLIENT_FOLDER)) throw new Error('The client is not built: npm run build.');
  launched ??= launchBrowser();
  const [browser, clinic] = await Promise.all([launched, aClinic({ clientFolder: CLIENT_FOLDER })]);
  const open = async (who: string, device?: Device): Promise<Person> => {
    const person = await openBrowser(browser, clinic, who, device);
    people.push(person);
    return person;
  };
  return {
    clinic,
    visit: async (path, device) => {
      const person = await open('visitor', device);
      await person.goTo(path);
      return person;
    },
    signIn: async (who, { to, ...device } = {}) => {
      const person = await open(who, device);
      await person.goTo(to === undefined ? '/sign-in' : `/sign-in?next=${encodeURIComponent(to)}`);
      await fillSignIn(person.page, clinic, who);
      await see(person.page.getByRole('navigation', { name: 'Main' }));
      return person;
    },
  };
}

function assertQuiet(people: readonly Person[]): void {
  const heard = people.flatMap(({ who, complaints }) =>
    complaints.unexpected().map((text) => `${who}: ${text}`),
  );
  if (heard.length > 0) throw new Error(`The browser's console is not empty:\n${heard.join('\n')}`);
}

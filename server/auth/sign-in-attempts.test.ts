import { expect, test } from 'vitest';
import { aClinic } from '#tests/support/a-clinic.ts';
import { aServer, listen, TEST_PASSWORD } from '#tests/support/a-server.ts';
import { SignInAttempts } from './sign-in-attempts.ts';

const MINUTE = 60_000;

/** Attempts on a clock of their own, each test with people and places nobody else uses. */
async function counting() {
  const { signIn } = await aServer();
  const clock = { at: Date.parse('2026-11-22T08:00:00Z') };
  const attempts = new SignInAttempts(signIn.pool, () => clock.at);
  const unique = Math.random().toString(36).slice(2);
  const named = (who: string, where: string) => ({
    email: `${who}-${unique}@tandem.example`,
    place: `${where}-${unique}`,
  });
  const fail = async (times: number, who: string, where: string) => {
    for (let index = 0; index < times; index += 1) await attempts.begin(named(who, where));
  };
  return { attempts, clock, named, fail };
}

test('five failures are free, then the wait doubles up to a quarter of an hour, and waiting is enough', async () => {
  const { attempts, clock, named } = await counting();
  const marsh = named('marsh', 'front-desk');
  const waits: (number | undefined)[] = [];
  for (let index = 0; index < 16; index += 1) {
    const wait = await attempts.begin(marsh);
    waits.push(wait);
    if (wait === undefined) continue;
    clock.at += wait * 1000;
    expect(await attempts.begin(marsh)).toBeUndefined();
  }

  expect(waits.slice(0, 5)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  expect(waits.slice(5)).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900]);
});

test('a hundred attempts at once are a hundred', async () => {
  const { attempts, named } = await counting();
  const all = await Promise.all(Array.from({ length: 100 }, () => attempts.begin(named('marsh', 'desk'))));

  expect(all.filter((wait) => wait === undefined)).toHaveLength(5);
});

test('the right password forgives, and an hour without a failure forgets', async () => {
  const { attempts, clock, named, fail } = await counting();
  await fail(4, 'marsh', 'desk');
  await attempts.begin(named('marsh', 'desk'));
  await attempts.succeed(named('marsh', 'desk'));
  await fail(4, 'marsh', 'desk');
  expect(await attempts.begin(named('marsh', 'desk'))).toBeUndefined();
  expect(await attempts.begin(named('marsh', 'desk'))).toBe(5);

  clock.at += 61 * MINUTE;
  await fail(4, 'marsh', 'desk');
  expect(await attempts.begin(named('marsh', 'desk'))).toBeUndefined();
});

test('a program that tries everybody from the clinic slows strangers there, not those who have signed in there', async () => {
  const { attempts, named } = await counting();
  await attempts.begin(named('marsh', 'clinic'));
  await attempts.succeed(named('marsh', 'clinic'));
  for (let index = 0; index < 50; index += 1) await attempts.begin(named(`guess${index}`, 'clinic'));

  expect(await attempts.begin(named('stranger', 'clinic'))).toBe(5);
  expect(await attempts.begin(named('marsh', 'clinic'))).toBeUndefined();
  expect(await attempts.begin(named('stranger', 'home'))).toBeUndefined();
});

test('guessing one password from many places waits too; its owner, at a place of theirs, does not', async () => {
  const { attempts, named } = await counting();
  await attempts.begin(named('marsh', 'clinic'));
  await attempts.succeed(named('marsh', 'clinic'));
  for (let index = 0; index < 50; index += 1) await attempts.begin(named('marsh', `robot${index}`));

  expect(await attempts.begin(named('marsh', 'robot-next'))).toBe(5);
  expect(await attempts.begin(named('marsh', 'clinic'))).toBeUndefined();
});

test('many colleagues signing in from one address hold nobody up', async () => {
  const { attempts, named } = await counting();
  for (let index = 0; index < 120; index += 1) {
    const colleague = named(`colleague${index}`, 'clinic');
    expect(await attempts.begin(colleague)).toBeUndefined();
    await attempts.succeed(colleague);
  }
});

test('rows are forgotten when they are over, and hold no e-mail address', async () => {
  const { attempts, clock, named, fail } = await counting();
  const { owner } = await aServer();
  await attempts.succeed(named('marsh', 'desk'));
  await fail(1, 'otero', 'desk');
  const keys = async () => (await owner.query('select key from auth_rate_limit')).rows.map(({ key }) => key);
  expect((await keys()).join()).not.toContain('marsh');

  clock.at += 90 * MINUTE;
  await attempts.forget();
  const left = await keys();
  expect(left.filter((key) => key.endsWith(named('', 'desk').place))).toHaveLength(1);
});

const signInAs = (address: string, email: string, password: string, headers: Record<string, string> = {}) =>
  fetch(`${address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ email, password }),
  });

test('over HTTP: a sixth wrong password waits, whatever address the client invents; the right one is refused alike', async () => {
  const clinic = await aClinic();
  const server = await aServer();
  // Nobody is trusted, as when the server is reached directly.
  const address = await listen(server, () => new Date(), { trustedProxies: ['192.0.2.1'] });
  const { email } = clinic.staff.therapist;
  const statuses: number[] = [];
  for (let index = 0; index < 7; index += 1) {
    const invented = {
      'x-forwarded-for': `203.0.113.${index}`,
      'x-tandem-client-address': `198.51.100.${index}`,
    };
    statuses.push((await signInAs(address, email, 'not-the-password-at-all', invented)).status);
  }
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);

  const right = await signInAs(address, email, TEST_PASSWORD);
  expect(right.status).toBe(429);
  expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await signInAs(address, clinic.staff.physiatrist.email, TEST_PASSWORD)).status).toBe(200);
});

test('behind a proxy that is trusted, each client is counted by the address that the proxy saw', async () => {
  const clinic = await aClinic();
  const server = await aServer();
  const address = await listen(server, () => new Date(), { trustedProxies: ['loopback'] });
  const { email } = clinic.staff.therapist;
  const from = (client: string) => ({ 'x-forwarded-for': `6.6.6.6, ${client}` });
  for (let index = 0; index < 6; index += 1) {
    await signInAs(address, email, 'not-the-password-at-all', from('203.0.113.7'));
  }

  expect((await signInAs(address, email, TEST_PASSWORD, from('203.0.113.7'))).status).toBe(429);
  expect((await signInAs(address, email, TEST_PASSWORD, from('203.0.113.8'))).status).toBe(200);
  const { rows } = await server.owner.query(
    `select s.ip_address from auth_session s join auth_user u on u.id = s.user_id
      where u.email = $1 and s.ip_address is not null order by s.created_at desc limit 1`,
    [email],
  );
  expect(rows[0]?.ip_address).toBe('203.0.113.8');
});

test('whoever has an account of their own does not buy guesses at others with it', async () => {
  const { attempts, named } = await counting();
  await attempts.begin(named('own', 'lair'));
  await attempts.succeed(named('own', 'lair'));
  for (let index = 0; index < 50; index += 1) {
    await attempts.begin(named(`victim${index}`, 'lair'));
    await attempts.begin(named('own', 'lair'));
    await attempts.succeed(named('own', 'lair'));
  }

  expect(await attempts.begin(named('next-victim', 'lair'))).toBe(5);
});

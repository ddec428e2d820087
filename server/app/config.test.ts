import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

test('an empty environment means port 3000, an own database in .data, and demo data', () => {
  const config = readConfig({});

  expect(config).toMatchObject({
    port: 3000,
    databaseUrl: undefined,
    loadsDemo: true,
    environment: 'production',
  });
  expect(config.dataFolder).toMatch(/\.data$/);
});

test('another database gets no demo data unless asked for', () => {
  const url = 'postgresql://owner@localhost/tandem';

  expect(readConfig({ DATABASE_URL: url }).loadsDemo).toBe(false);
  expect(readConfig({ DATABASE_URL: url, TANDEM_DEMO: '1' }).loadsDemo).toBe(true);
});

test('a variable that is set to nothing counts as not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '', TANDEM_SECRET: '' })).toMatchObject({ port: 3000 });
});

test.each([
  [{ PORT: '80a' }, 'PORT must be a whole number from 0 to 65535.'],
  [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535.'],
  [
    { DATABASE_URL: 'mysql://x' },
    'DATABASE_URL must look like postgresql://user:password@host:5432/database.',
  ],
  [
    { TANDEM_URL: 'clinic.example' },
    'TANDEM_URL must be a full address such as https://tandem.clinic.example.',
  ],
  [{ TANDEM_SECRET: 'short' }, 'TANDEM_SECRET must have at least 32 characters.'],
  ...['everybody', '10.0.0.0/33', '0.0.0.0/0', '1', '10.0.0.1;10.0.0.2'].map(
    (proxy): [NodeJS.ProcessEnv, string] => [
      { TANDEM_TRUST_PROXY: proxy },
      'TANDEM_TRUST_PROXY must be a list with commas of addresses, networks such as 10.0.0.0/8, or loopback, linklocal, uniquelocal.',
    ],
  ),
  [{ TANDEM_DEMO: 'yes' }, 'TANDEM_DEMO must be 1 (load demo data) or 0.'],
])('%o is refused in a sentence', (environment, sentence) => {
  expect(() => readConfig(environment)).toThrow(new ConfigError(sentence));
});

test('a proxy is trusted by its address, its network or a name; unsaid, only one on the same machine', () => {
  expect(readConfig({}).trustedProxies).toEqual(['loopback']);
  expect(readConfig({ TANDEM_TRUST_PROXY: '' }).trustedProxies).toEqual(['loopback']);
  expect(readConfig({ TANDEM_TRUST_PROXY: 'uniquelocal, 203.0.113.9,2001:db8::/32' }).trustedProxies).toEqual(
    ['uniquelocal', '203.0.113.9', '2001:db8::/32'],
  );
});

test('all mistakes are named at once', () => {
  expect(() => readConfig({ PORT: 'x', TANDEM_DEMO: 'x' })).toThrow(/PORT .*\nTANDEM_DEMO /);
});

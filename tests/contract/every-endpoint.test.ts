import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { Endpoint } from '#shared/platform/endpoint.ts';
import { ProblemDocument } from '#shared/platform/problem.ts';
import { allEndpoints } from '#server/app/all-endpoints.ts';
import { aClinic, PEOPLE, type PersonName, roleOf, type TestClinic } from '#tests/support/a-clinic.ts';
import { pathOf } from '#tests/support/caller.ts';
import { sampleOf } from '#tests/support/sample.ts';

let clinic: TestClinic;
let known: { patientId: string; episodeId: string };

beforeAll(async () => {
  clinic = await aClinic();
  known = await clinic.anEpisode({ team: ['physiatrist', 'therapist'] });
});

const ABOUT_PATIENTS = { patientId: true, episodeId: true };
const endpoints = allEndpoints();
const guarded = endpoints.filter((api) => api.permission !== 'public');
const named = endpoints.filter((api) => paramNames(api).length > 0);
const changing = endpoints.filter((api) => api.method === 'POST' || api.method === 'PUT');
const title = (api: Endpoint) => `${api.id} ${api.method} ${api.path}`;
const cases = (list: Endpoint[]) => list.map((api) => [title(api), api] as const);

function paramNames(api: Endpoint): string[] {
  return [...api.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
}

const isAllowed = (api: Endpoint, person: PersonName): boolean =>
  typeof api.permission === 'string' || api.permission.includes(roleOf(person));

const insiders = PEOPLE.filter((person) => !person.startsWith('outside'));
const outsiders = PEOPLE.filter((person) => person.startsWith('outside'));
const allowed = (api: Endpoint, people = insiders) => people.filter((person) => isAllowed(api, person));

/** The sample when the schema takes it; nothing when a rule beyond JSON Schema refuses it. */
function validSample(schema: z.ZodType): unknown {
  const sample = sampleOf(schema);
  return schema.safeParse(sample).success ? sample : undefined;
}

type Request = { params?: Record<string, string>; body?: string | undefined; type?: string; key?: string };

async function send(person: PersonName | 'anonymous', api: Endpoint, request: Request = {}) {
  const params = request.params ?? sampleOf(api.params);
  const response = await clinic.as(person).send(pathOf(api, params, validSample(api.query) ?? {}), {
    method: api.method,
    headers: {
      ...(api.method === 'GET' ? {} : { 'content-type': request.type ?? 'application/json' }),
      ...(api.idempotent ? { 'idempotency-key': request.key ?? randomUUID() } : {}),
    },
    ...(api.method === 'GET'
      ? {}
      : { body: request.body ?? JSON.stringify(validSample(api.body) ?? sampleOf(api.body)) }),
  });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}

type Sent = Awaited<ReturnType<typeof send>>;

/** A refusal speaks RFC 9457 and tells nothing about the inside of the server. */
function problemOf({ status, type, text }: Sent): ProblemDocument {
  expect(type, text).toMatch(/^application\/problem\+json/);
  expect(text).not.toMatch(/node_modules|\.ts:\d+|\n\s+at |select |insert /);
  const problem = ProblemDocument.parse(JSON.parse(text));
  expect(problem.status).toBe(status);
  return problem;
}

describe('the list of endpoints', () => {
  test('ids are unique and named slice.verb-noun', () => {
    const ids = endpoints.map((api) => api.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z-]+\.[a-z0-9-]+$/);
  });

  test('no two endpoints share a method and a path', () => {
    const places = endpoints.map((api) => `${api.method} ${api.path.replace(/:\w+/g, ':id')}`);
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
  });

  test('every parameter of a path is in its contract', () => {
    for (const api of endpoints) {
      const declared = Object.keys(sampleOf(api.params) ?? {});
      expect(new Set(declared), title(api)).toEqual(new Set(paramNames(api)));
    }
  });
});

describe('who may call', () => {
  test.each(cases(guarded))('%s: nobody without signing in', async (_title, api) => {
    expect(problemOf(await send('anonymous', api)).code).toBe('not-signed-in');
  });

  const restricted = guarded.filter((api) => api.permission !== 'signed-in');
  test.each(cases(restricted))('%s: no role that the contract does not name', async (_title, api) => {
    for (const person of insiders.filter((one) => !isAllowed(api, one))) {
      const problem = problemOf(await send(person, api));
      expect({ person, code: problem.code }).toEqual({ person, code: 'forbidden' });
    }
  });
});

describe('what is not theirs or not there', () => {
  test.each(cases(named))('%s: an id that is no id names nothing', async (_title, api) => {
    const params = Object.fromEntries(paramNames(api).map((name) => [name, "1' or '1'='1"]));
    if (api.params.safeParse(params).success) return;
    for (const person of allowed(api)) {
      expect(problemOf(await send(person, api, { params })).code).toBe('not-found');
    }
  });

  test.each(cases(named))('%s: an id of nothing is not found', async (_title, api) => {
    if (api.permission === 'public') return;
    for (const person of allowed(api)) await expectInvisible(person, api, undefined);
  });

  const aboutPatients = named.filter((api) => paramNames(api).some((name) => name in ABOUT_PATIENTS));
  test.each(cases(aboutPatients))('%s: another organization finds nothing', async (_title, api) => {
    for (const person of allowed(api, outsiders)) await expectInvisible(person, api, knownParams(api));
  });

  test.each(cases(aboutPatients))(
    '%s: a clinician outside the care team finds nothing',
    async (_title, api) => {
      for (const person of allowed(api, [
        'second-physiatrist',
        'second-therapist',
        'occupational-therapist',
      ])) {
        await expectInvisible(person, api, knownParams(api));
      }
    },
  );
});

const knownParams = (api: Endpoint): Record<string, string> => ({
  ...(sampleOf(api.params) as Record<string, string>),
  ...Object.fromEntries(Object.entries(known).filter(([name]) => paramNames(api).includes(name))),
});

/** Not found; or refused for the body, where the walk cannot guess one that the contract's finer rules take. */
async function expectInvisible(
  person: PersonName,
  api: Endpoint,
  params: Record<string, string> | undefined,
): Promise<void> {
  const problem = problemOf(await send(person, api, params === undefined ? {} : { params }));
  const guessed = api.method === 'GET' || validSample(api.body) !== undefined;
  const expected = guessed ? ['not-found'] : ['not-found', 'invalid-input'];
  expect(expected, `${person}: ${JSON.stringify(problem)}`).toContain(problem.code);
}

describe('bad input', () => {
  const takesBody = changing.filter((api) => !api.body.safeParse({}).success);
  test.each(cases(takesBody))('%s: a body of the wrong shape is refused by field', async (_title, api) => {
    const [person] = api.permission === 'public' ? (['anonymous'] as const) : allowed(api);
    if (person === undefined) return;
    for (const body of ['{}', '[]', '{"unknown":true}', '{"__proto__":{"role":"administrator"}}']) {
      const problem = problemOf(await send(person, api, { body }));
      expect(problem.code).toBe('invalid-input');
      expect(problem.issues?.length).toBeGreaterThan(0);
      for (const issue of problem.issues ?? []) expect(issue.message).not.toBe('');
    }
  });

  test.each(cases(changing))('%s: what is not JSON is refused as such', async (_title, api) => {
    const [person] = api.permission === 'public' ? (['anonymous'] as const) : allowed(api);
    if (person === undefined) return;
    for (const body of ['{"a":', 'hello', '']) {
      const problem = problemOf(await send(person, api, { body: body === '' ? '\u0000' : body }));
      expect(problem.code).toBe('malformed-json');
    }
    expect(problemOf(await send(person, api, { body: 'a=1', type: 'text/plain' })).status).toBe(415);
  });

  const idempotent = changing.filter((api) => api.idempotent);
  test.each(cases(idempotent))('%s: a repeated request needs its key', async (_title, api) => {
    const [person] = api.permission === 'public' ? (['anonymous'] as const) : allowed(api);
    if (person === undefined) return;
    expect(problemOf(await send(person, api, { key: 'not-a-uuid' })).code).toBe('invalid-input');
  });
});

describe('what an empty caseload shows', () => {
  const lists = endpoints.filter(
    (api) => api.method === 'GET' && paramNames(api).length === 0 && validSample(api.query) !== undefined,
  );
  test.each(cases(lists))(
    '%s: answers as its contract says, for each role that may ask',
    async (_title, api) => {
      const people = api.permission === 'public' ? (['anonymous'] as const) : allowed(api, PEOPLE);
      for (const person of people) {
        const answer = await clinic.as(person).call(api, { query: validSample(api.query) });
        expect({ person, status: answer.status, problem: answer.problem }).toMatchObject({
          person,
          status: 200,
        });
      }
    },
  );
});

import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { RED_FLAG_QUESTIONS } from '#shared/intake/red-flags.ts';
import { intakeApi } from '#shared/intake/contract.ts';
import type { Endpoint } from '#shared/platform/endpoint.ts';
import { ProblemDocument } from '#shared/platform/problem.ts';
import {
  SCOPE_COLUMNS,
  SCOPE_DEVIATIONS,
  SCOPE_OF_PRACTICE,
  SCOPE_WITHOUT_ENDPOINT,
  type ScopeAct,
  type ScopeColumn,
} from '#shared/scope/matrix.ts';
import { allEndpoints } from '#server/app/all-endpoints.ts';
import { aClinic, type PersonName, type TestClinic } from '#tests/support/a-clinic.ts';
import { aRequest, aRequestForm } from '#tests/support/intake-requests.ts';
import { pathOf } from '#tests/support/caller.ts';
import { sampleOf } from '#tests/support/sample.ts';
import { scopeBody } from '#tests/support/scope-bodies.ts';
import { scopeRecords } from '#tests/support/scope-records.ts';

/** rules.md section 3: every cell is walked against the server, with real ids of the person's own patient. */
const PERSON: Record<ScopeColumn, PersonName | 'anonymous'> = {
  physiatrist: 'physiatrist',
  'physical-therapist': 'therapist',
  'physical-therapist-assistant': 'assistant',
  administrator: 'administrator',
  patient: 'anonymous',
};

let clinic: TestClinic;
let ids: Record<string, string>;
let careRequestId: string;

beforeAll(async () => {
  clinic = await aClinic();
  ({ careRequestId } = await aRequest(clinic));
});

const endpoints = new Map(allEndpoints().map((api) => [api.id, api]));

function endpoint(id: string): Endpoint {
  const api = endpoints.get(id);
  if (!api) throw new Error(`${id} is in the scope matrix and is no endpoint`);
  return api;
}

/** A call that is the act itself, valid in every field, so that its own rule answers and not the parser. */
function bodyOf(act: ScopeAct, api: Endpoint, column: ScopeColumn): object {
  const sample: Record<string, unknown> = { ...(sampleOf(api.body) as object) };
  for (const name of Object.keys(sample)) sample[name] = ids[name] ?? sample[name];
  return { ...sample, ...scopeBody(clinic, { act: act.id, endpoint: api.id, column }) };
}

async function attempt(act: ScopeAct, id: string, column: ScopeColumn, person = PERSON[column]) {
  const api = endpoint(id);
  const query = api.query.safeParse({}).success ? {} : (sampleOf(api.query) as Record<string, unknown>);
  const params = { ...(sampleOf(api.params) as Record<string, string>) };
  for (const name of Object.keys(params)) params[name] = ids[name] ?? params[name] ?? '';
  const response = await clinic.as(person).send(pathOf(api, params, query), {
    method: api.method,
    headers: {
      ...(api.method === 'GET' ? {} : { 'content-type': 'application/json' }),
      ...(api.idempotent ? { 'idempotency-key': randomUUID() } : {}),
    },
    ...(api.method === 'GET' ? {} : { body: JSON.stringify(bodyOf(act, api, column)) }),
  });
  if (response.ok) return { status: response.status, code: 'done', detail: '' };
  const { code, detail = '' } = ProblemDocument.parse(await response.json());
  return { status: response.status, code, detail };
}

/** Patients have no account: nobody gets past signing in. Staff are refused with a sentence of their own. */
async function expectRefused(act: ScopeAct, id: string, column: ScopeColumn): Promise<void> {
  const { code, detail } = await attempt(act, id, column);
  const wanted = column === 'patient' ? 'not-signed-in' : 'forbidden';
  expect({ id, code, detail }).toEqual({
    id,
    code: wanted,
    detail: expect.stringMatching(/^[A-Z].{25,}\.$/s),
  });
  expect(detail).not.toBe('Your role does not allow this.');
}

/** It is done, or the state of the record speaks against it: never the role, and never a field of the call. */
async function expectNotRefused(act: ScopeAct, id: string, column: ScopeColumn): Promise<void> {
  const { code, status, detail } = await attempt(act, id, column);
  const byRole = ['forbidden', 'not-signed-in', 'not-found'];
  expect([...byRole, 'invalid-input'], `${id}: ${code} ${detail}`).not.toContain(code);
  expect(status).toBeLessThan(500);
}

/** A colleague who is not on the team, and somebody of another organization: the same role, and there is no such record. */
const STRANGERS: Partial<Record<ScopeColumn, readonly PersonName[]>> = {
  physiatrist: ['second-physiatrist', 'outsider'],
  'physical-therapist': ['second-therapist', 'outside-therapist'],
  administrator: ['outside-administrator'],
};

async function expectUnknownToStrangers(act: ScopeAct, id: string, column: ScopeColumn): Promise<void> {
  // Without the record's id in its address an endpoint is not about this patient.
  if (!endpoint(id).path.includes(':')) return;
  for (const person of STRANGERS[column] ?? []) {
    const { code } = await attempt(act, id, column, person);
    expect({ id, person, code }).toEqual({ id, person, code: 'not-found' });
  }
}

const deviates = (act: ScopeAct, column: ScopeColumn, id: string) =>
  SCOPE_DEVIATIONS.find((one) => one.act === act.id && one.column === column && one.endpoint === id);

const BY_ROLE = SCOPE_OF_PRACTICE.filter(({ byState }) => byState !== true);

/** The physiatrist last: what they may do changes the record that the others are refused on. */
const IN_ORDER: readonly ScopeColumn[] = [
  'physical-therapist',
  'physical-therapist-assistant',
  'administrator',
  'patient',
  'physiatrist',
];

describe.each(BY_ROLE.map((act) => [act.words, act] as const))('%s', (_words, act) => {
  beforeAll(async () => {
    ids = { ...(await scopeRecords(clinic)), careRequestId };
  });

  test('does not exist for a stranger, whatever their role', async () => {
    for (const column of IN_ORDER) {
      const allowed = (act.by?.[column] ?? act.does).filter(
        (id) => act.cells[column] === 'Y' && deviates(act, column, id)?.kind !== 'stricter',
      );
      const asked = act.cells[column] === 'R' ? (act.asks ?? []) : [];
      for (const id of [...allowed, ...asked]) await expectUnknownToStrangers(act, id, column);
    }
  });

  test.each(IN_ORDER.map((column) => [column, act.cells[column]] as const))(
    '%s: %s',
    async (column, cell) => {
      const isAllowed = cell === 'Y' || cell === 'own' || cell === 'report';
      const own = act.by?.[column];
      for (const id of own ?? act.does) {
        const isOther = deviates(act, column, id) !== undefined;
        const patientsOwn = column === 'patient' && own === undefined;
        if (isAllowed !== isOther && !patientsOwn) await expectNotRefused(act, id, column);
        else await expectRefused(act, id, column);
      }
      for (const id of own === undefined ? [] : act.does) {
        // Done elsewhere: where the others do it, this column is refused.
        if (!own?.includes(id)) await expectRefused(act, id, column);
      }
      for (const id of cell === 'R' ? (act.asks ?? []) : []) await expectNotRefused(act, id, column);
      for (const id of cell === 'V' ? (act.views ?? []) : []) await expectNotRefused(act, id, column);
      const isClinical = column !== 'administrator' && column !== 'patient';
      for (const id of act.recorded ?? []) {
        if (isClinical) await expectNotRefused(act, id, column);
        else await expectRefused(act, id, column);
      }
    },
  );
});

describe('rules.md section 3', () => {
  test('has its twenty-two rows, each with endpoints that exist', () => {
    expect(SCOPE_OF_PRACTICE).toHaveLength(22);
    for (const { does, by = {}, asks = [], views = [], recorded = [] } of SCOPE_OF_PRACTICE) {
      expect(does.length).toBeGreaterThan(0);
      for (const id of [...does, ...Object.values(by).flat(), ...asks, ...views, ...recorded]) endpoint(id);
    }
  });

  test.each(['occupational-therapist', 'speech-therapist'] as const)(
    'what the table keeps from a physical therapist is kept from an %s too',
    async (person) => {
      const kept = SCOPE_OF_PRACTICE.filter(
        ({ cells, byState }) => cells['physical-therapist'] !== 'Y' && byState !== true,
      );
      for (const id of new Set(kept.flatMap(({ does }) => does))) {
        const api = endpoint(id);
        if (typeof api.permission !== 'string' && !api.permission.includes(person)) continue;
        expect(['patients.add-condition', 'patients.change-condition-status'], id).toContain(id);
      }
    },
  );
});

/**
 * What the table gives a patient, who has no account: how it happens instead. The first two are public endpoints and are driven
 * above; scores that a patient reports are typed in by the clinician; their own record is printed for them.
 */
const PATIENTS_WAY: Readonly<Record<string, string>> = {
  register: 'intake.submit-request',
  'raise-flag': 'intake.submit-request',
  measure: 'outcomes.enter-scores',
  'see-notes': 'home-programme.print-home-programme',
};

describe('the patient’s column', () => {
  test('has a way for every cell that is not a refusal', () => {
    const theirs = SCOPE_OF_PRACTICE.filter(({ cells }) => cells.patient !== 'N');
    expect(theirs.map(({ id }) => id).sort()).toEqual(Object.keys(PATIENTS_WAY).sort());
    for (const id of Object.values(PATIENTS_WAY)) endpoint(id);
  });

  test('a danger sign told on the public page is an emergency at once', async () => {
    const redFlags = RED_FLAG_QUESTIONS.filter(({ level }) => level === 'emergency').map(({ key }) => key);
    const { body } = await clinic.as('anonymous').call(intakeApi.submit, {
      body: {
        submissionKey: randomUUID(),
        clinicSlug: clinic.clinicSlug,
        form: aRequestForm({ answers: { redFlags } }),
      },
    });
    expect(body.emergency).toBe(true);
  });

  test('no address that asks for an account answers without one, but the public ones', () => {
    const open = allEndpoints().filter(({ permission }) => permission === 'public');
    expect(open.filter(({ id }) => !/^(intake|auth)\./.test(id)).map(({ id }) => id)).toEqual([]);
  });
});

describe('cells that nobody can do in the software', () => {
  test('are listed with the reason, and no other cell is without an endpoint', () => {
    for (const { act, column, why } of SCOPE_WITHOUT_ENDPOINT) {
      process.stderr.write(`SCOPE OF PRACTICE, NO ENDPOINT: ${act}, ${column}: ${why}\n`);
    }
    const without = SCOPE_OF_PRACTICE.flatMap((act) =>
      SCOPE_COLUMNS.filter((column) => {
        const cell = act.cells[column];
        const asks = cell === 'R' && act.asks === undefined;
        const patient = column === 'patient' && !['N', 'Y'].includes(cell) && act.by?.patient === undefined;
        return asks || patient;
      }).map((column) => `${act.id} ${column}`),
    );
    expect(without.sort()).toEqual(
      SCOPE_WITHOUT_ENDPOINT.map(({ act, column }) => `${act} ${column}`).sort(),
    );
  });
});

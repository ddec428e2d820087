import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { ICD_10_CM } from '#shared/patients/code-systems.ts';
import type { Endpoint } from '#shared/platform/endpoint.ts';
import { ProblemDocument } from '#shared/platform/problem.ts';
import { proposePrecautions } from '#shared/prescriptions/precautions.ts';
import { contraindicationOf } from '#shared/prescriptions/bounds.ts';
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
import { anAcceptance, aRequest } from '#tests/support/intake-requests.ts';
import { pathOf } from '#tests/support/caller.ts';
import { sampleOf } from '#tests/support/sample.ts';
import { scopeRecords } from '#tests/support/scope-records.ts';

/** rules.md section 3: every cell is walked against the server, with real ids of the person's own patient. */
const PERSON: Record<ScopeColumn, PersonName | 'anonymous'> = {
  physiatrist: 'physiatrist',
  'physical-therapist': 'therapist',
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

/** What makes a call the act itself, where one endpoint serves several. */
function bodyOf(act: ScopeAct, api: Endpoint, column: ScopeColumn): object {
  const sample: Record<string, unknown> = { ...(sampleOf(api.body) as object) };
  for (const name of Object.keys(sample)) sample[name] = ids[name] ?? sample[name];
  switch (`${act.id} ${api.id}`) {
    case 'register intake.accept-request':
      return anAcceptance(clinic);
    case 'diagnose patients.add-condition':
      return { ...sample, category: 'diagnosis', code: 'M54.16', display: 'Lumbar radiculopathy' };
    case 'impairments evaluations.start':
      return { ...sample, kind: column === 'physiatrist' ? 'follow-up' : 'pt-evaluation' };
    case 'imaging orders.place':
      return { ...sample, kind: 'mri' };
    case 'emg orders.place':
      return { ...sample, kind: 'emg-ncs' };
    case 'loosen-limits patients.change-condition-status':
      return { ...sample, status: 'resolved' };
    default:
      return sample;
  }
}

async function attempt(act: ScopeAct, id: string, column: ScopeColumn) {
  const api = endpoint(id);
  const query = api.query.safeParse({}).success ? {} : (sampleOf(api.query) as Record<string, unknown>);
  const params = { ...(sampleOf(api.params) as Record<string, string>) };
  for (const name of Object.keys(params)) params[name] = ids[name] ?? params[name] ?? '';
  const response = await clinic.as(PERSON[column]).send(pathOf(api, params, query), {
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

async function expectNotRefused(act: ScopeAct, id: string, column: ScopeColumn): Promise<void> {
  const { code, status } = await attempt(act, id, column);
  expect(['forbidden', 'not-signed-in', 'not-found'], `${id}: ${code}`).not.toContain(code);
  expect(status).toBeLessThan(500);
}

const deviates = (act: ScopeAct, column: ScopeColumn, id: string) =>
  SCOPE_DEVIATIONS.find((one) => one.act === act.id && one.column === column && one.endpoint === id);

const BY_ROLE = SCOPE_OF_PRACTICE.filter(({ byState }) => byState !== true);

/** The physiatrist last: what they may do changes the record that the others are refused on. */
const IN_ORDER: readonly ScopeColumn[] = ['physical-therapist', 'administrator', 'patient', 'physiatrist'];

describe.each(BY_ROLE.map((act) => [act.words, act] as const))('%s', (_words, act) => {
  beforeAll(async () => {
    ids = { ...(await scopeRecords(clinic)), careRequestId };
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
    },
  );
});

describe('rules.md section 3', () => {
  test('has its twenty-two rows, each with endpoints that exist', () => {
    expect(SCOPE_OF_PRACTICE).toHaveLength(22);
    for (const { does, by = {}, asks = [], views = [] } of SCOPE_OF_PRACTICE) {
      expect(does.length).toBeGreaterThan(0);
      for (const id of [...does, ...Object.values(by).flat(), ...asks, ...views]) endpoint(id);
    }
  });

  test('a contraindicated intervention is refused by the prescription, whoever asks', () => {
    const pacemaker = [{ code: 'Z95.0', codeSystem: ICD_10_CM, status: 'active' }];
    expect(contraindicationOf(proposePrecautions(pacemaker), 'tens')?.level).toBe('contraindicated');
    expect(SCOPE_OF_PRACTICE.filter(({ byState }) => byState).map(({ id }) => id)).toEqual([
      'contraindicated',
    ]);
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

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import pino from 'pino';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '#shared/auth/demo-accounts.ts';
import { EvaluationContent, EvaluationKind } from '#shared/evaluations/model.ts';
import { codingIssues } from '#shared/evaluations/evaluation-codes.ts';
import { missingSections } from '#shared/evaluations/missing-sections.ts';
import { TRIAGE_RULES } from '#shared/intake/triage.ts';
import { BOARD_STATES } from '#shared/oversight/board-states.ts';
import { VERDICTS } from '#shared/oversight/judge-episode.ts';
import type { CodedCondition } from '#shared/patients/comorbidities.ts';
import { undecidedPrecautions } from '#shared/prescriptions/chart-precautions.ts';
import { missingElements } from '#shared/prescriptions/missing-elements.ts';
import { type PrescribedPrecaution, PrescriptionContent } from '#shared/prescriptions/model.ts';
import { proposePrecautions } from '#shared/prescriptions/precautions.ts';
import { allEndpoints } from '#server/app/all-endpoints.ts';
import { createApp } from '#server/app/create-app.ts';
import { createSignIn, SessionResolver } from '#server/auth/index.ts';
import { CODED_FACTS_SQL } from '#server/patients/index.ts';
import { openDatabase } from '#server/platform/db/database.ts';
import { callerAt } from '#tests/support/caller.ts';
import { walkScreens } from '#tests/support/walk-screens.ts';
import { cloneDatabaseForSuite, type TestDatabase } from '#tests/support/database.ts';
import { testSecret } from '#tests/support/test-cluster.ts';
import { holdingOf, removeDemo } from './empty.ts';
import { EVERY_FEATURE } from './every-feature.ts';
import { SCENARIOS } from './scenarios/all.ts';
import { loadDemo, tellAll } from './load.ts';

/** A Saturday: no visit falls on it, which is the hardest day for whatever counts days. */
const NOW = new Date('2026-11-21T15:30:00Z');

let owner: pg.Client;
let database: TestDatabase;

beforeAll(async () => {
  database = await cloneDatabaseForSuite('demo');
  const signIn = createSignIn({ authUrl: database.auth, secret: testSecret, publicUrl: 'http://localhost' });
  await loadDemo({ ownerUrl: database.owner, signIn, now: NOW });
  await signIn.close();
  owner = new pg.Client({ connectionString: database.owner });
  await owner.connect();
  return () => owner.end();
}, 120_000);

async function rows<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await owner.query<Row>(sql, values)).rows;
}

test('each patient stands where their story says', async () => {
  const board = await rows<{ mrn: string; state: string; verdict_code: string; reason: string }>(
    `select p.mrn, b.state, b.verdict_code, b.reason from board_entry b
       join patient p on p.organization_id = b.organization_id and p.id = b.patient_id`,
  );
  const wrong = tellAll(NOW).flatMap(({ scenario, mrn }) => {
    const found = board.find((one) => one.mrn === mrn);
    return found?.state === scenario.expected
      ? []
      : [
          `${scenario.key}: ${found?.state ?? 'nowhere'} instead of ${scenario.expected} (${found?.verdict_code}: ${found?.reason})`,
        ];
  });
  expect(wrong).toEqual([]);
});

test('every state of the board and every verdict occurs', async () => {
  const states = await rows<{ state: string }>('select distinct state from board_entry');
  const verdicts = await rows<{ verdict: string }>('select distinct verdict from verdict');

  expect(new Set(states.map((one) => one.state))).toEqual(new Set(BOARD_STATES));
  expect(new Set(verdicts.map((one) => one.verdict))).toEqual(new Set(VERDICTS));
});

test('every version in force answers what its chart calls for, but for the one patient whose gate is closed on purpose', async () => {
  const found = await rows<{ mrn: string; precautions: PrescribedPrecaution[]; chart: CodedCondition[] }>(
    `select p.mrn, rx.content->'precautions' as precautions,
            (select coalesce(json_agg(json_build_object('code', k.code, 'codeSystem', k.code_system, 'status', k.status)), '[]')
               from (${CODED_FACTS_SQL}) k) as chart
       from episode e
       join patient p on p.organization_id = e.organization_id and p.id = e.patient_id
       join prescription rx on rx.organization_id = e.organization_id and rx.episode_id = e.id and rx.in_force
      where e.status = 'open'`,
  );
  const forbidden = found.filter(({ precautions, chart }) =>
    undecidedPrecautions(precautions, proposePrecautions(chart)).some(
      ({ level }) => level === 'contraindicated',
    ),
  );
  const learned = tellAll(NOW).filter(({ scenario }) => scenario.learned !== undefined);
  expect(learned).toHaveLength(1);
  expect(forbidden.map(({ mrn }) => mrn)).toEqual(learned.map(({ mrn }) => mrn));
});

test('there are at least sixty patients over two years in two clinics of different time zones', async () => {
  const [found] = await rows<{ patients: number; zones: number; days: number }>(
    `select (select count(*)::int from patient where synthetic) as patients,
            (select count(distinct time_zone)::int from clinic) as zones,
            (select max(session_date) - min(session_date) from session) as days`,
  );

  expect(found?.patients).toBe(SCENARIOS.length);
  expect(found?.patients).toBeGreaterThanOrEqual(60);
  expect(found?.zones).toBe(2);
  expect(found?.days).toBeGreaterThan(700);
});

test('every rule of triage has sent somebody somewhere, and the queue holds requests of all ages', async () => {
  const rules = await rows<{ rule: string }>('select distinct triage_rule as rule from care_request');
  const [queue] = await rows<{ waiting: number; newest: number; oldest: number }>(
    `select count(*)::int as waiting, min(extract(epoch from $1 - created_at) / 3600)::float8 as newest,
            max(extract(epoch from $1 - created_at) / 86400)::float8 as oldest
       from care_request where status in ('new', 'in-review', 'needs-information')`,
    [NOW.toISOString()],
  );

  expect(new Set(rules.map((one) => one.rule))).toEqual(new Set(TRIAGE_RULES));
  expect(queue?.waiting).toBeGreaterThanOrEqual(10);
  expect(queue?.newest).toBeLessThan(1);
  expect(queue?.oldest).toBeGreaterThan(14);
});

test('the demo therapist has a day: visits at today’s times, one unsigned, an unread version', async () => {
  const sessions = await rows<{ status: string; at: string; on: string }>(
    `select s.status, to_char(s.scheduled_at at time zone c.time_zone, 'HH24:MI') as at, s.session_date::text as on
       from session s join clinic c on c.organization_id = s.organization_id and c.id = s.clinic_id
       join staff_member t on t.organization_id = s.organization_id and t.id = s.therapist_id
      where t.email = 'therapist@tandem.example' and s.status in ('planned', 'arrived') order by s.scheduled_at`,
  );
  const today = sessions.filter(({ on }) => on === '2026-11-21');
  const unread = await rows(
    `select 1 from task k join staff_member t on t.organization_id = k.organization_id and t.id = k.owner_id
      where t.email = 'therapist@tandem.example' and k.kind = 'acknowledge-prescription' and k.status = 'open'`,
  );

  expect(today.length).toBeGreaterThanOrEqual(6);
  expect(new Set(today.map(({ at }) => at)).size).toBe(today.length);
  expect(sessions.filter(({ on, status }) => on < '2026-11-21' && status === 'arrived')).toHaveLength(1);
  expect(unread.length).toBeGreaterThanOrEqual(1);
});

test('every feature occurs', async () => {
  const seldom: string[] = [];
  for (const { name, sql, atLeast } of EVERY_FEATURE) {
    const [found] = await rows<{ count: number }>(sql);
    if ((found?.count ?? 0) < atLeast) seldom.push(`${name}: ${found?.count}, at least ${atLeast}`);
  }
  expect(seldom).toEqual([]);
});

test('nothing has happened in the future, and everything that happened is in the audit', async () => {
  const later = await rows(
    `select 'session' as what from session where signed_at > $1 union all
     select 'score' from outcome_score where recorded_at > $1 union all
     select 'verdict' from verdict where computed_at > $1 union all
     select 'audit' from audit_event where at > $1`,
    [NOW.toISOString()],
  );
  const [silent] = await rows<{ sessions: number; versions: number; decisions: number }>(
    `select (select count(*)::int from session s where s.signed_at is not null and not exists (
               select from audit_event a where a.action = 'session.signed' and a.subject_id = s.id)) as sessions,
            (select count(*)::int from prescription p where not exists (
               select from audit_event a where a.action = 'prescription.signed' and a.subject_id = p.id)) as versions,
            (select count(*)::int from decision d where not exists (
               select from audit_event a where a.action = 'decision.made' and a.subject_id = d.id)) as decisions`,
  );

  expect(later).toEqual([]);
  expect(silent).toEqual({ sessions: 0, versions: 0, decisions: 0 });
});

test('what is signed would have passed the checks before signing', async () => {
  const evaluations = await rows<{ kind: string; content: unknown }>('select kind, content from evaluation');
  const versions = await rows<{ content: unknown; body_region: string }>(
    `select p.content, e.body_region from prescription p
       join episode e on e.organization_id = p.organization_id and e.id = p.episode_id`,
  );

  for (const { kind, content } of evaluations) {
    const [is, words] = [EvaluationKind.parse(kind), EvaluationContent.parse(content)];
    expect([...missingSections(is, words), ...codingIssues(is, words.coding, null)]).toEqual([]);
  }
  for (const { content, body_region: bodyRegion } of versions) {
    expect(missingElements(PrescriptionContent.parse(content), { bodyRegion, payerProfile: 'none' })).toEqual(
      [],
    );
  }
});

test('doses stay within their limits, and attendance and phases vary', async () => {
  const [found] = await rows<{
    outcomes: number;
    versions: number;
    phases: number;
    requests: number;
    holds: number;
  }>(
    `select (select count(distinct (status, cancelled_by))::int from session) as outcomes,
            (select max(version_number)::int from prescription) as versions,
            (select count(*)::int from prescription where opens_phase and version_number > 1) as phases,
            (select count(*)::int from change_request where status = 'open') as requests,
            (select count(*)::int from safety_hold where closed_at is null) as holds`,
  );
  const beyond = await rows(
    `select i.code, i.dose, x.bounds from performed_intervention i
       join permitted_intervention x on x.organization_id = i.organization_id and x.id = i.permitted_intervention_id,
            jsonb_to_recordset(x.bounds) as b(parameter text, min float8, max float8)
      where (i.dose ->> b.parameter)::float8 > b.max`,
  );

  expect(beyond).toEqual([]);
  expect(found?.outcomes).toBeGreaterThanOrEqual(5);
  expect(found?.versions).toBeGreaterThanOrEqual(3);
  expect(found?.phases).toBeGreaterThanOrEqual(3);
  expect(found?.requests).toBeGreaterThanOrEqual(2);
  expect(found?.holds).toBe(2);
});

test.each(DEMO_ACCOUNTS)(
  '$name can open every screen on everything they see',
  async ({ email, role }) => {
    const server = await serveDemo();
    const cookie = await server.signIn(email);

    const { opened, wrong } = await walkScreens(owner, allEndpoints(), {
      email,
      role,
      caller: callerAt(server.address, cookie),
    });

    expect(wrong.slice(0, 5)).toEqual([]);
    expect(opened).toBeGreaterThan(40);
  },
  120_000,
);

/** The whole server on the demo's database, on a free port. */
async function serveDemo() {
  const db = openDatabase(database.app, { connections: 4 });
  const signIn = createSignIn({
    authUrl: database.auth,
    secret: testSecret,
    publicUrl: 'http://localhost',
  });
  const app = createApp({
    db,
    signIn,
    sessions: new SessionResolver(signIn),
    logger: pino({ level: 'silent' }),
    now: () => NOW,
  });
  const http = createServer(app);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    http.closeAllConnections();
    http.close();
    await Promise.all([db.close(), signIn.close()]);
  });
  const address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return {
    address,
    signIn: async (email: string): Promise<string> => {
      const answer = await fetch(`${address}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password: DEMO_PASSWORD }),
      });
      return answer.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ');
    },
  };
}

test('a database that holds something is left alone, and a reset brings the demo back', async () => {
  const { owner: ownerUrl } = database;
  expect(await holdingOf(ownerUrl)).toBe('demo');

  await rows(`insert into organization (id, name) values (gen_random_uuid(), 'A real clinic')`);

  expect(await holdingOf(ownerUrl)).toBe('real-data');
  await expect(removeDemo(ownerUrl)).rejects.toThrow('not a demo');
  await rows(`delete from organization where not is_demo`);
  await removeDemo(ownerUrl);
  expect(await holdingOf(ownerUrl)).toBe('nothing');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { EpisodeId } from '#shared/platform/ids.ts';
import { Dose } from '#shared/prescriptions/bounds.ts';
import { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import { doseParameter } from '#shared/prescriptions/dose-parameters.ts';
import { limitsInForce } from '#shared/prescriptions/limits-in-force.ts';
import { PrescriptionContent } from '#shared/prescriptions/model.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import {
  aFilledSheet,
  aNextVersion,
  aPlannedSession,
  aTreatedEpisode,
  given,
  signing,
  somePermitted,
} from '#tests/support/sessions-factory.ts';

const ultrasound = {
  code: 'ultrasound',
  name: 'Therapeutic ultrasound',
  authority: 'free' as const,
  bounds: [
    { parameter: 'minutes' as const, min: null, max: 8 },
    { parameter: 'ultrasoundMode' as const, min: null, max: null, allowed: [2, 3] },
  ],
  rationale: 'Tendon, not the joint',
};

const dose = (code: string, value: number): Dose =>
  code === 'lumbar-traction'
    ? { tractionKg: value }
    : code === 'ultrasound'
      ? { minutes: value, ultrasoundMode: (value % 3) + 1 }
      : { minutes: value };

const CODES = ['lumbar-traction', 'walking-treadmill', 'ultrasound'] as const;
type Code = (typeof CODES)[number];

/** Around the limits, where a mistake would show. */
const VALUES: Record<Code, [number, number]> = {
  'lumbar-traction': [4, 13],
  'walking-treadmill': [24, 33],
  ultrasound: [6, 10],
};

const wish = fc
  .constantFrom(...CODES, 'lumbar-traction' as const, 'lumbar-traction' as const)
  .chain((code) => {
    const [min, max] = VALUES[code];
    return fc.record({ code: fc.constant(code), value: fc.integer({ min, max }) });
  });
const treated = fc.record({
  act: fc.constantFrom(
    'sign' as const,
    'sign' as const,
    'sign' as const,
    'sign' as const,
    'draft' as const,
    'ask' as const,
  ),
  wish,
});
/** The physiatrist signs another version in between: the same methods, another ceiling of the traction. */
const versioned = fc.record({ act: fc.constant('version' as const), ceiling: fc.constantFrom(6, 8, 10, 12) });
const step = fc.oneof({ weight: 5, arbitrary: treated }, { weight: 1, arbitrary: versioned });

const permittedUnder = (tractionCeiling: number) => [
  ...somePermitted().map((one) =>
    one.code === 'lumbar-traction'
      ? { ...one, bounds: [{ parameter: 'tractionKg' as const, min: null, max: tractionCeiling }] }
      : one,
  ),
  ultrasound,
];

/** The rule in its simplest words: nothing above a ceiling, and of traction, which is asked for, nothing above the last pull. */
function isRefused(
  code: Code,
  value: number,
  { ceiling, lastPull }: { ceiling: number; lastPull: number | undefined },
): boolean {
  if (code === 'walking-treadmill') return value > 30;
  if (code === 'ultrasound') return value > 8 || (value % 3) + 1 === 1;
  return value > ceiling || (lastPull !== undefined && value > lastPull);
}

/** Everything that was ever signed, with the limits of the version it was signed under. */
async function givenBeyondLimits(clinic: TestClinic, episodeId: string): Promise<string[]> {
  const rows = await clinic.rows<{ code: string; dose: unknown; content: unknown }>(
    `select i.code, i.dose, p.content from performed_intervention i
       join session s on s.organization_id = i.organization_id and s.id = i.session_id
       join prescription p on p.organization_id = s.organization_id and p.id = s.prescription_id
      where s.episode_id = $1`,
    [episodeId],
  );
  return rows.flatMap((row) => {
    const content = PrescriptionContent.parse(row.content);
    const prescribed = content.interventions.find(({ code }) => code === row.code);
    if (prescribed === undefined) return [`${row.code} is not prescribed`];
    const said = Dose.parse(row.dose);
    return limitsInForce(content, prescribed).flatMap(({ parameter, min, max, allowed }) => {
      const value = said[parameter];
      if (value === undefined) return [];
      const beyond =
        doseParameter(parameter).harder === 'lower'
          ? min !== null && value < min
          : (max !== null && value > max) || (allowed ? !allowed.includes(value) : false);
      return beyond ? [`${row.code}: ${parameter} ${value}`] : [];
    });
  });
}

const minutesOf = (code: string): [number, string] =>
  code === 'walking-treadmill' ? [22, '97116'] : code === 'ultrasound' ? [8, '97035'] : [10, '97012'];

/** Pulls in the order of the visits, whatever the versions. */
async function pullsOf(clinic: TestClinic, episodeId: string): Promise<number[]> {
  const rows = await clinic.rows<{ kg: number }>(
    `select (i.dose ->> 'tractionKg')::float8 as kg from performed_intervention i
       join session s on s.organization_id = i.organization_id and s.id = i.session_id
      where s.episode_id = $1 and i.code = 'lumbar-traction' order by s.session_date`,
    [episodeId],
  );
  return rows.map(({ kg }) => kg);
}

const withoutIt = (code: string) =>
  aFilledSheet(
    code === 'walking-treadmill'
      ? { interventions: [given('bridge', { sets: 3, repetitions: 10 }, 8, '97110')] }
      : {},
  );

const RUNS = 4;
const STEPS = 18;

test('whatever a therapist saves, asks for and signs, day after day and under whatever version, nothing is given beyond the limits; stopping always succeeds', async () => {
  const clinic = await aClinic();
  const runs = fc.sample(fc.array(step, { minLength: STEPS, maxLength: STEPS }), { numRuns: RUNS, seed: 3 });
  const met = { signed: 0, refused: 0, heldAcrossVersions: 0 };
  const stopped: number[] = [];
  for (const [run, steps] of runs.entries()) {
    clinic.clock.set(new Date(Date.now() - (STEPS + 2) * 86_400_000));
    const episode = await aTreatedEpisode(clinic, {
      startsIn: -1,
      prescription: { interventions: permittedUnder(10) },
    });
    const { patientId, episodeId } = episode;
    const standing = { ceiling: 10, lastPull: undefined as number | undefined };
    let pulledUnder = 1;
    let inForce = { id: episode.prescriptionId, version: 1 };
    for (const one of steps) {
      clinic.clock.advanceDays(1);
      if (one.act === 'version') {
        const version = inForce.version + 1;
        const previous = { patientId, episodeId, prescriptionId: inForce.id };
        const id = await aNextVersion(
          clinic,
          previous,
          { interventions: permittedUnder(one.ceiling) },
          version,
        );
        inForce = { id, version };
        standing.ceiling = one.ceiling;
        continue;
      }
      const { code, value } = one.wish;
      const wanted = dose(code, value);
      if (one.act === 'ask') {
        await clinic.as('therapist').call(prescriptionsApi.askForChange, {
          params: { prescriptionId: inForce.id },
          body: { proposal: { edits: [{ code, to: wanted }] }, reason: 'More of it' },
        });
        continue;
      }
      const session = await aPlannedSession(clinic, { episodeId }, { time: `0${run + 5}:00` });
      const content = aFilledSheet({ interventions: [given(code, wanted, ...minutesOf(code))] });
      const saved = await clinic.as('therapist').call(sessionsApi.saveDraft, {
        params: { episodeId: EpisodeId.parse(episodeId), sessionId: session.sessionId },
        body: { content, expectedVersion: session.version },
      });
      const { version } = z.object({ version: z.number() }).parse(saved.body);
      if (one.act === 'draft') continue;
      const sign = (what: typeof content) =>
        signing(
          clinic,
          { episodeId },
          { ...session, version },
          { content: what, prescriptionVersion: inForce.version },
        );
      const answer = await sign(content);
      const refused = isRefused(code, value, standing);
      const outcome = answer.status === 200 ? 'signed' : answer.problem?.code;
      expect({ code, value, ...standing, outcome }).toMatchObject({
        outcome: refused ? 'outside-bounds' : 'signed',
      });
      if (refused) {
        met.refused += 1;
        const isOfEarlier = code === 'lumbar-traction' && pulledUnder < inForce.version;
        if (isOfEarlier && value <= standing.ceiling) met.heldAcrossVersions += 1;
        // The same visit without the dose that was refused.
        stopped.push((await sign(withoutIt(code))).status);
        continue;
      }
      met.signed += 1;
      if (code !== 'lumbar-traction') continue;
      standing.lastPull = value;
      pulledUnder = inForce.version;
    }
    expect(await givenBeyondLimits(clinic, episodeId)).toEqual([]);
    const pulls = await pullsOf(clinic, episodeId);
    expect(pulls).toEqual([...pulls].sort((a, b) => b - a));
  }
  expect(new Set(stopped)).toEqual(new Set([200]));
  // The sample is worth something: it signed, it was refused, and also for nothing but a pull under an earlier version.
  expect(met.signed).toBeGreaterThan(12);
  expect(met.refused).toBeGreaterThan(8);
  expect(met.heldAcrossVersions).toBeGreaterThan(1);
}, 120_000);

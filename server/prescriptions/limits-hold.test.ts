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

const step = fc.record({
  act: fc.constantFrom('sign' as const, 'sign' as const, 'sign' as const, 'draft' as const, 'ask' as const),
  code: fc.constantFrom('lumbar-traction', 'walking-treadmill', 'ultrasound'),
  value: fc.integer({ min: 1, max: 40 }),
});

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

test('whatever a therapist saves, asks for and signs, nothing is given beyond the limits; stopping always succeeds', async () => {
  const clinic = await aClinic();
  for (const [run, steps] of fc
    .sample(fc.array(step, { minLength: 7, maxLength: 7 }), { numRuns: 3, seed: 3 })
    .entries()) {
    const { episodeId, prescriptionId } = await aTreatedEpisode(clinic, {
      prescription: { interventions: [...somePermitted(), ultrasound] },
    });
    for (const [at, { act, code, value }] of steps.entries()) {
      const wanted = dose(code, value);
      if (act === 'ask') {
        await clinic.as('therapist').call(prescriptionsApi.askForChange, {
          params: { prescriptionId },
          body: { proposal: { edits: [{ code, to: wanted }] }, reason: 'More of it' },
        });
        continue;
      }
      const session = await aPlannedSession(
        clinic,
        { episodeId },
        { date: clinic.day(-at - 1), time: `0${run + 6}:00` },
      );
      const content = aFilledSheet({ interventions: [given(code, wanted, ...minutesOf(code))] });
      const saved = await clinic.as('therapist').call(sessionsApi.saveDraft, {
        params: { episodeId: EpisodeId.parse(episodeId), sessionId: session.sessionId },
        body: { content, expectedVersion: session.version },
      });
      const { version } = z.object({ version: z.number() }).parse(saved.body);
      if (act === 'draft') continue;
      const answer = await signing(clinic, { episodeId }, { ...session, version }, { content });
      if (answer.status === 200) continue;
      expect(answer).toBeProblem('outside-bounds');
      // The same visit without the dose that was refused.
      const stopped = await signing(
        clinic,
        { episodeId },
        { ...session, version },
        {
          content: aFilledSheet(
            code === 'walking-treadmill'
              ? { interventions: [given('bridge', { sets: 3, repetitions: 10 }, 8, '97110')] }
              : {},
          ),
        },
      );
      expect(stopped.status).toBe(200);
    }
    expect(await givenBeyondLimits(clinic, episodeId)).toEqual([]);
    const inForce = await clinic.rows<{ content: unknown }>(
      `select content from prescription where episode_id = $1 and in_force`,
      [episodeId],
    );
    expect(inForce.map((row) => PrescriptionContent.parse(row.content).interventions)).toEqual([
      [...somePermitted(), ultrasound],
    ]);
  }
});

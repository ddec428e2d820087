import { beforeAll, describe, expect, test } from 'vitest';
import { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import type { SessionHead } from '#shared/sessions/sheet.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import { discharging } from '#tests/support/oversight-factory.ts';
import {
  aFilledSheet,
  aNextVersion,
  aPlannedSession,
  aSignedSession,
  aTreatedEpisode,
  given,
  sheetOf,
  signing,
  type TreatedEpisode,
} from '#tests/support/sessions-factory.ts';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

const placeOf = ({ episodeId }: TreatedEpisode, { sessionId }: SessionHead) => ({ episodeId, sessionId });

async function anArrivedVisit(episode: TreatedEpisode): Promise<SessionHead> {
  const session = await aPlannedSession(clinic, episode);
  const { body } = await clinic.as('therapist').call(sessionsApi.arrive, {
    params: placeOf(episode, session),
    body: { expectedVersion: session.version },
  });
  return body;
}

test('a time typed on the sheet does not open what a hold has closed', async () => {
  const episode = await aTreatedEpisode(clinic);
  const session = await aPlannedSession(clinic, episode);
  await clinic.as('therapist').call(sessionsApi.raiseRedFlag, {
    params: { episodeId: episode.episodeId },
    body: { code: 'RF-CES', level: 'emergency', note: 'Saddle numbness' },
  });

  const refused = await signing(clinic, episode, session, {
    content: aFilledSheet({ startedTime: '00:01', endedTime: '00:59' }),
  });

  expect(refused).toBeProblem('gate-closed');
  expect(refused.problem?.issues).toMatchObject([{ code: 'SAFETY_HOLD' }]);
});

describe('a visit under way', () => {
  test('is still signed when the prescription was stopped meanwhile, and the sheet says so; nothing else begins', async () => {
    const episode = await aTreatedEpisode(clinic);
    const begun = await anArrivedVisit(episode);
    const later = await aPlannedSession(clinic, episode, { time: '23:00' });
    await clinic.as('physiatrist').call(prescriptionsApi.stop, {
      params: { prescriptionId: episode.prescriptionId },
      body: { reason: 'A fracture on the X-ray' },
    });

    const sheet = await sheetOf(clinic, begun);
    expect(sheet.gate.endedMeanwhile).toBe(true);
    expect((await signing(clinic, episode, begun)).status).toBe(200);
    expect((await signing(clinic, episode, later)).problem?.issues).toMatchObject([
      { code: 'NO_ACTIVE_PRESCRIPTION' },
    ]);
  });

  test('outlives a discharge, which asks first; what was called off stays so', async () => {
    const episode = await aTreatedEpisode(clinic);
    const begun = await anArrivedVisit(episode);
    const planned = await aPlannedSession(clinic, episode, { date: clinic.day(3) });

    const asked = await discharging(clinic, episode);
    expect(asked).toBeProblem('decision-needs-confirmation');
    expect(asked.problem?.issues).toMatchObject([{ code: 'visit-unsigned' }]);
    expect((await discharging(clinic, episode, { confirmed: ['visit-unsigned'] })).status).toBe(200);

    expect((await signing(clinic, episode, begun)).status).toBe(200);
    const reopened = await clinic.as('therapist').call(sessionsApi.reopen, {
      params: placeOf(episode, planned),
      body: { expectedVersion: planned.version + 1 },
    });
    expect(reopened).toBeProblem('episode-closed');
  });
});

test('an increase is measured against the dose last given, whatever the version', async () => {
  const traction = {
    code: 'lumbar-traction',
    name: 'Lumbar traction',
    authority: 'ask' as const,
    bounds: [{ parameter: 'tractionKg' as const, min: 6, max: 10 }],
    rationale: 'Leg pain',
  };
  const episode = await aTreatedEpisode(clinic, { prescription: { interventions: [traction] } });
  const pulled = (tractionKg: number) =>
    aFilledSheet({ interventions: [given('lumbar-traction', { tractionKg }, 10, '97012')] });
  await aSignedSession(clinic, episode, 2, pulled(6));
  await aNextVersion(clinic, episode, { interventions: [traction] });

  const session = await aPlannedSession(clinic, episode);
  const signed = (tractionKg: number) =>
    signing(clinic, episode, session, { content: pulled(tractionKg), prescriptionVersion: 2 });

  expect(await signed(10)).toBeProblem('outside-bounds');
  expect((await signed(6)).status).toBe(200);
});

import { beforeAll, describe, expect, test } from 'vitest';
import { sessionsApi } from '#shared/sessions/contract.ts';
import type { SessionContent } from '#shared/sessions/model.ts';
import type { SessionHead } from '#shared/sessions/sheet.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import {
  aFilledSheet,
  aPlannedSession,
  aTreatedEpisode,
  given,
  signing,
  type TreatedEpisode,
} from '#tests/support/sessions-factory.ts';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

const bridges = (minutes: number, changes: Partial<SessionContent> = {}): SessionContent =>
  aFilledSheet({
    interventions: [given('bridge', { sets: 3, repetitions: 10 }, minutes, '97110')],
    ...changes,
  });

async function twoOnOneDay(payerProfile: 'none' | 'medicare_part_b') {
  const episode = await aTreatedEpisode(clinic, { payerProfile });
  const morning = await aPlannedSession(clinic, episode);
  const afternoon = await aPlannedSession(clinic, episode, { time: '15:00' });
  return { episode, morning, afternoon };
}

const sheetOf = async ({ sessionId }: SessionHead) =>
  (await clinic.as('therapist').call(sessionsApi.sheet, { params: { sessionId } })).body;

const sign = async (episode: TreatedEpisode, session: SessionHead, content: SessionContent) => {
  const answer = await signing(clinic, episode, session, { content });
  expect(answer.status).toBe(200);
  return answer.body;
};

describe('two notes of one date', () => {
  test('are one date’s minutes for Medicare: 8 and 8 are one unit', async () => {
    const { episode, morning, afternoon } = await twoOnOneDay('medicare_part_b');
    expect((await sign(episode, morning, bridges(8))).units).toEqual({ '97110': 1 });

    const before = await sheetOf(afternoon);
    expect(before.sameDay).toEqual({
      services: [{ billingCode: '97110', minutes: 8, assistantMinutes: 0 }],
      billed: [{ units: { '97110': 1 }, untimedUnits: {} }],
    });
    expect((await sign(episode, afternoon, bridges(8))).units).toEqual({ '97110': 0 });
    expect((await sheetOf(afternoon)).signed?.billing).toMatchObject({
      timedUnits: 0,
      earlierToday: { timedMinutes: 8, units: { '97110': 1 } },
    });
  });

  test('signed at the same moment bill no more than one after the other', async () => {
    const { episode, morning, afternoon } = await twoOnOneDay('medicare_part_b');
    const answers = await Promise.all(
      [morning, afternoon].map((session) => sign(episode, session, bridges(8))),
    );
    expect(answers.map(({ units }) => units['97110'] ?? 0).toSorted((a, b) => a - b)).toEqual([0, 1]);
  });

  test('stay two for a payer that counts each code of a note by itself', async () => {
    const { episode, morning, afternoon } = await twoOnOneDay('none');
    await sign(episode, morning, bridges(8));
    expect((await sign(episode, afternoon, bridges(8))).units).toEqual({ '97110': 1 });
  });

  test('units that the screen counted without the other note are refused', async () => {
    const { episode, morning, afternoon } = await twoOnOneDay('medicare_part_b');
    await sign(episode, morning, bridges(8));
    const refused = await clinic.as('therapist').call(sessionsApi.sign, {
      params: { episodeId: episode.episodeId, sessionId: afternoon.sessionId },
      body: {
        content: bridges(8, {
          subjective: { text: 'Better.', carried: false },
          assessment: { text: '', carried: false },
          plan: { text: '', carried: false },
        }),
        expectedVersion: afternoon.version,
        prescriptionVersion: 1,
        unitsSeen: { '97110': 1 },
      },
    });
    expect(refused).toBeProblem('incomplete-session');
  });
});

describe('two episodes of one patient', () => {
  const kneeAndBack = async (payerOfBack: 'none' | 'medicare_part_b' = 'medicare_part_b') => {
    const knee = await aTreatedEpisode(clinic, { payerProfile: 'medicare_part_b' });
    const back = await aTreatedEpisode(clinic, {
      patient: { patientId: knee.patientId },
      payerProfile: payerOfBack,
      team: [],
    });
    return {
      knee,
      back,
      first: await aPlannedSession(clinic, knee),
      second: await aPlannedSession(clinic, back, { time: '15:00' }),
    };
  };

  test('seen on one date are one date’s minutes for Medicare', async () => {
    const { knee, back, first, second } = await kneeAndBack();
    expect((await sign(knee, first, bridges(8))).units).toEqual({ '97110': 1 });
    expect((await sheetOf(second)).sameDay.services).toHaveLength(1);
    expect((await sign(back, second, bridges(8))).units).toEqual({ '97110': 0 });
  });

  test('signed at the same moment bill no more than one after the other', async () => {
    const { knee, back, first, second } = await kneeAndBack();
    const answers = await Promise.all([sign(knee, first, bridges(8)), sign(back, second, bridges(8))]);
    expect(answers.map(({ units }) => units['97110'] ?? 0).toSorted((a, b) => a - b)).toEqual([0, 1]);
  });

  test('that two payers pay are counted apart', async () => {
    const { knee, back, first, second } = await kneeAndBack('none');
    await sign(knee, first, bridges(20));
    expect((await sheetOf(second)).sameDay.services).toEqual([]);
    expect((await sign(back, second, bridges(8))).units).toEqual({ '97110': 1 });
  });
});

describe('two disciplines on one date', () => {
  test('are two plans of care: each bills its own minutes under its own modifier', async () => {
    const episode = await aTreatedEpisode(clinic, {
      payerProfile: 'medicare_part_b',
      team: ['physiatrist', 'therapist', 'occupational-therapist'],
    });
    const physical = await aPlannedSession(clinic, episode);
    const occupational = await aPlannedSession(clinic, episode, {
      therapist: 'occupational-therapist',
      time: '15:00',
    });
    expect((await sign(episode, physical, bridges(8))).units).toEqual({ '97110': 1 });

    const by = 'occupational-therapist';
    const seen = await clinic
      .as(by)
      .call(sessionsApi.sheet, { params: { sessionId: occupational.sessionId } });
    expect(seen.body.sameDay).toEqual({ services: [], billed: [] });
    const answer = await signing(clinic, episode, occupational, { by, content: bridges(8) });
    expect(answer.body.units).toEqual({ '97110': 1 });
    expect((await sheetOf(occupational)).signed?.billing?.modifiers).toEqual({ '97110': ['GO'] });
  });
});

describe('a Medicare claim', () => {
  test('of a day knows no allowed amount that was entered for a later one', async () => {
    const episode = await aTreatedEpisode(clinic, { payerProfile: 'medicare_part_b' });
    const amounts = [
      [200_000, clinic.day(-6)],
      [260_000, clinic.today()],
    ] as const;
    for (const [cents, asOf] of amounts) {
      await clinic.rows(
        `insert into therapy_amount (organization_id, id, patient_id, year, amount_cents, as_of_on, source, recorded_by_id, recorded_at)
         values ($1, gen_random_uuid(), $2, $3, $4, $5, 'portal', $6, now())`,
        [
          clinic.organizationId,
          episode.patientId,
          Number(clinic.today().slice(0, 4)),
          cents,
          asOf,
          clinic.staff.administrator.id,
        ],
      );
    }
    const earlier = await aPlannedSession(clinic, episode, { date: clinic.day(-5) });
    const today = await aPlannedSession(clinic, episode);
    expect((await sheetOf(earlier)).allowedCents).toBe(200_000);
    expect((await sheetOf(today)).allowedCents).toBe(260_000);
    await sign(episode, earlier, bridges(15));
    expect((await sheetOf(earlier)).signed?.billing?.modifiers).toEqual({ '97110': ['GP'] });
  });

  test('names unattended stimulation G0283, bundles the hot pack, and carries KX above the threshold', async () => {
    const episode = await aTreatedEpisode(clinic, {
      payerProfile: 'medicare_part_b',
      prescription: {
        interventions: ['bridge', 'hot-pack', 'tens'].map((code) => ({
          code,
          name: code,
          authority: 'free' as const,
          bounds: [],
          rationale: null,
        })),
      },
    });
    await clinic.rows(
      `insert into therapy_amount (organization_id, id, patient_id, year, amount_cents, as_of_on, source, recorded_by_id, recorded_at)
       values ($1, gen_random_uuid(), $2, $3, 260000, $4, 'portal', $5, now())`,
      [
        clinic.organizationId,
        episode.patientId,
        Number(clinic.today().slice(0, 4)),
        clinic.today(),
        clinic.staff.administrator.id,
      ],
    );
    const session = await aPlannedSession(clinic, episode);
    const { units } = await sign(
      episode,
      session,
      aFilledSheet({
        interventions: [
          given('bridge', { sets: 3, repetitions: 10 }, 15, '97110'),
          given('tens', { minutes: 15 }, 15, '97014'),
          given('hot-pack', { minutes: 10 }, 10, '97010'),
        ],
      }),
    );
    expect(units).toEqual({ '97110': 1, G0283: 1 });
    const { signed, allowedCents } = await sheetOf(session);
    expect(allowedCents).toBe(260_000);
    expect(signed?.interventions.map(({ billingCode }) => billingCode)).toEqual(['97110', 'G0283', '97010']);
    expect(signed?.billing).toMatchObject({
      bundled: ['97010'],
      totalTreatmentMinutes: 40,
      modifiers: { '97110': ['GP', 'KX'], G0283: ['GP', 'KX'] },
    });
  });
});

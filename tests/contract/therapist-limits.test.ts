import { beforeAll, describe, expect, test } from 'vitest';
import { ordersApi } from '#shared/orders/contract.ts';
import { ICD_10_CM } from '#shared/patients/code-systems.ts';
import { patientsApi } from '#shared/patients/contract.ts';
import { proposePrecautions } from '#shared/prescriptions/precautions.ts';
import { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import type { PrescribedIntervention } from '#shared/prescriptions/model.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { NO_VITALS } from '#shared/sessions/model.ts';
import { aClinic, type PersonName, type TestClinic } from '#tests/support/a-clinic.ts';
import {
  aFilledSheet,
  aNextVersion,
  aPlannedSession,
  aTreatedEpisode,
  given,
  signing,
  somePermitted,
} from '#tests/support/sessions-factory.ts';

/** rules.md section 3, the rows that the prescription decides: driven over HTTP, whoever asks. */
let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

const team = ['physiatrist', 'therapist', 'assistant'] as const;
const tens: PrescribedIntervention = {
  code: 'tens',
  name: 'TENS',
  authority: 'free',
  bounds: [],
  rationale: null,
};
const pacemaker = proposePrecautions([{ code: 'Z95.0', codeSystem: ICD_10_CM, status: 'active' }]);
const withTens = aFilledSheet({ interventions: [given('tens', { minutes: 15 }, 15, 'G0283')] });

describe('an intervention that the prescription marks contraindicated', () => {
  const prescription = {
    interventions: [...somePermitted(), tens],
    precautions: pacemaker,
    noPrecautionsKnown: false,
  };

  test('is given by nobody: the signature names it, for a therapist and for an assistant', async () => {
    const episode = await aTreatedEpisode(clinic, { team, prescription });
    const session = await aPlannedSession(clinic, episode);
    for (const by of ['therapist', 'assistant'] as const) {
      const answer = await signing(clinic, episode, session, { by, content: withTens });
      expect(answer).toBeProblem('gate-closed');
      expect(answer.problem?.issues?.map(({ code }) => code)).toEqual(['INTERVENTION_BLOCKED']);
    }
    for (const [by, code] of [
      ['physiatrist', 'forbidden'],
      ['administrator', 'forbidden'],
      ['outside-therapist', 'not-found'],
      ['second-therapist', 'not-found'],
    ] as const) {
      expect(await signing(clinic, episode, session, { by, content: withTens })).toBeProblem(code);
    }
    const sheet = await clinic
      .as('therapist')
      .call(sessionsApi.sheet, { params: { sessionId: session.sessionId } });
    expect(sheet.body.signed).toBeNull();
  });

  test('is given again only under a new signed version in which the physiatrist set the contraindication aside', async () => {
    const episode = await aTreatedEpisode(clinic, { team, prescription });
    await aNextVersion(clinic, episode, {
      ...prescription,
      precautions: pacemaker.map((one) => ({
        ...one,
        decision: 'override' as const,
        overrideReason: 'Cardiology agrees',
      })),
    });
    const session = await aPlannedSession(clinic, episode);
    const answer = await signing(clinic, episode, session, { content: withTens, prescriptionVersion: 2 });
    expect(answer.status).toBe(200);
  });
});

describe('weight bearing, precautions and limits of vital signs', () => {
  const ordered = {
    vitals: {
      bloodPressure: { maxSystolic: 160, maxDiastolic: 95 },
      heartRate: null,
      spo2: null,
      glucose: null,
    },
  };

  test.each(['therapist', 'assistant', 'administrator'] as const)(
    'a %s loosens none of them, by any address that could',
    async (person) => {
      const { episodeId, patientId, prescriptionId } = await aTreatedEpisode(clinic, { team });
      const [condition] = await clinic.rows<{ id: string }>(
        `insert into condition (organization_id, id, patient_id, category, code, code_system, display)
         values ($1, gen_random_uuid(), $2, 'comorbidity', 'Z95.0', $3, 'Pacemaker') returning id`,
        [clinic.organizationId, patientId, ICD_10_CM],
      );
      const as = clinic.as(person);
      const draft = await clinic
        .as('physiatrist')
        .call(prescriptionsApi.beginDraft, { params: { episodeId }, body: {} });
      const page = await clinic.as('physiatrist').call(prescriptionsApi.page, { params: { episodeId } });
      expect(draft.status).toBe(200);
      const content = page.body.draft?.content;
      if (content === undefined) throw new Error('no draft');
      expect(
        await as.call(prescriptionsApi.saveDraft, {
          params: { episodeId },
          body: { content: { ...content, precautions: [] }, expectedVersion: page.body.draft?.version ?? 1 },
        }),
      ).toBeProblem('forbidden');
      expect(
        await as.call(prescriptionsApi.stop, {
          params: { prescriptionId },
          body: { reason: 'Away with it' },
        }),
      ).toBeProblem('forbidden');
      expect(
        await as.call(patientsApi.changeConditionStatus, {
          params: { patientId, conditionId: condition?.id ?? '' },
          body: { status: 'resolved', reason: 'Gone', expectedVersion: 1 },
        }),
      ).toBeProblem('forbidden');
    },
  );

  test('nobody treats around ordered vital signs: not measured, and out of range, close the sheet', async () => {
    const episode = await aTreatedEpisode(clinic, { team, prescription: ordered });
    const session = await aPlannedSession(clinic, episode);
    const codesOf = async (by: PersonName, systolic: number | null) => {
      const vitals = { ...NO_VITALS, systolic, diastolic: systolic === null ? null : 80 };
      const answer = await signing(clinic, episode, session, { by, content: aFilledSheet({ vitals }) });
      return answer.problem?.issues?.map(({ code }) => code);
    };
    for (const by of ['therapist', 'assistant'] as const) {
      expect(await codesOf(by, null)).toEqual(['VITALS_REQUIRED']);
      expect(await codesOf(by, 161)).toEqual(['VITALS_OUT_OF_RANGE']);
    }
    expect(await codesOf('therapist', 160)).toBeUndefined();
  });

  test('a therapist tightens: a comorbidity is recorded, and what it asks for stands before the physiatrist', async () => {
    const { episodeId, patientId } = await aTreatedEpisode(clinic, { team });
    const added = await clinic.as('therapist').call(patientsApi.addCondition, {
      params: { patientId },
      body: { category: 'comorbidity', code: 'Z95.0', display: 'Pacemaker', side: null, onsetOn: null },
    });
    expect(added.status).toBe(200);
    const status = await clinic.as('physiatrist').call(prescriptionsApi.page, { params: { episodeId } });
    expect(JSON.stringify(status.body)).toContain('Pacemaker');
  });
});

describe('a therapist may always stop or reduce treatment for safety', () => {
  const sheet = (...rows: Parameters<typeof given>[]) =>
    aFilledSheet({ interventions: rows.map((row) => given(...row)) });

  test('less than was given, less than the least that is prescribed, and less of the list are signed', async () => {
    const episode = await aTreatedEpisode(clinic, { team });
    const first = await aPlannedSession(clinic, episode, { date: clinic.day(-3) });
    const full = sheet(
      ['bridge', { sets: 3, repetitions: 10 }, 8, '97110'],
      ['walking-treadmill', { minutes: 25 }, 25, '97116'],
      ['lumbar-traction', { tractionKg: 8 }, 10, '97012'],
    );
    expect((await signing(clinic, episode, first, { content: full })).status).toBe(200);
    for (const [by, time] of [
      ['therapist', '09:00'],
      ['assistant', '11:00'],
    ] as const) {
      const session = await aPlannedSession(clinic, episode, { by, time });
      // The treadmill is prescribed for 20 minutes at the least; five were enough today, and no traction.
      const less = sheet(['walking-treadmill', { minutes: 5 }, 5, '97116']);
      expect((await signing(clinic, episode, session, { by, content: less })).status, by).toBe(200);
    }
  });

  test('a visit is called off, and a red flag stops all of them, without asking anybody', async () => {
    const episode = await aTreatedEpisode(clinic, { team });
    const { episodeId } = episode;
    const [first, second] = [
      await aPlannedSession(clinic, episode),
      await aPlannedSession(clinic, episode, { time: '14:00' }),
    ];
    const cancelled = await clinic.as('assistant').call(sessionsApi.cancel, {
      params: { episodeId, sessionId: first.sessionId },
      body: { reason: 'Dizzy', by: 'clinic', expectedVersion: first.version },
    });
    expect(cancelled.status).toBe(200);
    const raised = await clinic.as('therapist').call(sessionsApi.raiseRedFlag, {
      params: { episodeId },
      body: { code: 'RF-CES', level: 'emergency', note: 'Numb saddle' },
    });
    expect(raised.status).toBe(200);
    const answer = await signing(clinic, episode, second);
    expect(answer.problem?.issues?.map(({ code }) => code)).toEqual(['SAFETY_HOLD']);
    const holds = await clinic.as('physiatrist').call(sessionsApi.holds, { params: { episodeId } });
    const hold = holds.body.holds[0];
    for (const by of ['therapist', 'assistant', 'administrator'] as const) {
      expect(
        await clinic.as(by).call(sessionsApi.closeHold, {
          params: { episodeId, safetyHoldId: raised.body.safetyHoldId ?? '' },
          body: { reason: 'Feels better', expectedVersion: hold?.version ?? 1 },
        }),
      ).toBeProblem('forbidden');
    }
  });

  test('that a dose is reduced needs no change request, and one that asks to stop an intervention is taken', async () => {
    const { prescriptionId } = await aTreatedEpisode(clinic, { team });
    const asked = await clinic.as('therapist').call(prescriptionsApi.askForChange, {
      params: { prescriptionId },
      body: {
        proposal: {
          edits: [{ code: 'lumbar-traction', from: null, to: 'stop' }],
          frequencyPerWeek: null,
          durationWeeks: null,
        },
        reason: 'Worse after each of three',
      },
    });
    expect(asked.status).toBe(200);
  });
});

describe('what a therapist recommends', () => {
  test('is work for the physiatrists of the team and orders nothing', async () => {
    const { episodeId } = await aTreatedEpisode(clinic, { team });
    const recommend = (by: PersonName, recommendation = 'MRI: the leg is weaker than a week ago.') =>
      clinic.as(by).call(ordersApi.recommend, { params: { episodeId }, body: { recommendation } });
    expect((await recommend('therapist')).status).toBe(200);
    const { body } = await clinic.as('physiatrist').call(ordersApi.list, { params: { episodeId } });
    expect(body.orders).toEqual([]);
    expect(body.recommendations).toMatchObject([
      { recommendation: 'MRI: the leg is weaker than a week ago.' },
    ]);
    for (const by of ['physiatrist', 'assistant', 'administrator'] as const)
      expect(await recommend(by)).toBeProblem('forbidden');
    for (const by of ['second-therapist', 'outside-therapist'] as const)
      expect(await recommend(by)).toBeProblem('not-found');
    expect(await recommend('therapist', '  ')).toBeProblem('invalid-input');
  });
});

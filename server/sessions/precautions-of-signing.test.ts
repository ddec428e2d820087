import { beforeAll, describe, expect, test } from 'vitest';
import { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import type { PrescribedPrecaution } from '#shared/prescriptions/model.ts';
import { proposePrecautions } from '#shared/prescriptions/precautions.ts';
import { ICD_10_CM } from '#shared/patients/code-systems.ts';
import { medicationsApi } from '#shared/medications/contract.ts';
import { NO_VITALS } from '#shared/sessions/model.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import {
  aFilledSheet,
  aPlannedSession,
  aTreatedEpisode,
  given,
  permitted,
  precautionsRead,
  sheetOf,
  signing,
} from '#tests/support/sessions-factory.ts';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

/** The rows of the table that a code calls for. */
const rowsOf = (code: string): PrescribedPrecaution[] =>
  proposePrecautions([{ code, codeSystem: ICD_10_CM, status: 'active' }]);

const manipulation = {
  interventions: [given('spinal-manipulation', { minutes: 10 }, 10, '97140')],
};

describe('a precaution of what is given is acknowledged by whoever gives it', () => {
  const anEpisode = () =>
    aTreatedEpisode(clinic, {
      prescription: {
        interventions: [
          permitted('spinal-manipulation', 'Spinal manipulation'),
          permitted('bridge', 'Bridge'),
        ],
        precautions: [...rowsOf('M81.0'), ...rowsOf('Z79.01')],
        noPrecautionsKnown: false,
      },
    });

  test('signing without it is refused with the name of each precaution; with it, the note says who and when', async () => {
    const episode = await anEpisode();
    const session = await aPlannedSession(clinic, episode);
    const refused = await signing(clinic, episode, session, { content: aFilledSheet(manipulation) });
    expect(refused).toBeProblem('incomplete-session');
    expect(refused.problem?.issues?.map(({ message }) => message)).toEqual([
      expect.stringContaining('Loaded or end-range spinal flexion'),
      expect.stringContaining('Manipulation, deep friction, dry needling'),
    ]);
    const byAnother = aFilledSheet({
      ...manipulation,
      acknowledged: await precautionsRead(clinic, session, 'physiatrist'),
    });
    expect(await signing(clinic, episode, session, { content: byAnother })).toBeProblem('incomplete-session');

    const content = aFilledSheet({ ...manipulation, acknowledged: await precautionsRead(clinic, session) });
    expect((await signing(clinic, episode, session, { content })).status).toBe(200);
    const sheet = await sheetOf(clinic, session, 'physiatrist');
    expect(sheet.signed?.acknowledged).toMatchObject([
      {
        about: ['Spinal manipulation'],
        words: expect.stringContaining('thrust'),
        by: expect.stringMatching(/\w/),
      },
      { about: ['Spinal manipulation'], words: expect.stringContaining('No INR is known') },
    ]);
  });

  test('what is not given today asks for nothing', async () => {
    const episode = await anEpisode();
    const session = await aPlannedSession(clinic, episode);
    const content = aFilledSheet({
      interventions: [given('bridge', { sets: 3, repetitions: 10 }, 8, '97110')],
    });

    expect((await signing(clinic, episode, session, { content })).status).toBe(200);
  });
});

describe('an INR above the clinic’s limit forbids manipulation under an anticoagulant', () => {
  test('of today or of an earlier visit; a lower one opens the gate again', async () => {
    const limited = await aClinic();
    await limited.rows(
      `update clinic set clinical_values = '{"vitals.inrLimit": "3"}' where organization_id = $1`,
      [limited.organizationId],
    );
    const rows = rowsOf('Z79.01');
    const episode = await aTreatedEpisode(limited, {
      prescription: {
        interventions: [
          permitted('spinal-manipulation', 'Spinal manipulation'),
          permitted('bridge', 'Bridge'),
        ],
        precautions: rows,
        noPrecautionsKnown: false,
      },
    });
    const bridge = [given('bridge', { sets: 3, repetitions: 10 }, 8, '97110')];
    const first = await aPlannedSession(limited, episode);
    const second = await aPlannedSession(limited, episode, { time: '11:00' });
    const sign = async (session: typeof first, changes: Parameters<typeof aFilledSheet>[0]) =>
      signing(limited, episode, session, {
        content: aFilledSheet({
          acknowledged: await precautionsRead(limited, session, 'therapist', changes?.vitals),
          ...changes,
        }),
      });

    const high = await sign(first, { ...manipulation, vitals: { ...NO_VITALS, inr: 3.6 } });
    expect(high).toBeProblem('gate-closed');
    expect(high.problem?.detail).toContain('Spinal manipulation is contraindicated');
    expect((await sign(first, { interventions: bridge, vitals: { ...NO_VITALS, inr: 3.6 } })).status).toBe(
      200,
    );

    expect(await sign(second, manipulation)).toBeProblem('gate-closed');
    const earlierTest = { ...NO_VITALS, inr: 2.4, inrOn: limited.day(-1) };
    expect(await sign(second, { ...manipulation, vitals: earlierTest })).toBeProblem('gate-closed');
    const lower = { ...NO_VITALS, inr: 2.4, inrOn: limited.today() };
    const asBefore = await precautionsRead(limited, second);
    const unread = await sign(second, { ...manipulation, vitals: lower, acknowledged: asBefore });
    expect(unread.problem?.issues?.map(({ message }) => message)).toEqual([
      expect.stringContaining('INR 2.4, tested'),
    ]);
    expect((await sign(second, { ...manipulation, vitals: lower })).status).toBe(200);

    const third = await aPlannedSession(limited, episode, { time: '13:00' });
    const told = await limited.as('therapist').call(medicationsApi.enterInr, {
      params: { episodeId: episode.episodeId },
      body: { value: 3.9, testedOn: limited.today() },
    });
    expect(told.status).toBe(200);
    const refused = await sign(third, manipulation);
    expect(refused).toBeProblem('gate-closed');
    expect(refused.problem?.detail).toMatch(
      /INR 3\.9, tested .*, entered with the medication by .* is above the clinic’s limit of 3\.$/,
    );
  });
});

describe('a local contraindication with a place to keep away from', () => {
  const rows = rowsOf('Z95.0');
  const over = rows.filter(({ scope }) => scope === 'local');

  const anEpisode = (precautions: PrescribedPrecaution[]) =>
    aTreatedEpisode(clinic, {
      prescription: {
        interventions: [permitted('ultrasound', 'Therapeutic ultrasound')],
        precautions,
        noPrecautionsKnown: false,
      },
    });
  const ultrasound = { interventions: [given('ultrasound', { minutes: 8 }, 8, '97035')] };

  test('forbids everywhere without the place; with it the place is acknowledged and stays on the note', async () => {
    expect(over).toHaveLength(1);
    const everywhere = await anEpisode(rows);
    const before = await aPlannedSession(clinic, everywhere);
    expect(await signing(clinic, everywhere, before, { content: aFilledSheet(ultrasound) })).toBeProblem(
      'gate-closed',
    );

    const placed = rows.map((row) => (row.scope === 'local' ? { ...row, avoid: 'left chest' } : row));
    const episode = await anEpisode(placed);
    const session = await aPlannedSession(clinic, episode);
    expect(await signing(clinic, episode, session, { content: aFilledSheet(ultrasound) })).toBeProblem(
      'incomplete-session',
    );
    const content = aFilledSheet({ ...ultrasound, acknowledged: await precautionsRead(clinic, session) });
    expect((await signing(clinic, episode, session, { content })).status).toBe(200);
    const sheet = await sheetOf(clinic, session);
    expect(sheet.signed?.acknowledged?.[0]?.words).toContain('not at left chest');
  });
});

test('a saved draft keeps the place of a local rule and drops one of a rule that holds anywhere', async () => {
  const episode = await aTreatedEpisode(clinic, {
    prescription: { precautions: rowsOf('Z95.0'), noPrecautionsKnown: false },
  });
  const params = { episodeId: episode.episodeId };
  const draft = await clinic.as('physiatrist').call(prescriptionsApi.beginDraft, { params });
  const content = {
    ...draft.body.content,
    precautions: draft.body.content.precautions.map((row) => ({ ...row, avoid: 'left chest' })),
  };
  await clinic.as('physiatrist').call(prescriptionsApi.saveDraft, {
    params,
    body: { content, expectedVersion: draft.body.version },
  });

  const { body } = await clinic.as('physiatrist').call(prescriptionsApi.page, { params });
  expect(body.draft?.content.precautions.map(({ scope, avoid }) => [scope, avoid])).toEqual(
    rowsOf('Z95.0').map(({ scope }) => [scope, scope === 'local' ? 'left chest' : undefined]),
  );
});

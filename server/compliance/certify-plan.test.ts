import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { certificationAct } from '#shared/compliance/certification-act.ts';
import { complianceApi } from '#shared/compliance/contract.ts';
import { delayOfSignature } from '#shared/compliance/delayed-certification.ts';
import { complianceStanding } from '#shared/compliance/standing.ts';
import { patientsApi } from '#shared/patients/contract.ts';
import { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import { aClinic, type PersonName, type TestClinic } from '#tests/support/a-clinic.ts';
import { anEvaluationOnFile } from '#tests/support/evaluation-on-file.ts';
import { aMedicareEpisode } from '#tests/support/medicare-episode.ts';
import { aPrescriptionDraft, aSignedConsult } from '#tests/support/prescriptions-factory.ts';
import { aPlannedSession, sheetOf, signing, type TreatedEpisode } from '#tests/support/sessions-factory.ts';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

/** A Medicare episode whose first version was signed as an order only; treated on these days ago. */
async function ordered(days: readonly number[], startsIn = -30): Promise<TreatedEpisode> {
  const episode = await aMedicareEpisode(clinic, { days, startsIn });
  // A signed version never changes: the test writes the past as the tables' owner.
  await clinic.rows(`alter table prescription disable trigger user`);
  await clinic.rows(`update prescription set certifies_plan = false where id = $1`, [episode.prescriptionId]);
  await clinic.rows(`alter table prescription enable trigger user`);
  return episode;
}

const pageOf = async ({ episodeId }: Pick<TreatedEpisode, 'episodeId'>) =>
  (await clinic.as('therapist').call(complianceApi.documentation, { params: { episodeId } })).body;
const initialOf = async (episode: TreatedEpisode) => {
  const { facts, today } = await pageOf(episode);
  return complianceStanding(facts, today).certification?.initial;
};

/** The administrator corrects whose payer rules the episode follows. */
async function payerIs(
  { episodeId }: TreatedEpisode,
  payerProfile: 'none' | 'medicare_part_b',
): Promise<void> {
  const [row] = await clinic.rows<{ concern: string; version: number }>(
    `select concern, version from episode where id = $1`,
    [episodeId],
  );
  const answer = await clinic.as('administrator').call(patientsApi.changeEpisode, {
    params: { episodeId },
    body: {
      concern: row?.concern ?? '',
      bodyRegion: 'lower-back',
      side: null,
      onsetOn: null,
      payerProfile,
      expectedVersion: row?.version ?? 1,
    },
  });
  expect(answer.status).toBe(200);
}

const certifying = (
  { episodeId, prescriptionId }: TreatedEpisode,
  body: { reason?: string | null; involvement?: string | null } = {},
  by: PersonName = 'physiatrist',
  key = randomUUID(),
) =>
  clinic
    .as(by)
    .call(
      complianceApi.certify,
      { params: { episodeId }, body: { prescriptionId, reason: null, involvement: null, ...body } },
      { key },
    );

describe('a version signed as an order only', () => {
  test('is pending, certified by the order once the plan was sent, and then needs no signature', async () => {
    const episode = await ordered([10]);
    expect(await initialOf(episode)).toBe('PENDING');
    const { episodeId, prescriptionId } = episode;
    await clinic.as('therapist').call(complianceApi.recordSending, {
      params: { episodeId },
      body: { prescriptionId, sentOn: clinic.day(-5), sentTo: 'Dr Voss', method: 'fax', evidence: null },
    });
    expect(await initialOf(episode)).toBe('CERTIFIED_BY_ORDER');
  });

  test('is overdue after 30 days: the gate closes, and the physiatrist’s late statement with its reason opens it', async () => {
    const episode = await ordered([], -40);
    await anEvaluationOnFile(clinic, episode.episodeId, {
      kind: 'pt-evaluation',
      by: 'therapist',
      on: clinic.day(-38),
    });
    expect(await initialOf(episode)).toBe('OVERDUE');
    const session = await aPlannedSession(clinic, episode);
    expect(await signing(clinic, episode, session)).toBeProblem('gate-closed');

    expect(await certifying(episode)).toBeProblem('invalid-input');
    const key = randomUUID();
    const stated = await certifying(
      episode,
      { reason: 'The form lay in the wrong tray.' },
      'physiatrist',
      key,
    );
    expect(stated.status).toBe(200);
    const again = await certifying(
      episode,
      { reason: 'The form lay in the wrong tray.' },
      'physiatrist',
      key,
    );
    expect(again.body).toEqual(stated.body);
    expect(await certifying(episode, { reason: 'Again.' })).toBeProblem('conflict');

    expect(await initialOf(episode)).toBe('CERTIFIED_DELAYED');
    expect((await pageOf(episode)).certifications).toMatchObject([
      { versionNumber: 1, reason: 'The form lay in the wrong tray.', involvement: null },
    ]);
    expect((await signing(clinic, episode, session)).status).toBe(200);
  });

  test('that no payer asked to certify stops no care when the payer is corrected: treatment goes on, and the physiatrist is asked', async () => {
    const episode = await ordered([38], -40);
    const { episodeId } = episode;
    await clinic.rows(`update episode set payer_profile = 'none' where id = $1`, [episodeId]);
    await payerIs(episode, 'medicare_part_b');

    expect(await initialOf(episode)).toBe('OVERDUE');
    const tasks = await clinic.rows(
      `select owner_id from task where kind = 'certification' and status = 'open' and episode_id = $1`,
      [episodeId],
    );
    expect(tasks).toEqual([{ owner_id: clinic.staff.physiatrist.id }]);
    const session = await aPlannedSession(clinic, episode);
    const sheet = await sheetOf(clinic, session);
    expect(sheet.gate.certification?.careUntil).toBe(clinic.day(30));
    expect((await signing(clinic, episode, session)).status).toBe(200);
  });

  test('is given those days once: neither taking Medicare away and back nor a second correction renews them (CERT-7)', async () => {
    const since = async ({ episodeId }: TreatedEpisode) =>
      (await pageOf({ episodeId })).facts.certification.payerSince;
    const overdue = await ordered([38], -40);
    await payerIs(overdue, 'none');
    await payerIs(overdue, 'medicare_part_b');
    expect(await since(overdue)).toBeNull();
    expect(await signing(clinic, overdue, await aPlannedSession(clinic, overdue))).toBeProblem('gate-closed');

    const corrected = await ordered([38], -40);
    await clinic.rows(`update episode set payer_since = $2::date, opened_on = $2::date - 20 where id = $1`, [
      corrected.episodeId,
      clinic.day(-31),
    ]);
    await payerIs(corrected, 'none');
    await payerIs(corrected, 'medicare_part_b');
    expect(await since(corrected)).toBe(clinic.day(-31));
    expect(await signing(clinic, corrected, await aPlannedSession(clinic, corrected))).toBeProblem(
      'gate-closed',
    );
  });

  test('more than six months late, it asks for evidence as well', async () => {
    const episode = await ordered([], -260);
    await anEvaluationOnFile(clinic, episode.episodeId, {
      kind: 'pt-evaluation',
      by: 'therapist',
      on: clinic.day(-258),
    });
    expect(await certifying(episode, { reason: 'Overlooked.' })).toBeProblem('invalid-input');
    const shown = { reason: 'Overlooked.', involvement: 'Reviews on 3 Mar and 9 Apr.' };
    expect((await certifying(episode, shown)).status).toBe(200);
  });

  test('is certified by a physiatrist of the team, who sees the patient', async () => {
    const episode = await ordered([10]);
    expect(await certifying(episode, {}, 'therapist')).toBeProblem('forbidden');
    expect(await certifying(episode, {}, 'outsider')).toBeProblem('not-found');
    const other = await ordered([9]);
    const mixed = { ...episode, prescriptionId: other.prescriptionId };
    expect(await certifying(mixed)).toBeProblem('not-found');
  });
});

test('a signature that certified in time has nothing to explain', async () => {
  const episode = await aMedicareEpisode(clinic, { days: [10] });
  expect(await certifying(episode, { reason: 'Late?' })).toBeProblem('conflict');
});

test('the statement is kept with the version that was signed', async () => {
  const certifies = async (payerProfile: 'none' | 'medicare_part_b', certifiesPlan: boolean) => {
    const { episodeId } = await clinic.anEpisode({ payerProfile });
    await aSignedConsult(clinic, episodeId);
    const { version } = await aPrescriptionDraft(clinic, episodeId);
    const signed = await clinic.as('physiatrist').call(prescriptionsApi.sign, {
      params: { episodeId },
      body: { expectedVersion: version, reason: null, certifiesPlan },
    });
    const [row] = await clinic.rows<{ certifies: boolean }>(
      `select certifies_plan as certifies from prescription where id = $1`,
      [signed.body.prescriptionId],
    );
    return row?.certifies;
  };
  expect(await certifies('medicare_part_b', true)).toBe(true);
  expect(await certifies('medicare_part_b', false)).toBe(false);
  // Nothing was asked, so nothing was stated.
  expect(await certifies('none', true)).toBe(false);
});

test('a signature that does not speak of certification is refused: it is never inferred (decision 21)', () => {
  const signed = prescriptionsApi.sign.body.safeParse({ expectedVersion: 1, reason: null });
  const request = { expectedVersion: 1, prescriptionId: randomUUID() };
  const approved = prescriptionsApi.approve.body.safeParse(request);
  for (const { error } of [signed, approved])
    expect(error?.issues.map(({ path }) => path)).toEqual([['certifiesPlan']]);
});

describe('a signature that certifies late', () => {
  /** The certified days of version 1 ended; version 2 is about to be signed. */
  const lapsed = async () => {
    const episode = await aMedicareEpisode(clinic, {
      days: [25],
      startsIn: -30,
      prescription: { durationWeeks: 3, reEvaluationOn: clinic.day(-12) },
    });
    const { version } = await aPrescriptionDraft(clinic, episode.episodeId);
    const sign = (more: object) =>
      clinic.as('physiatrist').call(prescriptionsApi.sign, {
        params: { episodeId: episode.episodeId },
        body: { expectedVersion: version, reason: 'Six weeks more', certifiesPlan: true, ...more },
      });
    return { episode, sign };
  };
  const actOf = async (episode: TreatedEpisode) => {
    const page = await pageOf(episode);
    return certificationAct(page, complianceStanding(page.facts, page.today).certification);
  };

  test('is refused without its reason, and nothing is signed', async () => {
    const { episode, sign } = await lapsed();

    const answer = await sign({});

    expect(answer).toBeProblem('invalid-input');
    expect(JSON.stringify(answer.problem)).toMatch(/certification was due on .*: say why it comes late/);
    expect((await pageOf(episode)).versions.map(({ versionNumber }) => versionNumber)).toEqual([1]);
  });

  test('stands with its reason, and nobody asks for it afterwards', async () => {
    const { episode, sign } = await lapsed();

    const answer = await sign({ certifiedLate: { reason: 'The patient was away.', involvement: null } });

    expect(answer.status).toBe(200);
    expect((await pageOf(episode)).certifications).toMatchObject([
      { versionNumber: 2, reason: 'The patient was away.', involvement: null },
    ]);
    expect(await actOf(episode)).toBeUndefined();
  });

  test('asks for nothing where it orders only', async () => {
    const { sign } = await lapsed();
    expect((await sign({ certifiesPlan: false })).status).toBe(200);
  });

  test('is known to the page before it is given', async () => {
    const { episode } = await lapsed();
    const { certification } = (
      await clinic.as('physiatrist').call(prescriptionsApi.page, { params: { episodeId: episode.episodeId } })
    ).body;
    const today = clinic.today();
    const delay =
      certification &&
      delayOfSignature(certification, { signedOn: today, startsOn: today, durationWeeks: 6 });
    expect(delay).toMatchObject({ isLate: true, needsEvidence: false });
  });
});

import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { complianceApi } from '#shared/compliance/contract.ts';
import { complianceBadges } from '#shared/compliance/badges.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { aClinic, type PersonName, type TestClinic } from '#tests/support/a-clinic.ts';
import { aMedicareEpisode, GOAL_JUDGED } from '#tests/support/medicare-episode.ts';
import { aSignedSession, aTreatedEpisode, type TreatedEpisode } from '#tests/support/sessions-factory.ts';

let clinic: TestClinic;

beforeAll(async () => {
  clinic = await aClinic();
});

const page = async ({ episodeId }: { episodeId: TreatedEpisode['episodeId'] }) =>
  (await clinic.as('therapist').call(complianceApi.documentation, { params: { episodeId } })).body;

const badgesOf = async (episode: TreatedEpisode) => {
  const { facts, today } = await page(episode);
  return complianceBadges(facts, episode, today).map(({ code }) => code);
};

const send = (
  { episodeId, prescriptionId }: Pick<TreatedEpisode, 'episodeId' | 'prescriptionId'>,
  sentOn = clinic.today(),
  { by = 'therapist', key = randomUUID() }: { by?: PersonName; key?: string } = {},
) =>
  clinic.as(by).call(
    complianceApi.recordSending,
    {
      params: { episodeId },
      body: {
        prescriptionId,
        sentOn,
        sentTo: 'Dr Ellen Voss, family medicine',
        method: 'fax',
        evidence: 'Fax 4471',
      },
    },
    { key },
  );

describe('evidence that the plan of care was sent', () => {
  test('clears its badge and stays as it was written: when, to whom, by whom', async () => {
    const episode = await aMedicareEpisode(clinic, { days: [5] });
    expect(await badgesOf(episode)).toEqual(['PLAN_NOT_SENT']);

    expect((await send(episode)).status).toBe(200);

    expect(await badgesOf(episode)).toEqual([]);
    expect((await page(episode)).sendings).toMatchObject([
      { versionNumber: 1, sentOn: clinic.today(), sentTo: 'Dr Ellen Voss, family medicine', method: 'fax' },
    ]);
  });

  test('is not of tomorrow, nor older than the version, nor of another episode; a double click is one', async () => {
    const episode = await aMedicareEpisode(clinic, { days: [] });
    const other = await aMedicareEpisode(clinic, { days: [] });

    expect(await send(episode, clinic.day(1))).toBeProblem('invalid-input');
    expect(await send(episode, clinic.day(-31))).toBeProblem('invalid-input');
    expect(await send({ ...episode, prescriptionId: other.prescriptionId })).toBeProblem('not-found');
    const key = randomUUID();
    const [a, b] = await Promise.all([
      send(episode, clinic.today(), { key }),
      send(episode, clinic.today(), { key }),
    ]);
    expect(a.body).toEqual(b.body);
    expect((await page(episode)).sendings).toHaveLength(1);
  });

  test('is recorded by a clinician of the team and by nobody else', async () => {
    const episode = await aMedicareEpisode(clinic, { days: [] });

    expect(await send(episode, clinic.today(), { by: 'administrator' })).toBeProblem('forbidden');
    expect(await send(episode, clinic.today(), { by: 'second-therapist' })).toBeProblem('not-found');
  });
});

describe('the amount of the calendar year', () => {
  const enter = (patientId: TreatedEpisode['patientId'], dollars: number, by: PersonName = 'administrator') =>
    clinic.as(by).call(complianceApi.enterAmount, {
      params: { patientId },
      body: { amountCents: dollars * 100, asOfOn: clinic.today(), source: 'Portal of the contractor' },
    });

  test('is entered by the administrator, seen by the team, and says when KX is needed', async () => {
    const episode = await aMedicareEpisode(clinic, { days: [] });
    await send(episode);

    expect(await enter(episode.patientId, 2000, 'therapist')).toBeProblem('forbidden');
    await enter(episode.patientId, 2000);
    expect(await badgesOf(episode)).toEqual([]);
    await enter(episode.patientId, 3000);
    expect(await badgesOf(episode)).toEqual(['MEDICAL_REVIEW']);

    const seen = await clinic
      .as('therapist')
      .call(complianceApi.therapyAmounts, { params: { patientId: episode.patientId } });
    expect(seen.body.amounts.map(({ amountCents }) => amountCents)).toEqual([300_000, 200_000]);
  });

  test('is not of a day to come, and a clinician outside the team finds nobody', async () => {
    const { patientId } = await aMedicareEpisode(clinic, { days: [] });
    const params = { patientId };

    const early = await clinic.as('administrator').call(complianceApi.enterAmount, {
      params,
      body: { amountCents: 1, asOfOn: clinic.day(1), source: 'Portal' },
    });
    expect(early).toBeProblem('invalid-input');
    expect(await clinic.as('second-therapist').call(complianceApi.therapyAmounts, { params })).toBeProblem(
      'not-found',
    );
  });
});

describe('the progress report under Medicare', () => {
  test('asks for a word on each goal, and clears the badge of the tenth treatment day', async () => {
    const episode = await aMedicareEpisode(clinic, { days: [10, 9, 8, 7, 6, 5, 4, 3, 2, 1] });
    await send(episode);
    expect(await badgesOf(episode)).toEqual(['PROGRESS_REPORT']);
    const params = { episodeId: episode.episodeId };
    const body = { assessment: 'ODI falls', plan: 'Go on', planKind: 'continue' as const };

    const without = await clinic.as('therapist').call(sessionsApi.signProgressReport, { params, body });
    expect(without).toBeProblem('invalid-input');
    const another = { ...body, goals: [{ ...GOAL_JUDGED, target: 10 }] };
    expect(
      await clinic.as('therapist').call(sessionsApi.signProgressReport, { params, body: another }),
    ).toBeProblem('conflict');

    const signed = await clinic
      .as('therapist')
      .call(sessionsApi.signProgressReport, { params, body: { ...body, goals: [GOAL_JUDGED] } });

    expect(signed.status).toBe(200);
    expect(await badgesOf(episode)).toEqual([]);
    const { progressReportId } = signed.body;
    const made = await clinic.as('physiatrist').call(complianceApi.progressReport, {
      params: { ...params, progressReportId },
      query: { format: 'json' },
    });
    expect(made.body.sections.map(({ title }) => title).slice(0, 2)).toEqual(['Function now', 'Goals']);
    expect(JSON.stringify(made.body)).toContain('On the way. Sits 20 minutes');
  });

  test('is nobody’s duty where no payer asks', async () => {
    const episode = await aTreatedEpisode(clinic);
    await aSignedSession(clinic, episode, 1);

    expect(await badgesOf(episode)).toEqual([]);
  });
});

describe('a document', () => {
  test('is a PDF or a page, never kept by the browser, read by the team alone, and each reading is on record', async () => {
    const { episodeId, prescriptionId } = await aMedicareEpisode(clinic, { days: [] });
    const address = `/api/episodes/${episodeId}/plans-of-care/${prescriptionId}`;

    const pdf = await clinic.as('physiatrist').send(address);
    const html = await clinic.as('physiatrist').send(`${address}?format=html`);

    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(pdf.headers.get('cache-control')).toContain('no-store');
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(html.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await html.text()).toContain('Plan of care');
    expect((await clinic.as('second-physiatrist').send(address)).status).toBe(404);
    expect((await clinic.as('administrator').send(address)).status).toBe(403);
    const seen = await clinic.rows(
      `select actor_role from audit_event
        where action = 'plan-of-care.document-made' and subject_id = $1 and actor_id = $2`,
      [prescriptionId, clinic.staff.physiatrist.id],
    );
    expect(seen).toEqual([{ actor_role: 'physiatrist' }, { actor_role: 'physiatrist' }]);
  });

  test('of a version of another episode is not found', async () => {
    const one = await aMedicareEpisode(clinic, { days: [] });
    const other = await aMedicareEpisode(clinic, { days: [] });

    const answer = await clinic.as('physiatrist').call(complianceApi.planOfCare, {
      params: { episodeId: one.episodeId, prescriptionId: other.prescriptionId },
    });

    expect(answer).toBeProblem('not-found');
  });
});

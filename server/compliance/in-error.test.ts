import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { complianceBadges } from '#shared/compliance/badges.ts';
import { complianceApi } from '#shared/compliance/contract.ts';
import { ASSISTANT_LIMITS } from '#shared/platform/assistant.ts';
import type { PlanSendingId, TherapyAmountId } from '#shared/platform/ids.ts';
import { aClinic, type PersonName, type TestClinic } from '#tests/support/a-clinic.ts';
import { aMedicareEpisode } from '#tests/support/medicare-episode.ts';
import type { TreatedEpisode } from '#tests/support/sessions-factory.ts';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

const REASON = 'Sent for another patient';

const page = async ({ episodeId }: TreatedEpisode) =>
  (await clinic.as('therapist').call(complianceApi.documentation, { params: { episodeId } })).body;

async function send({ episodeId, prescriptionId }: TreatedEpisode) {
  const body = {
    prescriptionId,
    sentOn: clinic.today(),
    sentTo: 'Dr Voss',
    method: 'fax',
    evidence: null,
  } as const;
  return (await clinic.as('therapist').call(complianceApi.recordSending, { params: { episodeId }, body }))
    .body.planSendingId;
}

const strikeSending = (
  { episodeId }: TreatedEpisode,
  planSendingId: PlanSendingId,
  by: PersonName = 'therapist',
  key = randomUUID(),
) =>
  clinic
    .as(by)
    .call(
      complianceApi.markSendingError,
      { params: { episodeId, planSendingId }, body: { reason: REASON } },
      { key },
    );

describe('evidence of sending entered in error', () => {
  test('proves nothing: the badge is back at once, and the entry stays readable with who and why', async () => {
    const episode = await aMedicareEpisode(clinic, { days: [5] });
    const planSendingId = await send(episode);
    const badges = async () => {
      const { facts, today } = await page(episode);
      return complianceBadges(facts, episode, today).map(({ code }) => code);
    };
    expect(await badges()).toEqual([]);

    const key = randomUUID();
    const [a, b] = await Promise.all([
      strikeSending(episode, planSendingId, 'therapist', key),
      strikeSending(episode, planSendingId, 'therapist', key),
    ]);

    expect(a.body).toEqual(b.body);
    expect(await badges()).toEqual(['PLAN_NOT_SENT']);
    expect((await page(episode)).sendings).toMatchObject([
      {
        sentTo: 'Dr Voss',
        enteredInError: { by: expect.stringContaining('Staff-therapist') as string, reason: REASON },
      },
    ]);
    expect(await strikeSending(episode, planSendingId)).toBeProblem('conflict');
  });

  test('is marked by its author or a physiatrist of the team, and not by an assistant, an administrator or an outsider', async () => {
    const episode = await aMedicareEpisode(clinic, {
      days: [],
      team: ['physiatrist', 'therapist', 'assistant'],
    });
    const planSendingId = await send(episode);

    const assistant = await strikeSending(episode, planSendingId, 'assistant');
    expect(assistant).toBeProblem('forbidden');
    expect(assistant.problem?.detail).toBe(ASSISTANT_LIMITS.planCare);
    expect(await strikeSending(episode, planSendingId, 'administrator')).toBeProblem('forbidden');
    expect(await strikeSending(episode, planSendingId, 'second-physiatrist')).toBeProblem('not-found');
    expect((await strikeSending(episode, planSendingId, 'physiatrist')).status).toBe(200);
  });
});

describe('an amount entered in error', () => {
  const enter = async (patientId: TreatedEpisode['patientId'], dollars: number) =>
    (
      await clinic.as('administrator').call(complianceApi.enterAmount, {
        params: { patientId },
        body: { amountCents: dollars * 100, asOfOn: clinic.today(), source: 'Portal' },
      })
    ).body.therapyAmountId;
  const strike = (
    patientId: TreatedEpisode['patientId'],
    therapyAmountId: TherapyAmountId,
    by: PersonName = 'administrator',
  ) =>
    clinic.as(by).call(complianceApi.markAmountError, {
      params: { patientId, therapyAmountId },
      body: { reason: 'Typed a digit too many' },
    });

  test('no longer counts: the one before it does again', async () => {
    const episode = await aMedicareEpisode(clinic, { days: [] });
    const { patientId } = episode;
    await enter(patientId, 1_200);
    const wrong = await enter(patientId, 12_000);
    expect((await page(episode)).facts.amountCents).toBe(1_200_000);

    const marked = await strike(patientId, wrong);

    expect(marked.body).toMatchObject({ reason: 'Typed a digit too many' });
    expect((await page(episode)).facts.amountCents).toBe(120_000);
    const { amounts } = (
      await clinic.as('administrator').call(complianceApi.therapyAmounts, { params: { patientId } })
    ).body;
    expect(amounts.map(({ amountCents, enteredInError }) => [amountCents, enteredInError?.reason])).toEqual([
      [1_200_000, 'Typed a digit too many'],
      [120_000, undefined],
    ]);
    expect(await strike(patientId, wrong)).toBeProblem('conflict');
  });

  test('is the administrator’s to take back', async () => {
    const { patientId } = await aMedicareEpisode(clinic, { days: [] });
    const wrong = await enter(patientId, 900);
    expect(await strike(patientId, wrong, 'physiatrist')).toBeProblem('forbidden');
    expect(await strike(patientId, wrong, 'outside-administrator')).toBeProblem('not-found');
  });
});

test('the database lets evidence and amounts be marked once and never otherwise changed', async () => {
  const episode = await aMedicareEpisode(clinic, { days: [] });
  const planSendingId = await send(episode);
  const update = (change: string) =>
    clinic.rows(`update plan_sending set ${change} where id = $1`, [planSendingId]);
  await expect(update(`sent_to = 'nobody'`)).rejects.toThrow(/may change/);
  await expect(update(`entered_in_error_at = now()`)).rejects.toThrow(/plan_sending_error/);
  await strikeSending(episode, planSendingId);
  await expect(update(`entered_in_error_reason = 'other'`)).rejects.toThrow(/append-only/);
});

import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { aClinic } from '#tests/support/a-clinic.ts';
import { aJudgedEpisode } from '#tests/support/judged-episode.ts';
import { BETTER, boardOf, discharging, reviewOf } from '#tests/support/oversight-factory.ts';

describe('a decision to discharge', () => {
  test('closes the episode, ends the prescription and takes it off the lanes', async () => {
    const clinic = await aClinic();
    const { episodeId } = await aJudgedEpisode(clinic, { odi: BETTER, days: 30 });

    await discharging(clinic, { episodeId }, { closeReason: 'plateau' });

    const { body: after } = await reviewOf(clinic, episodeId);
    expect(after.episode.status).toBe('closed');
    expect(after.prescriptions.every((version) => !version.inForce)).toBe(true);
    expect((await boardOf(clinic)).body.counts).toMatchObject({ closed: 1, track: 0 });
  });

  test('is refused while a safety hold is open, and for goals that nobody measured', async () => {
    const clinic = await aClinic();
    const { episodeId } = await aJudgedEpisode(clinic, { odi: BETTER, days: 30 });
    const unmeasured = await discharging(clinic, { episodeId }, { closeReason: 'goals-met' });
    expect(unmeasured.problem?.issues?.[0]?.path).toBe('detail.closeReason');
    await clinic.as('therapist').call(sessionsApi.raiseRedFlag, {
      params: { episodeId },
      body: { code: 'RF-CES', level: 'emergency', note: 'Saddle numbness' },
    });

    const refused = await discharging(clinic, { episodeId });

    expect(refused).toBeProblem('conflict');
    expect(refused.problem?.detail).toContain('possible cauda equina syndrome');
    expect((await reviewOf(clinic, episodeId)).body.episode.status).toBe('open');
  });

  test('is dated by the episode’s clinic, wherever the physiatrist works', async () => {
    const clinic = await aClinic();
    const { episodeId } = await aJudgedEpisode(clinic, { odi: BETTER, days: 30 });
    const east = randomUUID();
    await clinic.rows(
      `insert into clinic (organization_id, id, slug, name, time_zone) values ($1, $2, $3, 'East', 'Pacific/Kiritimati')`,
      [clinic.organizationId, east, `east-${east.slice(0, 6)}`],
    );
    await clinic.rows(`update staff_member set clinic_id = $2 where id = $1`, [
      clinic.staff.physiatrist.id,
      east,
    ]);
    const { body: review } = await reviewOf(clinic, episodeId);
    expect(review.today).toBe(clinic.today());

    await discharging(clinic, { episodeId });

    expect(
      await clinic.rows(`select closed_on::text as "closedOn" from episode where id = $1`, [episodeId]),
    ).toEqual([{ closedOn: clinic.today() }]);
  });

  test('declines what was asked and is still open, and tells whoever asked', async () => {
    const clinic = await aClinic();
    const { episodeId, patientId, prescriptionId } = await aJudgedEpisode(clinic, { odi: BETTER, days: 30 });
    await clinic.rows(
      `insert into change_request (organization_id, id, patient_id, episode_id, prescription_id, requested_by_id, proposal, reason, supporting)
       values ($1, gen_random_uuid(), $2, $3, $4, $5, '{"edits":[],"frequencyPerWeek":3}', 'More visits', '{}')`,
      [clinic.organizationId, patientId, episodeId, prescriptionId, clinic.staff.therapist.id],
    );
    await discharging(clinic, { episodeId });

    expect(
      await clinic.rows(`select status, decision_note from change_request where episode_id = $1`, [
        episodeId,
      ]),
    ).toEqual([{ status: 'declined', decision_note: 'The episode of care was closed.' }]);
    expect(
      await clinic.rows(
        `select owner_id from task where episode_id = $1 and status = 'open' and kind = 'other'`,
        [episodeId],
      ),
    ).toEqual([{ owner_id: clinic.staff.therapist.id }]);
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { careTeamsApi } from '#shared/care-teams/contract.ts';
import { patientsApi } from '#shared/patients/contract.ts';
import { ordersApi } from '#shared/orders/contract.ts';
import type { NewReferral } from '#shared/orders/referral.ts';
import { StaffMemberId, type EpisodeId } from '#shared/platform/ids.ts';
import { tasksApi } from '#shared/tasks/contract.ts';
import { aClinic, type PersonName, type TestClinic } from '#tests/support/a-clinic.ts';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

const toTherapist = (change: Partial<NewReferral> = {}): NewReferral => ({
  service: 'occupational-therapy',
  specialty: 'Occupational therapy',
  surgicalOpinion: false,
  question: 'Splint and joint protection?',
  toStaffId: StaffMemberId.parse(clinic.staff['occupational-therapist'].id),
  toName: null,
  answerDueOn: clinic.day(14),
  teamUntil: clinic.day(30),
  ...change,
});

const refer = (episodeId: EpisodeId, change: Partial<NewReferral> = {}) =>
  clinic.as('physiatrist').call(ordersApi.refer, { params: { episodeId }, body: toTherapist(change) });

const offers = async (person: PersonName) => (await clinic.as(person).call(ordersApi.offered)).body.referrals;
const listed = (episodeId: EpisodeId, person: PersonName = 'physiatrist') =>
  clinic.as(person).call(ordersApi.list, { params: { episodeId } });

describe('a referral to a colleague', () => {
  test('shows them a name and the question, and gives the record only when they accept, until its last day', async () => {
    const { episodeId, patientId } = await clinic.anEpisode({ team: ['physiatrist'] });
    const { referralId } = (await refer(episodeId)).body;
    const mine = (await offers('occupational-therapist')).find((one) => one.referralId === referralId);
    expect(mine).toMatchObject({ question: 'Splint and joint protection?', teamUntil: clinic.day(30) });
    expect(await listed(episodeId, 'occupational-therapist')).toBeProblem('not-found');
    expect((await offers('therapist')).some((one) => one.referralId === referralId)).toBe(false);

    const accept = () =>
      clinic
        .as('occupational-therapist')
        .call(ordersApi.accept, { params: { referralId }, body: { expectedVersion: 1 } });
    expect((await accept()).body).toEqual({ patientId, episodeId });

    expect((await listed(episodeId, 'occupational-therapist')).body.referrals).toMatchObject([
      { status: 'accepted', acceptedOn: clinic.today(), teamRole: 'occupational-therapist' },
    ]);
    const { members } = (await clinic.as('physiatrist').call(careTeamsApi.team, { params: { patientId } }))
      .body;
    const member = members.find(({ role }) => role === 'occupational-therapist');
    expect(member?.validTo).not.toBeNull();
    expect(member?.reason).toBe('Referral accepted: Occupational therapy');
    expect(await accept()).toBeProblem('not-found');
  });

  test('is nobody else’s to accept, and not on a version they did not see', async () => {
    const { episodeId } = await clinic.anEpisode({ team: ['physiatrist', 'therapist'] });
    const { referralId } = (await refer(episodeId)).body;
    const on = (expectedVersion: number) => ({ params: { referralId }, body: { expectedVersion } });
    for (const person of ['therapist', 'physiatrist', 'outsider'] as const)
      expect(await clinic.as(person).call(ordersApi.accept, on(1))).toBeProblem('not-found');
    expect(await clinic.as('administrator').call(ordersApi.accept, on(1))).toBeProblem('forbidden');
    expect(await clinic.as('occupational-therapist').call(ordersApi.accept, on(2))).toBeProblem(
      'stale-version',
    );
  });

  test('is declined with a reason, which becomes work for the one who referred', async () => {
    const { episodeId } = await clinic.anEpisode({ team: ['physiatrist'] });
    const { referralId } = (await refer(episodeId)).body;
    const decline = (reason: string) =>
      clinic
        .as('occupational-therapist')
        .call(ordersApi.decline, { params: { referralId }, body: { reason, expectedVersion: 1 } });
    expect(await decline('')).toBeProblem('invalid-input');
    expect((await decline('No place before February')).body).toEqual({ status: 'declined' });
    expect((await listed(episodeId)).body.referrals).toMatchObject([
      { status: 'declined', answer: 'No place before February' },
    ]);
    const { tasks } = (await clinic.as('physiatrist').call(tasksApi.list)).body;
    expect(tasks).toContainEqual(
      expect.objectContaining({
        title: 'Occupational therapy: declined',
        detail: 'No place before February',
        subjectId: referralId,
      }),
    );
  });

  test('goes to somebody of that profession, with a last day', async () => {
    const { episodeId } = await clinic.anEpisode();
    const toPhysical = StaffMemberId.parse(clinic.staff['second-therapist'].id);
    const fields = async (change: Partial<NewReferral>) =>
      (await refer(episodeId, change)).problem?.issues?.map(({ path }) => path);
    expect(await fields({ toStaffId: toPhysical })).toEqual(['toStaffId']);
    expect(await fields({ teamUntil: null })).toEqual(['teamUntil']);
    expect(await fields({ teamUntil: clinic.day(-1) })).toEqual(['teamUntil']);
    expect(await fields({ teamUntil: clinic.day(366) })).toEqual(['teamUntil']);
    expect(await fields({ answerDueOn: clinic.day(-1) })).toEqual(['answerDueOn']);
    expect(await fields({ toName: 'Dr Osei' })).toEqual(['toName']);
  });
});

describe('a referral outside', () => {
  const outside = { toStaffId: null, toName: 'Dr Samuel Osei', service: 'orthopaedics' } as const;

  test('is accepted by name, answered, and its work closes with the answer', async () => {
    const { episodeId } = await clinic.anEpisode();
    const { referralId } = (await refer(episodeId, outside)).body;
    const params = { episodeId, referralId };
    const therapist = clinic.as('therapist');
    const body = {
      acceptedOn: clinic.today(),
      toName: 'Dr Ama Osei',
      teamUntil: clinic.day(60),
      expectedVersion: 1,
    };
    expect((await therapist.call(ordersApi.acceptOutside, { params, body })).body).toEqual({ version: 2 });
    expect(await therapist.call(ordersApi.acceptOutside, { params, body })).toBeProblem('conflict');
    expect((await listed(episodeId)).body.referrals).toMatchObject([
      { status: 'accepted', to: 'Dr Ama Osei', teamRole: 'orthopaedist', teamUntil: clinic.day(60) },
    ]);
    const waiting = async () =>
      (await clinic.as('physiatrist').call(tasksApi.list)).body.tasks.filter(
        ({ subjectId }) => subjectId === referralId,
      );
    expect(await waiting()).toMatchObject([{ kind: 'referral-answer', dueOn: clinic.day(14) }]);
    await therapist.call(ordersApi.answerReferral, {
      params,
      body: { status: 'answered', answeredOn: clinic.today(), answer: 'Brace first.', expectedVersion: 2 },
    });
    expect(await waiting()).toEqual([]);
  });

  test('puts them on the team page with role and last day, for administrators too, and opens nothing', async () => {
    const { episodeId, patientId } = await clinic.anEpisode();
    const { referralId } = (await refer(episodeId, outside)).body;
    const team = async (person: PersonName) =>
      (await clinic.as(person).call(careTeamsApi.team, { params: { patientId } })).body;
    expect((await team('administrator')).outside).toEqual([]);
    await clinic.as('therapist').call(ordersApi.acceptOutside, {
      params: { episodeId, referralId },
      body: {
        acceptedOn: clinic.today(),
        toName: 'Dr Ama Osei, Bayside',
        teamUntil: clinic.day(60),
        expectedVersion: 1,
      },
    });

    const shown = {
      referralId,
      name: 'Dr Ama Osei, Bayside',
      role: 'orthopaedist',
      acceptedOn: clinic.today(),
      until: clinic.day(60),
    };
    const { outside: seen, members } = await team('administrator');
    expect(seen).toMatchObject([shown]);
    expect(JSON.stringify(seen)).not.toContain('Splint');
    expect(members.map(({ name }) => name)).not.toContain(shown.name);
    for (const person of ['administrator', 'physiatrist'] as const) {
      const chart = await clinic.as(person).call(patientsApi.chart, { params: { patientId } });
      expect(chart.body.outside).toMatchObject([shown]);
    }
    expect(await clinic.as('outsider').call(careTeamsApi.team, { params: { patientId } })).toBeProblem(
      'not-found',
    );
    expect(
      await clinic.as('second-physiatrist').call(careTeamsApi.team, { params: { patientId } }),
    ).toBeProblem('not-found');
  });

  test('that was declined puts nobody on the team', async () => {
    const { episodeId, patientId } = await clinic.anEpisode();
    const { referralId } = (await refer(episodeId, outside)).body;
    await clinic.as('therapist').call(ordersApi.answerReferral, {
      params: { episodeId, referralId },
      body: { status: 'declined', answeredOn: clinic.today(), answer: 'Full.', expectedVersion: 1 },
    });
    const { body } = await clinic.as('physiatrist').call(careTeamsApi.team, { params: { patientId } });
    expect(body.outside).toEqual([]);
  });

  test('one to a colleague is not accepted for them', async () => {
    const { episodeId } = await clinic.anEpisode();
    const { referralId } = (await refer(episodeId)).body;
    const answer = await clinic.as('therapist').call(ordersApi.acceptOutside, {
      params: { episodeId, referralId },
      body: { acceptedOn: clinic.today(), toName: 'Me', teamUntil: null, expectedVersion: 1 },
    });
    expect(answer).toBeProblem('conflict');
  });
});

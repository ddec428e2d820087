import { beforeAll, expect, test } from 'vitest';
import { ordersApi } from '#shared/orders/contract.ts';
import type { NewReferral } from '#shared/orders/referral.ts';
import { surgicalApi } from '#shared/orders/surgical-contract.ts';
import { oversightApi } from '#shared/oversight/contract.ts';
import type { NewDecision } from '#shared/oversight/model.ts';
import { StaffMemberId } from '#shared/platform/ids.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import { aJudgedEpisode } from '#tests/support/judged-episode.ts';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

const toTherapist = (change: Partial<NewReferral> = {}): NewDecision['detail'] => ({
  type: 'referral',
  referral: {
    service: 'occupational-therapy',
    specialty: 'Occupational therapy',
    surgicalOpinion: false,
    question: 'Workplace?',
    toStaffId: StaffMemberId.parse(clinic.staff['occupational-therapist'].id),
    toName: null,
    answerDueOn: clinic.day(14),
    teamUntil: clinic.day(30),
    ...change,
  },
});

async function decide(detail: NewDecision['detail']) {
  const { episodeId } = await aJudgedEpisode(clinic, { odi: { 0: 38, 14: 49, 28: 50 }, days: 30 });
  const params = { episodeId };
  const review = await clinic.as('physiatrist').call(oversightApi.review, { params });
  const answer = await clinic.as('physiatrist').call(oversightApi.decide, {
    params,
    body: {
      kind: 'refer',
      why: 'Work makes it worse',
      reasons: [],
      expectation: 'A workplace that fits',
      expected: null,
      reviewOn: clinic.day(21),
      detail,
      verdictId: review.body.verdict.verdictId,
    },
  });
  return { params, answer };
}

test('a decision to refer reaches the colleague, who joins the team by accepting', async () => {
  const { params, answer } = await decide(toTherapist());
  expect(answer.body.next).toBe('board');

  const [offer] = (await clinic.as('occupational-therapist').call(ordersApi.offered)).body.referrals;
  expect(offer).toMatchObject({ question: 'Workplace?', teamUntil: clinic.day(30) });
  if (offer === undefined) throw new Error('it is offered');
  await clinic
    .as('occupational-therapist')
    .call(ordersApi.accept, { params: { referralId: offer.referralId }, body: { expectedVersion: 1 } });

  const listed = await clinic.as('occupational-therapist').call(ordersApi.list, { params });
  expect(listed.body.referrals).toMatchObject([{ status: 'accepted', byDecision: true }]);
});

test('a referral by decision follows the rules of every referral, and names its own fields', async () => {
  const tooLong = await decide(toTherapist({ teamUntil: clinic.day(500) }));
  expect(tooLong.answer.problem?.issues?.map(({ path }) => path)).toEqual(['detail.referral.teamUntil']);
  const nobody = await decide(
    toTherapist({ toStaffId: StaffMemberId.parse(clinic.staff['second-therapist'].id) }),
  );
  expect(nobody.answer.problem?.issues?.map(({ path }) => path)).toEqual(['detail.referral.toStaffId']);
  expect((await decide(toTherapist({ surgicalOpinion: true }))).answer).toBeProblem('invalid-input');
});

test('a surgical opinion by decision begins the page of the surgical opinion and sends nothing yet', async () => {
  const { params, answer } = await decide({ type: 'surgical-opinion' });
  expect(answer.body.next).toBe('surgical-opinion');

  const { body } = await clinic.as('physiatrist').call(surgicalApi.list, { params });
  expect(body.evaluations).toMatchObject([{ state: 'draft' }]);
  const orders = await clinic.as('physiatrist').call(ordersApi.list, { params });
  expect(orders.body.referrals).toEqual([]);
});

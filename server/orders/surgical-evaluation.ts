import { canRefer, canSendLetter } from '#shared/orders/policy.ts';
import {
  CompleteSurgicalText,
  startSummary,
  SURGEON_ANSWERS_WITHIN_DAYS,
  suggestedSpecialty,
} from '#shared/orders/surgical.ts';
import type { surgicalApi } from '#shared/orders/surgical-contract.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import { ReferralId, type EpisodeId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import { addDays } from '#shared/platform/time.ts';
import * as audit from '#server/audit/index.ts';
import { loadEpisode } from '#server/patients/index.ts';
import { episodeToday } from '#server/platform/db/episode-today.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import { fromDateColumn } from '#server/platform/db/columns.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { invalidField } from '#server/platform/http/invalid-field.ts';
import { announce } from '#server/platform/live/announce.ts';
import { placeReferral } from './place.ts';
import {
  buildRecord,
  deleteSurgicalDraft,
  findDraft,
  findReferralWithoutLetter,
  insertSurgical,
  type LoadedSurgical,
  loadSurgical,
  updateSurgical,
} from './surgical-repository.ts';

type OnEvaluation = Input<typeof surgicalApi.sign>['params'];
/** A referral's question in the list; the letter holds all of it. */
const MOST_IN_LIST = 1000;

/** Begins a question with a summary from the numbers; a draft that is open is gone on with. */
export async function beginSurgical(
  ctx: Context,
  { params: { episodeId } }: Input<typeof surgicalApi.begin>,
) {
  return inTransaction(ctx, (tx) => draftSurgical(tx, ctx, episodeId), { episodeId });
}

/** The same in the caller's transaction. */
export async function draftSurgical(tx: Tx, ctx: Context, episodeId: EpisodeId) {
  const { patientId } = await openEpisode(tx, ctx, episodeId);
  assertAllowed(canRefer(ctx.actor));
  const draft = await findDraft(tx, ctx, episodeId);
  if (draft !== undefined) return { surgicalEvaluationId: draft };
  const record = await buildRecord(tx, episodeId, await episodeToday(tx, ctx, episodeId));
  const surgicalEvaluationId = await insertSurgical(
    tx,
    ctx,
    { patientId, episodeId },
    {
      specialty: suggestedSpecialty(record.episode.bodyRegion),
      addressee: '',
      question: '',
      summary: startSummary(record),
    },
  );
  await noted(tx, ctx, { patientId, episodeId, surgicalEvaluationId }, 'begun');
  return { surgicalEvaluationId };
}

/** Saves what is typed. */
export const saveSurgical = (
  ctx: Context,
  { params, body: { expectedVersion, ...text } }: Input<typeof surgicalApi.save>,
) =>
  onEvaluation(ctx, params, async (tx, evaluation) => {
    assertAllowed(canRefer(ctx.actor));
    assertStatus(evaluation, 'draft', 'It is signed. Begin another question instead.');
    await change(tx, ctx, evaluation, text, expectedVersion);
    await noted(tx, ctx, { ...params, patientId: evaluation.patientId }, 'saved');
    return { version: expectedVersion + 1 };
  });

/** Throws the draft away: whoever may write it may. Nothing signed is touched. */
export const discardSurgical = (
  ctx: Context,
  { params, body: { expectedVersion } }: Input<typeof surgicalApi.discard>,
) =>
  onEvaluation(ctx, params, async (tx, evaluation) => {
    assertAllowed(canRefer(ctx.actor));
    assertStatus(evaluation, 'draft', 'It is signed and stays. Cancel the referral instead.');
    if (!(await deleteSurgicalDraft(tx, ctx, evaluation.id, expectedVersion))) throw stale(evaluation);
    await noted(tx, ctx, { ...params, patientId: evaluation.patientId }, 'draft-discarded');
    return { discarded: true as const };
  });

/** Signs the text together with the record as it stands now. */
export const signSurgical = (
  ctx: Context,
  { params, body: { expectedVersion } }: Input<typeof surgicalApi.sign>,
) =>
  onEvaluation(ctx, params, async (tx, evaluation) => {
    assertAllowed(canRefer(ctx.actor));
    assertStatus(evaluation, 'draft', 'It is signed already.');
    const whole = CompleteSurgicalText.safeParse(evaluation);
    if (!whole.success) {
      const issues = whole.error.issues.map(({ path, message }) => ({
        path: path.map(String).join('.'),
        code: 'not-complete',
        message,
      }));
      throw new Problem('invalid-input', 'Something is missing or too long before it can be signed.', {
        issues,
      });
    }
    const record = await buildRecord(tx, params.episodeId, await episodeToday(tx, ctx, params.episodeId));
    await change(tx, ctx, evaluation, { status: 'signed', record }, expectedVersion);
    await noted(tx, ctx, { ...params, patientId: evaluation.patientId }, 'signed');
    return { version: expectedVersion + 1 };
  });

/** Notes that it went out; anybody on the team may, and its answer is waited for from then on. */
export const sendSurgical = (
  ctx: Context,
  { params, body: { how, expectedVersion } }: Input<typeof surgicalApi.send>,
) =>
  onEvaluation(ctx, params, async (tx, evaluation) => {
    assertAllowed(canSendLetter(ctx.actor));
    assertStatus(
      evaluation,
      'signed',
      evaluation.status === 'draft' ? 'A physiatrist signs it first.' : 'It has been sent already.',
    );
    await openEpisode(tx, ctx, params.episodeId);
    const referralId = await referralOf(tx, ctx, params, evaluation);
    await change(tx, ctx, evaluation, { status: 'sent', referralId, sentHow: how }, expectedVersion);
    await noted(tx, ctx, { ...params, patientId: evaluation.patientId }, 'sent');
    return { referralId, version: expectedVersion + 1 };
  });

/** The letter goes with the referral that a decision has sent already; without one, it is the referral. */
async function referralOf(
  tx: Tx,
  ctx: Context,
  params: OnEvaluation,
  { patientId, specialty, question, addressee, signedById }: LoadedSurgical,
): Promise<ReferralId> {
  const waiting = await findReferralWithoutLetter(tx, ctx, params.episodeId);
  if (waiting) return ReferralId.parse(waiting.id);
  const { referralId } = await placeReferral(tx, ctx, {
    ...params,
    patientId,
    specialty,
    question: question.slice(0, MOST_IN_LIST),
    surgicalOpinion: true,
    toName: addressee === '' ? null : addressee,
    answerDueOn: addDays(await episodeToday(tx, ctx, params.episodeId), SURGEON_ANSWERS_WITHIN_DAYS),
    // The letter is the physiatrist's, whoever put it into the post.
    referredById: signedById ?? ctx.actor.staffMemberId,
  });
  return referralId;
}

/** Closes the question: what was decided with the patient once the surgeon has answered. */
export const decideSurgical = (
  ctx: Context,
  { params, body: { decision, note, decidedOn, expectedVersion } }: Input<typeof surgicalApi.decide>,
) =>
  onEvaluation(ctx, params, async (tx, evaluation) => {
    assertAllowed(canRefer(ctx.actor));
    assertStatus(evaluation, 'sent', 'Only a question that was sent and answered is decided.');
    if (evaluation.referral === null || ['sent', 'accepted'].includes(evaluation.referral.status)) {
      throw new Problem('conflict', 'The surgeon has not answered yet. Enter the answer first.');
    }
    const sentOn = fromDateColumn(evaluation.referral.sentOn);
    if (decidedOn > (await episodeToday(tx, ctx, params.episodeId)) || decidedOn < sentOn) {
      throw invalidField('decidedOn', `Choose a day from ${sentOn} to today.`);
    }
    const decided = { status: 'decided', decision, decisionNote: note, decidedOn } as const;
    await change(tx, ctx, evaluation, decided, expectedVersion);
    await noted(tx, ctx, { ...params, patientId: evaluation.patientId }, 'decided');
    return { version: expectedVersion + 1 };
  });

async function openEpisode(tx: Tx, ctx: Context, episodeId: string) {
  const episode = await loadEpisode(tx, ctx, episodeId);
  if (episode.status === 'closed') {
    throw new Problem('episode-closed', 'The episode of care is closed. Nothing is added to it.');
  }
  return episode;
}

function onEvaluation<T>(
  ctx: Context,
  params: OnEvaluation,
  work: (tx: Tx, evaluation: LoadedSurgical) => Promise<T>,
): Promise<T> {
  const { episodeId } = params;
  return inTransaction(
    ctx,
    async (tx) => {
      const evaluation = await loadSurgical(tx, ctx, params);
      const answer = await work(tx, evaluation);
      await announce(tx, ctx, { topics: ['episode', 'tasks'], patientId: evaluation.patientId, episodeId });
      return answer;
    },
    { episodeId },
  );
}

function assertStatus({ status }: LoadedSurgical, wanted: string, sentence: string): void {
  if (status !== wanted) throw new Problem('conflict', sentence);
}

async function change(
  tx: Tx,
  ctx: Context,
  evaluation: LoadedSurgical,
  to: Parameters<typeof updateSurgical>[3],
  expectedVersion: number,
): Promise<void> {
  if (await updateSurgical(tx, ctx, evaluation.id, to, expectedVersion)) return;
  throw stale(evaluation);
}

/** The refusal that shows what is stored now, to choose from. */
function stale({ version, status, specialty, addressee, question, summary }: LoadedSurgical): Problem {
  return new Problem('stale-version', 'Somebody else has changed this question. Look at both and choose.', {
    current: { version, status, specialty, addressee, question, summary },
  });
}

const noted = (
  tx: Tx,
  ctx: Context,
  about: OnEvaluation & { patientId: string },
  did: 'begun' | 'saved' | 'draft-discarded' | 'signed' | 'sent' | 'decided',
) =>
  audit.record(tx, ctx, {
    did: `surgical-evaluation.${did}`,
    patientId: about.patientId,
    episodeId: about.episodeId,
    subject: { type: 'surgical-evaluation', id: about.surgicalEvaluationId },
  });

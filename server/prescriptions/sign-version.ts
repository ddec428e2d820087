import type { DelayWords } from '#shared/compliance/delayed-certification.ts';
import { dateInZone } from '#shared/platform/time.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { SignedVersion } from '#shared/prescriptions/contract.ts';
import { opensPhase } from '#shared/prescriptions/opens-phase.ts';
import { endsOn, missingElements, type PrescriptionSetting } from '#shared/prescriptions/missing-elements.ts';
import { PrescriptionContent, type PrescriptionDraftContent } from '#shared/prescriptions/model.ts';
import { proposePrecautions } from '#shared/prescriptions/precautions.ts';
import { visitsOf } from '#shared/prescriptions/schedule.ts';
import { settled } from '#shared/prescriptions/settle.ts';
import * as audit from '#server/audit/index.ts';
import { explainLateSignature } from '#server/compliance/index.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { recheckHomeProgramme } from '#server/home-programme/index.ts';
import { closeTasks, openTask } from '#server/tasks/index.ts';
import {
  countVisitsUsed,
  endVersion,
  insertVersion,
  therapistsOf,
  type EpisodeSetting,
  type LoadedPrescription,
} from './repository.ts';

interface VersionToSign {
  setting: EpisodeSetting;
  /** The newest signed version, in force or stopped. */
  previous: LoadedPrescription | undefined;
  content: PrescriptionDraftContent;
  reason: string | null;
  /** The signer said that the signature also certifies the plan of care. */
  certifiesPlan: boolean;
  /** Why it certifies late, where it does. */
  certifiedLate: DelayWords | null;
}

/**
 * Signs a version in the caller's transaction: complete or refused by name, the one before it ends, its rows are written,
 * therapists are asked to read it. The caller settles the episode when everything else is written too.
 */
export async function signVersion(tx: Tx, ctx: Context, toSign: VersionToSign): Promise<SignedVersion> {
  const { setting, previous } = toSign;
  const { patientId, episodeId } = setting;
  const today = dateInZone(ctx.now(), setting.timeZone);
  const content = assertComplete(settled(toSign.content, setting.clinicValues), {
    ...settingOf(setting, today),
    previousStartsOn: previous?.content.startsOn ?? null,
  });
  const reason = reasonFor(toSign);
  // A version with a later start lets the one before it run until then.
  const endedOn = content.startsOn > today ? content.startsOn : today;
  await endPrevious(tx, ctx, previous, { endedOn, reason });
  const version = {
    ...toSign,
    content,
    reason,
    endsOn: endsOn(content.startsOn, content.durationWeeks),
    visitsPrescribed: await visitsBought(tx, ctx, toSign, content),
    opensPhase: opensPhase(previous?.content, content),
    // Only a statement that was asked for is evidence: no other payer wants a certified plan.
    certifiesPlan: setting.payerProfile === 'medicare_part_b' && toSign.certifiesPlan,
  };
  const prescriptionId = await insertVersion(tx, ctx, version);
  const { certifiesPlan } = version;
  if (certifiesPlan)
    await explainLateSignature(tx, ctx, { episodeId, prescriptionId, said: toSign.certifiedLate });
  const versionNumber = (previous?.versionNumber ?? 0) + 1;
  await audit.record(tx, ctx, {
    did: 'prescription.signed',
    patientId,
    episodeId,
    subject: { type: 'prescription', id: prescriptionId },
    detail: { versionNumber, opensPhase: version.opensPhase, certifiesPlan },
  });
  await askTherapistsToRead(tx, ctx, setting, { prescriptionId, versionNumber, reason });
  await recheckHomeProgramme(tx, ctx, { ...setting, chart: setting.conditions });
  const { visitsPrescribed: visits, opensPhase: phase, endsOn: last } = version;
  return {
    prescriptionId,
    versionNumber,
    opensPhase: phase,
    visitsPrescribed: visits,
    startsOn: content.startsOn,
    endsOn: last,
  };
}

/** The setting that decides what is missing, today. */
export const settingOf = (setting: EpisodeSetting, today: string): PrescriptionSetting => ({
  bodyRegion: setting.bodyRegion,
  side: setting.side,
  clinicValues: setting.clinicValues,
  payerProfile: setting.payerProfile,
  today,
  proposed: proposePrecautions(setting.conditions, setting.clinicValues),
});

function assertComplete(
  content: PrescriptionDraftContent,
  setting: PrescriptionSetting,
): PrescriptionContent {
  const missing = missingElements(content, setting);
  if (missing.length > 0) {
    const issues = missing.map(({ code, path, sentence }) => ({ code, path, message: sentence }));
    const more = missing.length === 1 ? '' : ` And ${missing.length - 1} more.`;
    throw new Problem('incomplete-prescription', `${missing[0]?.sentence ?? ''}${more}`, { issues });
  }
  const strict = PrescriptionContent.safeParse(content);
  if (strict.success) return strict.data;
  const issues = strict.error.issues.map(({ path, code, message }) => ({
    path: path.map(String).join('.'),
    code,
    message,
  }));
  throw new Problem('incomplete-prescription', issues[0]?.message, { issues });
}

function reasonFor({ previous, reason }: VersionToSign): string | null {
  const said = reason === '' ? null : reason;
  if (previous === undefined || said !== null) return said;
  const message = `Say why version ${previous.versionNumber} is changed: the therapist reads it first.`;
  throw new Problem('incomplete-prescription', message, {
    issues: [{ path: 'reason', code: 'REASON', message }],
  });
}

async function endPrevious(
  tx: Tx,
  ctx: Context,
  previous: LoadedPrescription | undefined,
  { endedOn, reason }: { endedOn: string; reason: string | null },
): Promise<void> {
  if (!previous?.inForce) return;
  const { prescriptionId, versionNumber } = previous;
  const ended = await endVersion(
    tx,
    ctx,
    { id: prescriptionId },
    {
      endedOn,
      reason: `Replaced by version ${versionNumber + 1}${reason === null ? '' : `: ${reason}`}`,
    },
  );
  if (!ended) {
    throw new Problem(
      'stale-version',
      `Version ${versionNumber} has been replaced or stopped in the meantime.`,
    );
  }
  await closeTasks(tx, ctx, { kind: 'acknowledge-prescription', subjectId: prescriptionId });
  await closeTasks(tx, ctx, { kind: 'new-precaution', subjectId: prescriptionId });
  await closeTasks(tx, ctx, { kind: 'weight-bearing-over', subjectId: prescriptionId });
}

/** A version that keeps the start of the one before it does not buy visits again that were already used. */
async function visitsBought(
  tx: Tx,
  ctx: Context,
  { setting: { episodeId }, previous }: VersionToSign,
  content: PrescriptionContent,
): Promise<number> {
  const planned = visitsOf(content);
  if (previous?.content.startsOn !== content.startsOn) return planned;
  const left = planned - (await countVisitsUsed(tx, ctx, { episodeId, startsOn: content.startsOn }));
  if (left > 0) return left;
  const message = `All ${planned} visits of this plan are used: give it a new start or more weeks.`;
  throw new Problem('incomplete-prescription', message, {
    issues: [{ path: 'startsOn', code: 'VISITS', message }],
  });
}

async function askTherapistsToRead(
  tx: Tx,
  ctx: Context,
  setting: EpisodeSetting,
  version: { prescriptionId: string; versionNumber: number; reason: string | null },
): Promise<void> {
  const { patientId, episodeId } = setting;
  for (const ownerId of therapistsOf(setting)) {
    await openTask(tx, ctx, {
      kind: 'acknowledge-prescription',
      title: `Read prescription version ${version.versionNumber}`,
      detail: version.reason ?? undefined,
      ownerId,
      patientId,
      episodeId,
      subjectId: version.prescriptionId,
      dueOn: dateInZone(ctx.now(), setting.timeZone),
      dedupeKey: acknowledgeKey(version.prescriptionId, ownerId),
    });
  }
}

/** Names the wish that this person reads this version. */
export const acknowledgeKey = (prescriptionId: string, staffMemberId: string): string =>
  `acknowledge-prescription:${prescriptionId}:${staffMemberId}`;

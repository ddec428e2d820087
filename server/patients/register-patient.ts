import { birthDateProblem } from '#shared/patients/identity.ts';
import type { Actor } from '#shared/platform/actor.ts';
import type { EpisodeId, PatientId } from '#shared/platform/ids.ts';
import * as audit from '#server/audit/index.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { invalidField } from '#server/platform/http/invalid-field.ts';
import { insertEpisode, insertPatient, nextMrn, type NewEpisode, type NewPatient } from './repository.ts';

/** Puts a new person in the register and gives them a record number. */
export async function registerPatient(
  tx: Tx,
  ctx: Context<Actor>,
  patient: NewPatient,
): Promise<{ patientId: PatientId; mrn: string }> {
  const wrong = birthDateProblem(patient.birthDate, ctx.now().toISOString().slice(0, 10));
  if (wrong !== undefined) throw invalidField('birthDate', wrong);
  const mrn = patient.mrn ?? (await nextMrn(tx, ctx.actor.organizationId));
  const patientId = await insertPatient(tx, ctx, { ...patient, mrn });
  await audit.record(tx, ctx, {
    did: 'patient.registered',
    patientId,
    subject: { type: 'patient', id: patientId },
  });
  return { patientId, mrn };
}

/** Opens one course of care for one problem. */
export async function openEpisode(
  tx: Tx,
  ctx: Context<Actor>,
  episode: NewEpisode,
): Promise<{ episodeId: EpisodeId }> {
  const episodeId = await insertEpisode(tx, ctx, episode);
  await audit.record(tx, ctx, {
    did: 'episode.opened',
    patientId: episode.patientId,
    episodeId,
    subject: { type: 'episode', id: episodeId },
  });
  return { episodeId };
}

import { isAssistant } from '#shared/platform/assistant.ts';
import { dateInZone } from '#shared/platform/time.ts';
import type { SessionContent } from '#shared/sessions/model.ts';
import { changeWords, type ClassifiedRow } from '#shared/sessions/note-limits.ts';
import { weightBearingOver } from '#shared/prescriptions/weight-bearing-over.ts';
import { nextBusinessDay } from '#shared/platform/business-days.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { openTask } from '#server/tasks/index.ts';
import type { SigningFacts } from './repository.ts';

interface Signed {
  facts: SigningFacts;
  episodeId: string;
  content: SessionContent;
  rows: readonly ClassifiedRow[];
}

/** Who must hear of a signed session: the physiatrist of raised doses and of harm, a therapist of an assistant's note. */
export async function tellTeam(tx: Tx, ctx: Context, signed: Signed): Promise<void> {
  await tellOfChanges(tx, ctx, signed);
  await tellOfHarm(tx, ctx, signed);
  await tellOfEndedWeightBearing(tx, ctx, signed);
  if (isAssistant(ctx.actor.role)) await askForCosignature(tx, ctx, signed);
}

const aboutSession = ({ facts, episodeId }: Signed) => ({
  patientId: facts.patientId,
  episodeId,
  subjectId: facts.session.sessionId,
});

const toPhysiatrist = ({ physiatristId }: SigningFacts) =>
  physiatristId === null ? { ownerRole: 'physiatrist' as const } : { ownerId: physiatristId };

/** What the prescription wants to be told of: one task per session, read in the physiatrist's digest. */
async function tellOfChanges(tx: Tx, ctx: Context, signed: Signed): Promise<void> {
  const { facts, content, rows } = signed;
  const changes = content.interventions.flatMap(({ code, dose }, index) => {
    const row = rows[index];
    return row?.edit.kind === 'notify' ? [changeWords(row.name, facts.lastDoses[code], dose)] : [];
  });
  if (changes.length === 0) return;
  await openTask(tx, ctx, {
    kind: 'notify-digest',
    title:
      changes.length === 1 ? 'Dose raised within limits' : `${changes.length} doses raised within limits`,
    detail: changes.join('; '),
    ...toPhysiatrist(facts),
    ...aboutSession(signed),
    dedupeKey: `notify:${facts.session.sessionId}`,
  });
}

/** Once for each version: the physiatrist decides what follows a weight bearing whose last day is over. */
async function tellOfEndedWeightBearing(tx: Tx, ctx: Context, signed: Signed): Promise<void> {
  const { session, prescription } = signed.facts;
  const over = weightBearingOver(prescription?.content.weightBearing ?? [], session.sessionDate);
  if (prescription === null || over.length === 0) return;
  await openTask(tx, ctx, {
    kind: 'weight-bearing-over',
    title: 'Weight bearing: prescribe the next step',
    detail: over.join(' '),
    ...toPhysiatrist(signed.facts),
    ...aboutSession(signed),
    subjectId: prescription.prescriptionId,
    dueOn: nextBusinessDay(session.sessionDate),
    dedupeKey: `weight-bearing-over:${prescription.prescriptionId}`,
  });
}

/** An adverse event is read by the physiatrist the next working day at the latest; one that is a red flag is raised as such. */
async function tellOfHarm(tx: Tx, ctx: Context, signed: Signed): Promise<void> {
  const { facts, content } = signed;
  const adverseEvent = content.adverseEvent ?? '';
  if (adverseEvent === '') return;
  await openTask(tx, ctx, {
    kind: 'adverse-event',
    title: 'Adverse event in a session',
    detail: adverseEvent,
    ...toPhysiatrist(facts),
    ...aboutSession(signed),
    dueOn: nextBusinessDay(dateInZone(ctx.now(), facts.timeZone)),
    dedupeKey: `adverse-event:${facts.session.sessionId}`,
  });
}

async function askForCosignature(tx: Tx, ctx: Context, signed: Signed): Promise<void> {
  const { facts } = signed;
  await openTask(tx, ctx, {
    kind: 'cosign',
    title: `Co-sign the note of ${ctx.actor.name}`,
    ...(facts.therapistId === null
      ? { ownerRole: 'physical-therapist' as const }
      : { ownerId: facts.therapistId }),
    ...aboutSession(signed),
    dueOn: nextBusinessDay(dateInZone(ctx.now(), facts.timeZone)),
    dedupeKey: `cosign:${facts.session.sessionId}`,
  });
}

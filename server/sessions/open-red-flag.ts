import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { PlainDate } from '#shared/platform/time.ts';
import { businessDaysAfter } from '#shared/platform/business-days.ts';
import { getRedFlag, opensHold, type RedFlagLevel } from '#shared/sessions/red-flags.ts';
import { stopsLimb } from '#shared/sessions/limb-stop.ts';
import { isAtLeast } from '#shared/sessions/red-flag-level.ts';
import { safetyOf } from '#shared/sessions/safety-values.ts';
import { type WellsItem, wellsScore, wellsWords } from '#shared/evaluations/wells.ts';
import { episodeToday } from '#server/platform/db/episode-today.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { openTask } from '#server/tasks/index.ts';
import { findOpenHold, getPhysiatrist, insertHold } from './hold-repository.ts';

export interface FoundRedFlag {
  code: string;
  level: RedFlagLevel;
  note: string;
  wells?: readonly WellsItem[] | undefined;
}

interface Place {
  patientId: string;
  episodeId: string;
}

/** The episode, with what its clinic has set differently from the defaults. */
export type FlaggedEpisode = Place & { clinicValues: ClinicOverrides };

/**
 * What follows from a red flag, whoever found it and where: an emergency or urgent one stops therapy until a physiatrist closes
 * the hold, and every one becomes the physiatrist's task (rules.md section 5). The same finding raised twice keeps one hold.
 * Answers the hold that was opened, or the one that is open for it already; nothing for a prompt flag, unless it stops the limb.
 */
export async function openRedFlag(
  tx: Tx,
  ctx: Context,
  { clinicValues, ...place }: FlaggedEpisode,
  found: FoundRedFlag,
): Promise<{ holdId: string; isNew: boolean } | undefined> {
  const { code, level, note } = found;
  const today = await episodeToday(tx, ctx, place.episodeId);
  const wells = found.wells === undefined ? undefined : wellsScore(found.wells);
  const detail = detailOf(found, clinicValues, wells === undefined ? undefined : wellsWords(wells));
  if (!opensHold(level) && !stopsLimb(found)) {
    await tell(tx, ctx, place, {
      kind: 'red-flag',
      title: `Red flag ${code}`,
      detail,
      dueOn: businessDaysAfter(today, safetyOf(clinicValues).promptBusinessDays),
      dedupeKey: `red-flag:${place.episodeId}:${code}`,
    });
    return undefined;
  }
  const open = await findOpenHold(tx, ctx, place.episodeId, code);
  if (open !== undefined && isAtLeast(levelOf(open), level)) {
    return { holdId: open.id, isNew: false };
  }
  const evidence =
    wells === undefined ? null : { wells: wells.items, score: wells.score, likelihood: wells.likelihood };
  const holdId = await insertHold(tx, ctx, { ...place, code, level, note, evidence });
  if (holdId === undefined) {
    const other = await findOpenHold(tx, ctx, place.episodeId, code);
    if (other === undefined)
      throw new Problem('conflict', 'The same finding was raised and answered just now.');
    return { holdId: other.id, isNew: false };
  }
  await tell(tx, ctx, place, {
    kind: 'safety-hold',
    title: stopsLimb(found) ? `Limb stopped, ${code}: look today` : `Safety hold ${code}, ${level}`,
    detail,
    dueOn: today,
    subjectId: holdId,
    dedupeKey: `hold:${holdId}`,
  });
  if (level === 'emergency') await tellSupervisor(tx, ctx, place, holdId, today);
  return { holdId, isNew: true };
}

const levelOf = ({ level }: { level: string }): RedFlagLevel =>
  level === 'emergency' || level === 'urgent' ? level : 'prompt';

function detailOf(
  { code, note }: FoundRedFlag,
  clinicValues: ClinicOverrides,
  score: string | undefined,
): string {
  const flag = getRedFlag(code, clinicValues);
  const sentences = [flag?.finding ?? code, note, score, `Action: ${flag?.action ?? 'call the physiatrist'}`];
  return sentences
    .flatMap((one) => (one === undefined || one === '' ? [] : [one.replace(/\.$/, '')]))
    .join('. ');
}

/** Whoever leads the house hears of an emergency at once (rules.md 5): that there is one, and nothing of the record. */
const tellSupervisor = (
  tx: Tx,
  ctx: Context,
  place: Place,
  holdId: string,
  today: PlainDate,
): Promise<void> =>
  openTask(tx, ctx, {
    kind: 'telephone',
    title: 'Emergency with this patient: go there, or call',
    detail:
      'An emergency was declared in the clinic. See that the emergency services have been called, that somebody stays with the patient, and that the physiatrist has been told by telephone.',
    ownerRole: 'administrator',
    patientId: place.patientId,
    subjectId: holdId,
    dueOn: today,
    dedupeKey: `hold:${holdId}:supervisor`,
  });

interface Told {
  kind: 'red-flag' | 'safety-hold';
  title: string;
  detail: string;
  dueOn: PlainDate;
  subjectId?: string;
  dedupeKey: string;
}

/** The physiatrist of the episode by name, else any physiatrist. */
async function tell(tx: Tx, ctx: Context, place: Place, told: Told): Promise<void> {
  const physiatristId = await getPhysiatrist(tx, ctx, place.episodeId);
  await openTask(tx, ctx, {
    ...place,
    ...told,
    ...(physiatristId === undefined ? { ownerRole: 'physiatrist' } : { ownerId: physiatristId }),
  });
}

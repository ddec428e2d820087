import { createHash } from 'node:crypto';
import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { PlainDate } from '#shared/platform/time.ts';
import { businessDaysAfter } from '#shared/platform/business-days.ts';
import { getRedFlag, opensHold, type RedFlagLevel } from '#shared/sessions/red-flags.ts';
import { flagWords } from '#shared/sessions/flag-words.ts';
import { holdTitle, stopsLimb } from '#shared/sessions/limb-stop.ts';
import { isAtLeast } from '#shared/sessions/red-flag-level.ts';
import { safetyOf } from '#shared/sessions/safety-values.ts';
import { type WellsItem, wellsScore, wellsWords } from '#shared/evaluations/wells.ts';
import { episodeToday } from '#server/platform/db/episode-today.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { openTask } from '#server/tasks/index.ts';
import { findOpenHolds, getPhysiatrist, insertHold, type NewHold, type OpenHold } from './hold-repository.ts';

export interface FoundRedFlag {
  code: string;
  level: RedFlagLevel;
  note: string;
  wells?: readonly WellsItem[] | undefined;
  /** Told from elsewhere, on the telephone or in a request: the patient is not in the house. */
  isOutside?: boolean;
}

interface Place {
  patientId: string;
  episodeId: string;
}

/** The episode, with what its clinic has set differently from the defaults. */
export type FlaggedEpisode = Place & { clinicValues: ClinicOverrides };

/**
 * What follows from a red flag, whoever found it and where: an emergency or urgent one stops therapy until a physiatrist closes
 * the hold, and every one becomes the physiatrist's task (rules.md section 5). The same report given twice keeps one hold while nobody
 * has read it; what is said in other words, or after somebody has read the first, is a further hold with an alert of its own: words
 * that are new reach somebody. Answers the hold; nothing for a prompt flag, unless it stops the limb.
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
      title: `Red flag: ${flagWords(code)}`,
      detail,
      dueOn: businessDaysAfter(today, safetyOf(clinicValues).promptBusinessDays),
      dedupeKey: `red-flag:${place.episodeId}:${code}:${digestOf(note)}`,
    });
    return undefined;
  }
  const evidence =
    wells === undefined ? null : { wells: wells.items, score: wells.score, likelihood: wells.likelihood };
  const { holdId, isNew } = await openHold(tx, ctx, { ...place, code, level, note, evidence });
  if (!isNew) return { holdId, isNew };
  await tell(tx, ctx, place, {
    kind: 'safety-hold',
    title: holdTitle(found),
    detail,
    dueOn: today,
    subjectId: holdId,
    dedupeKey: `hold:${holdId}`,
  });
  if (level === 'emergency') await tellSupervisor(tx, ctx, place, { holdId, today, found });
  return { holdId, isNew };
}

/** One may be opened by somebody else between looking and opening: then looks again. */
const TRIES = 5;

/** The hold of this report: the one that is open for it unread, else a new one beside those that are open for the finding. */
async function openHold(tx: Tx, ctx: Context, hold: NewHold): Promise<{ holdId: string; isNew: boolean }> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const open = await findOpenHolds(tx, ctx, hold.episodeId, hold.code);
    const same = open.find((one) => isSameReport(one, hold));
    if (same !== undefined) return { holdId: same.id, isNew: false };
    const repeat = Math.max(-1, ...open.map((one) => one.repeat)) + 1;
    const holdId = await insertHold(tx, ctx, { ...hold, repeat });
    if (holdId !== undefined) return { holdId, isNew: true };
  }
  throw new Problem('conflict', 'The same finding is being reported by others just now. Send it again.');
}

const isSameReport = (open: OpenHold, { level, note }: NewHold): boolean =>
  open.acknowledgedAt === null && open.note.trim() === note.trim() && isAtLeast(levelOf(open), level);

/** Names the words of a report, so that other words are another task. */
const digestOf = (words: string): string =>
  createHash('sha256').update(words.trim()).digest('hex').slice(0, 16);

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

const EMERGENCY_HERE = {
  title: 'Emergency with this patient: go there, or call',
  detail:
    'An emergency was declared in the clinic. See that the emergency services have been called, that somebody stays with the patient, and that the physiatrist has been told by telephone.',
};

const EMERGENCY_OUTSIDE = {
  title: 'Emergency with this patient, who is not here: call them',
  detail:
    'The patient, or somebody for them, told of an emergency sign from outside the clinic. Call them back: see that the emergency services are on their way and that somebody is with them. Tell the physiatrist by telephone.',
};

/** Whoever leads the house hears of an emergency at once (rules.md 5): that there is one, and nothing of the record. */
const tellSupervisor = (
  tx: Tx,
  ctx: Context,
  place: Place,
  { holdId, today, found }: { holdId: string; today: PlainDate; found: FoundRedFlag },
): Promise<void> =>
  openTask(tx, ctx, {
    kind: 'telephone',
    ...(found.isOutside === true ? EMERGENCY_OUTSIDE : EMERGENCY_HERE),
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

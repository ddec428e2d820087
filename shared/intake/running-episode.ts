import { z } from 'zod';
import { TeamRole } from '#shared/care-teams/model.ts';
import { BodyRegion, Side } from '#shared/patients/model.ts';
import { ClinicId, EpisodeId, StaffMemberId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import type { NearRuleOnFile } from './queue.ts';
import type { TriageRoute } from './triage.ts';

/** An open course of care of somebody who asks again: as much of it as leading the request there takes. */
export const RunningEpisode = z.object({
  episodeId: EpisodeId,
  clinicId: ClinicId,
  concern: z.string(),
  bodyRegion: BodyRegion,
  side: Side.nullable(),
  openedOn: PlainDate,
  consultSigned: z.boolean(),
  /** A signed version is in force on the clinic's day. */
  prescriptionInForce: z.boolean(),
  team: z.array(z.object({ staffMemberId: StaffMemberId, role: TeamRole })),
});
export type RunningEpisode = z.infer<typeof RunningEpisode>;

type Course = Pick<RunningEpisode, 'consultSigned' | 'prescriptionInForce' | 'bodyRegion' | 'side'>;

/** The part of the body that a request is about. */
type Asked = { bodyRegion: string | null; side: string | null };

/** What rule T4 was told, held against the record: the consult is done and a prescription in force (rules.md 7.1). */
export const bearsOutTherapy = ({
  consultSigned,
  prescriptionInForce,
}: Pick<Course, 'consultSigned' | 'prescriptionInForce'>): boolean => consultSigned && prescriptionInForce;

/**
 * Why a request cannot go to a therapist first with this course of care, or nothing. Without a signed consult and a prescription no
 * session may begin (rules.md 7.2), so therapy first leads nowhere in a new episode, in one that is not yet prescribed for, or in one
 * whose consult and prescription are about another part of the body.
 */
export function therapyFirstProblem(
  route: TriageRoute,
  course: Course | undefined,
  asked: Asked,
): string | undefined {
  if (route !== 'PT_DIRECT') return undefined;
  if (course === undefined)
    return 'In a new episode there is no prescription yet: therapy cannot begin before a physiatrist has seen the patient.';
  if (!course.consultSigned)
    return 'No consult is signed in this episode: a physiatrist sees the patient first.';
  if (!course.prescriptionInForce)
    return 'No prescription is in force in this episode: a physiatrist writes one first.';
  return isSamePart(course, asked)
    ? undefined
    : 'This episode is about another part of the body: a physiatrist sees the patient first.';
}

/** Where triage leads when the record does not bear out what T4 was told: the next rule that holds as well, else T9. */
export const routeWithoutRecord = (near: readonly Pick<NearRuleOnFile, 'kind' | 'route'>[]): TriageRoute =>
  near.find(({ kind, route }) => kind === 'also' && route !== 'PT_DIRECT')?.route ?? 'CONSULT_THEN_PT';

/** Whether an open episode is about the part of the body that is asked about. */
export const isSamePart = (
  episode: Pick<RunningEpisode, 'bodyRegion' | 'side'>,
  { bodyRegion, side }: Asked,
): boolean =>
  episode.bodyRegion === bodyRegion &&
  (episode.side === null ||
    side === null ||
    side === 'both' ||
    episode.side === 'both' ||
    episode.side === side);

/** The course of care that a request is led to unless told otherwise: for T4 the one of that part of the body that is prescribed for. */
export function suggestedCourse(
  route: TriageRoute,
  episodes: readonly RunningEpisode[],
  asked: Asked,
): RunningEpisode | undefined {
  if (route !== 'PT_DIRECT') return undefined;
  return episodes.find((one) => bearsOutTherapy(one) && isSamePart(one, asked));
}

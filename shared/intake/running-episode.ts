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

type Course = Pick<RunningEpisode, 'consultSigned' | 'prescriptionInForce'>;

/** What rule T4 was told, held against the record: the consult is done and a prescription in force (rules.md 7.1). */
export const bearsOutTherapy = ({ consultSigned, prescriptionInForce }: Course): boolean =>
  consultSigned && prescriptionInForce;

/**
 * Why a request cannot go to a therapist first with this course of care, or nothing. Without a signed consult and a prescription no
 * session may begin (rules.md 7.2), so therapy first leads nowhere in a new episode, or in one that is not yet prescribed for.
 */
export function therapyFirstProblem(route: TriageRoute, course: Course | undefined): string | undefined {
  if (route !== 'PT_DIRECT' || (course !== undefined && bearsOutTherapy(course))) return undefined;
  if (course === undefined)
    return 'In a new episode there is no prescription yet: therapy cannot begin before a physiatrist has seen the patient.';
  return course.consultSigned
    ? 'No prescription is in force in this episode: a physiatrist writes one first.'
    : 'No consult is signed in this episode: a physiatrist sees the patient first.';
}

/** Where triage leads when the record does not bear out what T4 was told: the next rule that holds as well, else T9. */
export const routeWithoutRecord = (near: readonly Pick<NearRuleOnFile, 'kind' | 'route'>[]): TriageRoute =>
  near.find(({ kind, route }) => kind === 'also' && route !== 'PT_DIRECT')?.route ?? 'CONSULT_THEN_PT';

type Asked = { bodyRegion: string | null; side: string | null };

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

/** The course of care that a request is led to unless told otherwise: for T4 the one whose prescription made it so. */
export function suggestedCourse(
  route: TriageRoute,
  episodes: readonly RunningEpisode[],
  asked: Asked,
): RunningEpisode | undefined {
  if (route !== 'PT_DIRECT') return undefined;
  const running = episodes.filter(bearsOutTherapy);
  return running.find((one) => isSamePart(one, asked)) ?? (running.length === 1 ? running[0] : undefined);
}

import type { EpisodeId, PatientId, SessionId } from '#shared/platform/ids.ts';
import type { ScoreEntry } from '#shared/outcomes/model.ts';
import type { PersonName, TestClinic } from '#tests/support/a-clinic.ts';
import { aSignedEvaluation } from '#tests/support/evaluations-factory.ts';
import { aCompletePrescription, aPrescription } from '#tests/support/prescriptions-factory.ts';
import { aFilledSheet, aPlannedSession, signing, somePermitted } from '#tests/support/sessions-factory.ts';

interface Course {
  patient?: { givenName: string; familyName: string };
  team?: PersonName[];
  /** How long ago the prescription was signed. */
  days: number;
  /** Visits by day of the course, each with the ODI measured at it, or nothing. */
  visits: Record<number, number | undefined>;
}

/** What happened in a course of care, up to now. */
export interface CourseOfCare {
  patientId: PatientId;
  episodeId: EpisodeId;
  sessionIds: SessionId[];
}

/**
 * A course of care lived through the product: consult, prescription, visits with their scores, each at its time. The
 * clinic's clock ends where it began.
 */
export async function aCourseOfCare(
  clinic: TestClinic,
  { patient, team, days, visits }: Course,
): Promise<CourseOfCare> {
  clinic.clock.advanceDays(-days);
  const { patientId, episodeId } = await clinic.anEpisode({
    ...(patient ? { patient } : {}),
    ...(team ? { team } : {}),
  });
  await aSignedEvaluation(clinic, episodeId);
  await aPrescription(clinic, episodeId, {
    content: aCompletePrescription(clinic.today(), { interventions: somePermitted() }),
  });
  const sessionIds: SessionId[] = [];
  let day = 0;
  for (const [onDay, odi] of Object.entries(visits)) {
    clinic.clock.advanceDays(Number(onDay) - day);
    day = Number(onDay);
    sessionIds.push(await aVisit(clinic, { episodeId }, odi));
  }
  clinic.clock.advanceDays(days - day);
  return { patientId, episodeId, sessionIds };
}

/** A visit at this moment of the clinic's clock, planned, held and signed. */
export async function aVisit(
  clinic: TestClinic,
  episode: { episodeId: EpisodeId },
  odi?: number,
): Promise<SessionId> {
  const session = await aPlannedSession(clinic, episode);
  const scores: ScoreEntry[] = odi === undefined ? [] : [{ measureCode: 'odi', side: null, value: odi }];
  const signed = await signing(clinic, episode, session, { content: aFilledSheet({ scores }) });
  return signed.body.sessionId;
}

import { z } from 'zod';
import { documentEndpoint } from '#shared/documents/document-endpoint.ts';
import { EpisodeHeader } from '#shared/patients/episode-header.ts';
import { CLINICAL_ROLES } from '#shared/platform/actor.ts';
import { endpoint, expectedVersion, onEpisode, text } from '#shared/platform/endpoint.ts';
import { SessionId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { HomeLimits } from './check-exercise.ts';
import { EducationGiven } from './education.ts';
import { ImportReport, LONGEST_CSV } from './import-report.ts';
import {
  AskedExercise,
  ExerciseCode,
  ExerciseContent,
  HomeDose,
  LibraryExercise,
  MOST_EXERCISES,
  ProgrammeVersion,
} from './model.ts';
import { LIBRARY_REFUSALS, PROGRAMME_REFUSALS } from './policy.ts';

const onExercise = z.object({ exerciseCode: ExerciseCode });

/** Versions begin at 1; 0 says that there was none yet. */
const seenVersion = z.number().int().min(0);

const WRITERS = CLINICAL_ROLES.filter((role) => role !== 'physical-therapist-assistant');

/** Home exercise as it was reported at a session. */
export const HomeReportRecord = z.object({
  sessionId: SessionId,
  sessionDate: PlainDate,
  daysDone: z.number().int().nullable(),
  daysAsked: z.number().int().nullable(),
  difficulty: z.number().int().nullable(),
  pain: z.number().int().nullable(),
});
export type HomeReportRecord = z.infer<typeof HomeReportRecord>;

export const EducationRecord = EducationGiven.extend({
  sessionId: SessionId,
  sessionDate: PlainDate,
  givenBy: z.string(),
});
export type EducationRecord = z.infer<typeof EducationRecord>;

/** An earlier version in short: what was asked for, without its instructions. */
export const VersionSummary = ProgrammeVersion.omit({ content: true }).extend({
  exercises: z.array(
    z.object({ code: z.string(), name: z.string(), side: z.string().nullable(), dose: HomeDose }),
  ),
});
export type VersionSummary = z.infer<typeof VersionSummary>;

/** One screen: the programme in force, its history, what was reported about it, and what was taught. */
export const ProgrammePage = z.object({
  header: EpisodeHeader,
  language: z.string().nullable(),
  current: ProgrammeVersion.nullable(),
  versions: z.array(VersionSummary),
  prescription: z.object({ versionNumber: z.number().int(), limits: HomeLimits }).nullable(),
  /** Treatment of a leg is stopped for a possible thrombosis that nobody has cleared. */
  limbStopped: z.boolean(),
  reports: z.array(HomeReportRecord),
  education: z.array(EducationRecord),
});
export type ProgrammePage = z.infer<typeof ProgrammePage>;

/** What is printed: one version, and whether a newer one has taken its place. */
export const PrintedProgramme = z.object({
  header: EpisodeHeader,
  version: ProgrammeVersion,
  newestVersion: z.number().int(),
  /** Where the patient calls; null when the clinic has none recorded. */
  clinicPhone: z.string().nullable(),
  /** Treatment of a leg is stopped while it is printed: the page says so, whichever version it is. */
  limbStopped: z.boolean(),
});
export type PrintedProgramme = z.infer<typeof PrintedProgramme>;

export const homeProgrammeApi = {
  library: endpoint({
    id: 'home-programme.list-exercises',
    method: 'GET',
    path: '/api/exercises',
    summary: 'The organization’s exercise library: shipped, edited and own exercises',
    permission: 'signed-in',
    response: z.object({ exercises: z.array(LibraryExercise) }),
  }),
  addExercise: endpoint({
    id: 'home-programme.add-exercise',
    method: 'POST',
    path: '/api/exercises',
    summary: 'Add an exercise of one’s own to the library',
    permission: WRITERS,
    refusals: LIBRARY_REFUSALS,
    body: z.object({ code: ExerciseCode, content: ExerciseContent }),
    response: LibraryExercise,
    errors: ['conflict'],
    idempotent: true,
  }),
  editExercise: endpoint({
    id: 'home-programme.edit-exercise',
    method: 'PUT',
    path: '/api/exercises/:exerciseCode',
    summary:
      'Edit an exercise; a shipped one is copied first. Programmes already handed out keep their words',
    permission: WRITERS,
    refusals: LIBRARY_REFUSALS,
    params: onExercise,
    body: z.object({ content: ExerciseContent, expectedVersion: seenVersion }),
    response: LibraryExercise,
    errors: ['stale-version'],
  }),
  retireExercise: endpoint({
    id: 'home-programme.retire-exercise',
    method: 'POST',
    path: '/api/exercises/:exerciseCode/retirement',
    summary: 'Take an exercise out of the library, or bring it back; programmes keep what they have',
    permission: WRITERS,
    refusals: LIBRARY_REFUSALS,
    params: onExercise,
    body: z.object({ retired: z.boolean(), expectedVersion: seenVersion }),
    response: LibraryExercise,
    errors: ['stale-version'],
  }),
  importExercises: endpoint({
    id: 'home-programme.import-exercises',
    method: 'POST',
    path: '/api/exercises/import',
    summary:
      'Read exercises from CSV: a report by line, and when nothing is refused and it is no trial, all of them at once',
    permission: WRITERS,
    refusals: LIBRARY_REFUSALS,
    body: z.object({
      csv: z
        .string({ error: 'Choose a CSV file.' })
        .min(1, { error: 'The file is empty.' })
        .max(LONGEST_CSV, { error: 'The file is larger than 500 kB; split it.' }),
      dryRun: z.boolean(),
    }),
    response: ImportReport,
  }),
  programme: endpoint({
    id: 'home-programme.get-programme',
    method: 'GET',
    path: '/api/episodes/:episodeId/home-programme',
    summary:
      'The home programme of an episode, its versions, what was reported about it, and education given',
    permission: CLINICAL_ROLES,
    params: onEpisode,
    response: ProgrammePage,
  }),
  saveProgramme: endpoint({
    id: 'home-programme.save-programme',
    method: 'POST',
    path: '/api/episodes/:episodeId/home-programme',
    summary: 'Write the next version of the home programme, within the prescription',
    permission: WRITERS,
    refusals: PROGRAMME_REFUSALS,
    params: onEpisode,
    body: z.object({
      exercises: z
        .array(AskedExercise)
        .max(MOST_EXERCISES, { error: `At most ${MOST_EXERCISES} exercises.` }),
      note: text(1000),
      noteEs: text(1000).default(''),
      expectedVersion: seenVersion,
    }),
    response: z.object({ versionNumber: expectedVersion }),
    errors: ['stale-version', 'intervention-blocked', 'episode-closed', 'conflict'],
    idempotent: true,
  }),
  handout: documentEndpoint({
    id: 'home-programme.print-home-programme',
    path: '/api/episodes/:episodeId/home-programme/versions/:versionNumber/document',
    summary: 'A version of the home programme to take home, in large type, in English or Spanish',
    permission: CLINICAL_ROLES,
    params: onEpisode.extend({ versionNumber: z.coerce.number<number>().int().min(1) }),
  }),
};

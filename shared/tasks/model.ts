import { z } from 'zod';
import { StaffRole } from '#shared/platform/actor.ts';
import { EpisodeId, PatientId, StaffMemberId, TaskId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';

/** Where a task leads and how it ends: by a click, or only when the work itself has been done. */
interface TaskKindSpec {
  label: string;
  closes: { by: 'hand' } | { by: 'work'; when: string };
}

export const TASK_KINDS = {
  'safety-hold': {
    label: 'Safety hold',
    closes: { by: 'work', when: 'when a physiatrist closes the hold with a reason' },
  },
  'change-request': {
    label: 'Change request',
    closes: { by: 'work', when: 'when the request is decided or withdrawn' },
  },
  review: { label: 'Review', closes: { by: 'work', when: 'when a decision is recorded' } },
  'acknowledge-result': {
    label: 'Result to read',
    closes: { by: 'work', when: 'when the result is acknowledged with a reading' },
  },
  'acknowledge-prescription': {
    label: 'New prescription',
    closes: { by: 'work', when: 'when the prescription is marked as read' },
  },
  'new-precaution': {
    label: 'New precaution to decide',
    closes: { by: 'work', when: 'when a new version of the prescription is signed' },
  },
  'weight-bearing-over': {
    label: 'Weight bearing to decide',
    closes: { by: 'work', when: 'when a new version of the prescription is signed' },
  },
  'red-flag': { label: 'Red flag', closes: { by: 'hand' } },
  cosign: { label: 'Co-signature', closes: { by: 'work', when: 'when the note is co-signed' } },
  'adverse-event': { label: 'Adverse event', closes: { by: 'hand' } },
  'notify-digest': { label: 'Adjusted within limits', closes: { by: 'hand' } },
  'progress-report': {
    label: 'Progress report',
    closes: { by: 'work', when: 'when the report is signed' },
  },
  certification: {
    label: 'Certification',
    closes: { by: 'work', when: 'when the plan of care is certified, or its next version is signed' },
  },
  'discharge-note': {
    label: 'Discharge note',
    closes: { by: 'work', when: 'when the discharge note is signed' },
  },
  evaluation: { label: 'Evaluation', closes: { by: 'work', when: 'when the evaluation is signed' } },
  'referral-answer': {
    label: 'Answer to a referral',
    closes: { by: 'work', when: 'when the answer is entered' },
  },
  'home-programme': {
    label: 'Home programme to change',
    closes: { by: 'work', when: 'when the next version of the home programme is saved' },
  },
  'move-session': { label: 'Visit inside rest days', closes: { by: 'hand' } },
  telephone: { label: 'Telephone call', closes: { by: 'hand' } },
  'hand-over': { label: 'Hand-over', closes: { by: 'hand' } },
  recommendation: { label: 'Recommendation', closes: { by: 'hand' } },
  'team-request': { label: 'Change of a team', closes: { by: 'hand' } },
  other: { label: 'Other', closes: { by: 'hand' } },
} as const satisfies Record<string, TaskKindSpec>;

export type TaskKind = keyof typeof TASK_KINDS;

const isTaskKind = (kind: string): kind is TaskKind => Object.hasOwn(TASK_KINDS, kind);

/** What kind of work a task is; one written by a newer version is plain work. */
export const taskKind = (kind: string): TaskKind => (isTaskKind(kind) ? kind : 'other');

export const taskKindLabel = (kind: string): string => TASK_KINDS[taskKind(kind)].label;

export const Task = z.object({
  taskId: TaskId,
  kind: z.string(),
  title: z.string(),
  detail: z.string().nullable(),
  ownerId: StaffMemberId.nullable(),
  ownerName: z.string().nullable(),
  ownerRole: StaffRole.nullable(),
  patientId: PatientId.nullable(),
  patientName: z.string().nullable(),
  mrn: z.string().nullable(),
  episodeId: EpisodeId.nullable(),
  concern: z.string().nullable(),
  subjectId: z.string().nullable(),
  dueOn: PlainDate.nullable(),
  status: z.enum(['open', 'done', 'cancelled']),
  createdAt: z.string(),
  doneAt: z.string().nullable(),
  doneBy: z.string().nullable(),
  version: z.number().int(),
});
export type Task = z.infer<typeof Task>;

type Place = Pick<Task, 'kind' | 'patientId' | 'episodeId' | 'subjectId'> & { ownerRole?: string | null };

/** The address where the work of a task is done, if it has one. */
export function taskPath({ kind, patientId, episodeId, subjectId, ownerRole }: Place): string | undefined {
  const episode = (page: string) => (episodeId === null ? undefined : `/episodes/${episodeId}/${page}`);
  const patient = patientId === null ? undefined : `/patients/${patientId}`;
  const known = taskKind(kind);
  switch (known) {
    case 'change-request':
    case 'acknowledge-prescription':
    case 'new-precaution':
    case 'weight-bearing-over':
      return episode('prescription') ?? patient;
    case 'safety-hold':
      return episode('holds') ?? patient;
    case 'acknowledge-result':
    case 'referral-answer':
      return subjectId === null ? '/results' : `/results?on=${subjectId}`;
    case 'evaluation':
      return episode('evaluations') ?? patient;
    case 'cosign':
    case 'adverse-event':
      return subjectId === null ? patient : `/sessions/${subjectId}`;
    case 'progress-report':
      return episode('progress-reports') ?? patient;
    case 'certification':
      return episode('documentation') ?? patient;
    case 'discharge-note':
      return episode('documentation?panel=discharge') ?? patient;
    case 'recommendation':
      return episode('orders') ?? patient;
    case 'home-programme':
      return episode('home-programme') ?? patient;
    case 'move-session':
      return episode('sessions') ?? patient;
    case 'review':
    case 'red-flag':
    case 'notify-digest':
      return episode('review') ?? patient;
    case 'hand-over':
      return ownerRole === 'administrator' && patientId !== null ? `/teams/${patientId}` : patient;
    case 'team-request':
      return patientId === null ? undefined : `/teams/${patientId}`;
    case 'telephone':
      return '/on-call';
    case 'other':
      return patient;
    default:
      return known satisfies never;
  }
}

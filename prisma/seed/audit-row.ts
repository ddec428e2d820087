import { newId } from '#server/platform/db/new-id.ts';
import { STAFF } from './clinics.ts';
import { type Moment, row, type SeedRow } from './moment.ts';

type Done = Pick<Moment, 'at' | 'by' | 'did' | 'subject' | 'detail' | 'aboutPatient'>;

/** The audit row that the software would have written with it. */
export function auditRow(about: { patientId: string; episodeId: string }, done: Done): SeedRow {
  const isPublic = done.by === 'public';
  const isAbout = done.aboutPatient !== false;
  const isEpisode = isAbout && !['patient.registered', 'care-team.member-assigned'].includes(done.did);
  return row('audit_event', {
    id: newId(done.at),
    at: done.at.toISOString(),
    actor_id: done.by === 'public' || done.by === 'system' ? null : { staff: done.by },
    actor_role: done.by === 'public' || done.by === 'system' ? done.by : STAFF[done.by].role,
    action: done.did,
    patient_id: isAbout ? about.patientId : null,
    episode_id: isEpisode ? about.episodeId : null,
    subject_type: done.subject?.type ?? null,
    subject_id: done.subject?.id ?? null,
    detail: done.detail ? { ...done.detail } : null,
    request_id: isPublic ? null : newId(done.at),
  });
}

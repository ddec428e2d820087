import { changeWords } from '#shared/sessions/note-limits.ts';
import { newId } from '#server/platform/db/new-id.ts';
import type { StaffKey } from './clinics.ts';
import { row, type SeedRow } from './moment.ts';
import { staff } from './opening-moments.ts';
import type { Note } from './session-content.ts';
import type { Telling, Version } from './telling.ts';
import { assistantMinutes } from './treatment-record.ts';

/** The physiatrist reads the digest every few days. */
const DIGEST_DAYS = 3;

/** What was given, and the digest entry for doses that were raised where the physiatrist wants to be told. */
export function noteRows(
  telling: Telling,
  version: Version,
  sessionId: string,
  note: Note,
  signedAt: Date,
  signer: StaffKey,
): SeedRow[] {
  const given = note.interventions.map((one, position) =>
    row('performed_intervention', {
      id: newId(signedAt),
      patient_id: telling.patientId,
      session_id: sessionId,
      permitted_intervention_id: { permitted: version.prescriptionId, code: one.code },
      position,
      code: one.code,
      name: one.name,
      dose: { ...one.dose },
      minutes: one.minutes,
      billing_code: one.billingCode,
      classification: one.classification,
      assistant_minutes: assistantMinutes(signer, one),
    }),
  );
  const raised = note.interventions.filter(({ classification }) => classification === 'notify');
  return raised.length === 0 ? given : [...given, digestRow(telling, sessionId, raised, signedAt)];
}

function digestRow(
  { scenario, patientId, episodeId, calendar }: Telling,
  sessionId: string,
  raised: Note['interventions'],
  signedAt: Date,
): SeedRow {
  const isRead = calendar.now.getTime() - signedAt.getTime() > DIGEST_DAYS * 86_400_000;
  const physiatrist = staff(scenario.physiatrist);
  const readAt = new Date(signedAt.getTime() + 2 * 86_400_000);
  return row('task', {
    id: newId(signedAt),
    kind: 'notify-digest',
    title: raised.length === 1 ? 'Dose raised within limits' : `${raised.length} doses raised within limits`,
    detail: raised.map(({ name, dose }) => changeWords(name, undefined, dose)).join('; '),
    owner_id: physiatrist,
    patient_id: patientId,
    episode_id: episodeId,
    subject_id: sessionId,
    status: isRead ? 'done' : 'open',
    done_by_id: isRead ? physiatrist : null,
    done_at: isRead ? readAt.toISOString() : null,
    dedupe_key: `notify:${sessionId}`,
    created_at: signedAt.toISOString(),
  });
}

import { rulePackOn } from '#shared/compliance/rule-packs.ts';
import { claimModifiers } from '#shared/sessions/claim-modifiers.ts';
import { acknowledgedAt } from '#shared/sessions/acknowledge-precautions.ts';
import type {
  AcknowledgedPrecaution,
  NoteProvenance,
  PerformedIntervention,
} from '#shared/sessions/model.ts';
import type { PrescribedPrecaution } from '#shared/prescriptions/model.ts';
import type { TookPart } from '#shared/sessions/took-part.ts';
import { daysBetween, type PlainDate } from '#shared/platform/time.ts';
import { newId } from '#server/platform/db/new-id.ts';
import { isAboveThreshold } from './amount-moments.ts';
import { STAFF, type StaffKey } from './clinics.ts';
import { type Moment, row, type SeedRow } from './moment.ts';
import { staff } from './opening-moments.ts';
import type { Note } from './session-content.ts';
import type { Telling } from './telling.ts';

/** The therapist whose patients an assistant treats as well, and who answers for what the assistant does. */
const SUPERVISOR: StaffKey = 'lindqvist';
const ASSISTANT: StaffKey = 'haddad';

/** The occupational therapist sees one patient after a stroke every third time, with an assistant of their own. */
const OCCUPATIONAL: StaffKey = 'chen';
const SEEN_BY_OCCUPATIONAL = 's-early';
const OCCUPATIONAL_CODES: readonly string[] = ['functional-task', 'balance'];
const OCCUPATIONAL_ASSISTANT_MINUTES = 6;

/** Every fourth visit of the supervisor's patients is the assistant's, never the first. */
export const signerOf = ({ scenario }: Telling, index: number): StaffKey =>
  scenario.therapist === SUPERVISOR && index % 4 === 2
    ? ASSISTANT
    : scenario.key === SEEN_BY_OCCUPATIONAL && index % 3 === 2
      ? OCCUPATIONAL
      : scenario.therapist;

/** What whoever signs gives; everything that is permitted, unless they are of another profession. */
export const givenBy = (signer: StaffKey): readonly string[] | undefined =>
  signer === OCCUPATIONAL ? OCCUPATIONAL_CODES : undefined;

/** Of a row's minutes, those of an assistant. */
export function assistantMinutes(
  signer: StaffKey,
  { code, minutes }: Pick<PerformedIntervention, 'code' | 'minutes'>,
): number {
  if (isAssistants(signer)) return minutes;
  return signer === OCCUPATIONAL && code === 'balance' ? OCCUPATIONAL_ASSISTANT_MINUTES : 0;
}

const isAssistants = (signer: StaffKey): boolean => signer === ASSISTANT;

/** Words of the visit before: what is repeated was carried, and keeps its first date. */
export interface EarlierWords {
  plan: string;
  from: PlainDate;
}

const RESPONSE = {
  better: 'Moves more freely at the end; no discomfort.',
  same: 'Tolerated; tired at the end, settled within minutes.',
  worse: 'Stiffer at the end; told what to watch for until tomorrow.',
} as const;

/** One visit in some seventeen has something to report. */
const ADVERSE_EVENTS = [
  'Light-headed on standing up; sat down, BP 112/70 mmHg, gone after two minutes. Went on seated.',
  'Slipped at the parallel bars, held the rail, no fall and no pain. Footwear changed.',
] as const;
const adverseEventAt = (index: number): string | null =>
  index % 17 === 9 ? (ADVERSE_EVENTS[(index % 2) as 0 | 1] ?? null) : null;

/** Who else took part in some visits, by the visit's number. */
const TOOK_PART: Readonly<Record<number, TookPart[]>> = {
  3: [{ name: 'Ines Calder', as: 'relative', did: 'Learned how to guard on the stairs' }],
  7: [{ name: 'Tomas Reyes', as: 'aide', did: 'Set up the equipment; gave no treatment' }],
};

interface Visited {
  note: Note;
  index: number;
  date: PlainDate;
  signer: StaffKey;
  signedAt: Date;
  before: EarlierWords | undefined;
  /** Of the version that governed the day. */
  precautions: readonly PrescribedPrecaution[];
}

/** The columns of a signed session about how it went, whose minutes they were and where the words come from. */
export function treatmentColumns(telling: Telling, visited: Visited) {
  const { note, index, signer } = visited;
  const assisted = isAssistants(signer);
  const modifiers = claimModifiers(
    STAFF[signer].role,
    note.interventions.map((one) => ({
      billingCode: one.billingCode,
      minutes: one.minutes,
      assistantMinutes: assistantMinutes(signer, one),
    })),
    {
      pack: rulePackOn(telling.scenario.payer ?? 'none', visited.date),
      aboveKx: isAboveThreshold(telling, visited.signedAt),
    },
  );
  return {
    started_time: telling.slot,
    ended_time: laterBy(telling.slot, note.billing.totalTreatmentMinutes + 3),
    response: RESPONSE[note.course],
    adverse_event: adverseEventAt(index),
    took_part: TOOK_PART[index % 9] ?? null,
    provenance: { ...provenance(visited) },
    acknowledged: acknowledged(visited),
    cosignature_needed: assisted,
    billing: { ...note.billing, modifiers },
  };
}

/** The precautions of what was given, acknowledged soon after treatment began; nothing where there were none. */
function acknowledged({ note, signer, signedAt, precautions }: Visited): AcknowledgedPrecaution[] | null {
  const { name, at } = {
    name: signerName(signer),
    at: new Date(signedAt.getTime() - READ_BEFORE_MILLISECONDS).toISOString(),
  };
  const rows = acknowledgedAt(precautions, { interventions: note.interventions }, { name, at });
  return rows.length === 0 ? null : rows;
}

const READ_BEFORE_MILLISECONDS = 40 * 60_000;

function signerName(signer: StaffKey): string {
  const { givenName, familyName, credentials } = STAFF[signer];
  return [`${givenName} ${familyName}`, credentials].filter(Boolean).join(', ');
}

function provenance({ note, date, signer, signedAt, before }: Visited): NoteProvenance {
  const confirmed = {
    confirmedBy: signerName(signer),
    confirmedAt: signedAt.toISOString(),
  };
  const typed = { source: 'typed' as const, from: null, ...confirmed };
  const repeated = before !== undefined && before.plan === note.plan && before.from < date;
  return {
    subjective: typed,
    objective: typed,
    assessment: typed,
    plan: repeated ? { source: 'carried', from: before.from, ...confirmed } : typed,
  };
}

function laterBy(time: string, minutes: number): string {
  const at = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) + minutes;
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}

/** Notes this young are still on the supervisor's list. */
const WAITING_DAYS = 3;

/** What follows an assistant's note: a task at once, and the supervisor's co-signature in the evening of older ones. */
export function cosignature(
  telling: Telling,
  session: { id: string; date: PlainDate; signedAt: Date; signer: StaffKey },
): { rows: SeedRow[]; later: Moment[] } {
  if (!isAssistants(session.signer)) return { rows: [], later: [] };
  const { patientId, episodeId, calendar } = telling;
  const isWaiting = daysBetween(session.date, calendar.today) <= WAITING_DAYS;
  const at = new Date(session.signedAt.getTime() + 3 * 3_600_000);
  const { givenName, familyName, credentials } = STAFF[session.signer];
  const task = row('task', {
    id: newId(session.signedAt),
    kind: 'cosign',
    title: `Co-sign the note of ${givenName} ${familyName}, ${credentials ?? ''}`,
    owner_id: staff(SUPERVISOR),
    patient_id: patientId,
    episode_id: episodeId,
    subject_id: session.id,
    due_on: session.date,
    status: isWaiting ? 'open' : 'done',
    done_by_id: isWaiting ? null : staff(SUPERVISOR),
    done_at: isWaiting ? null : at.toISOString(),
    dedupe_key: `cosign:${session.id}`,
    created_at: session.signedAt.toISOString(),
  });
  if (isWaiting) return { rows: [task], later: [] };
  const cosigned: Moment = {
    at,
    by: SUPERVISOR,
    did: 'session.cosigned',
    subject: { type: 'session', id: session.id },
    rows: [
      row('session_cosignature', {
        id: newId(at),
        patient_id: patientId,
        session_id: session.id,
        cosigned_by_id: staff(SUPERVISOR),
        cosigned_at: at.toISOString(),
        note: null,
      }),
    ],
  };
  return { rows: [task], later: [cosigned] };
}

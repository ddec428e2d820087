import { createHash } from 'node:crypto';
import { toTriageInput, type IntakeAnswers } from '#shared/intake/answers.ts';
import { triage, TRIAGE_VERSION } from '#shared/intake/triage.ts';
import { recogniseDrug } from '#shared/medications/recognise.ts';
import { ICD_10_CM } from '#shared/patients/code-systems.ts';
import { searchTextOf } from '#shared/patients/search-text.ts';
import { addDays, dateInZone } from '#shared/platform/time.ts';
import { referenceOf } from '#server/intake/reference.ts';
import { newId } from '#server/platform/db/new-id.ts';
import { later } from './calendar.ts';
import { STAFF, type StaffKey } from './clinics.ts';
import { withSide } from './evaluation-content.ts';
import { historyRows } from './history-content.ts';
import { type Column, type Moment, row, type SeedRow } from './moment.ts';
import { languageOf } from './names.ts';
import type { Telling } from './telling.ts';

/** A reference to somebody or something that gets its id when the demo is written. */
export const staff = (key: StaffKey): Column => ({ staff: key });
export const clinic = (telling: Telling): Column => ({ clinic: telling.scenario.clinic });

export const administratorOf = ({ scenario }: Telling): StaffKey =>
  scenario.clinic === 'harborview' ? 'okonkwo' : 'novak';

/** The request came in some days before; the administrator accepted it, opened the episode and put the team on it. */
export function openingMoments(telling: Telling): Moment[] {
  const { calendar, patientId, episodeId, scenario } = telling;
  const openedOn = calendar.workday(
    calendar.day(scenario.consultDaysAgo + (scenario.stage === 'opened' ? 0 : 3)),
  );
  const askedAt = calendar.at(addDays(openedOn, -2), later('11:10', telling.random.int(0, 500)));
  const request = acceptedRequest(telling, askedAt);
  const administrator = administratorOf(telling);
  const at = calendar.at(openedOn, '10:05');
  return [
    {
      at: askedAt,
      by: 'public',
      did: 'care-request.submitted',
      aboutPatient: false,
      detail: { reference: request.reference, route: request.route, rule: request.rule },
      rows: [row('care_request', request.columns)],
    },
    {
      at,
      by: administrator,
      did: 'patient.registered',
      subject: { type: 'patient', id: patientId },
      rows: [patientRow(telling, at), ...knownFacts(telling, at)],
    },
    {
      at: calendar.at(openedOn, '10:06'),
      by: administrator,
      did: 'episode.opened',
      subject: { type: 'episode', id: episodeId },
      rows: [episodeRow(telling, openedOn, at), ...teamRows(telling, at, administrator)],
      refresh: true,
    },
    {
      at: calendar.at(openedOn, '10:07'),
      by: administrator,
      did: 'care-request.accepted',
      subject: { type: 'care-request', id: request.id },
      detail: { reference: request.reference, route: request.route, patient: 'new' },
      changes: [
        {
          table: 'care_request',
          where: { id: request.id },
          set: {
            status: 'accepted',
            patient_id: patientId,
            episode_id: episodeId,
            owner_id: staff(administrator),
            decided_by_id: staff(administrator),
            decided_at: at.toISOString(),
            version: 2,
          },
        },
      ],
      rows: scenario.stage === 'opened' ? [firstVisitTask(telling, addDays(openedOn, 14), at)] : [],
    },
  ];
}

function patientRow({ person, contact, mrn, patientId, scenario }: Telling, at: Date): SeedRow {
  return row('patient', {
    id: patientId,
    clinic_id: { clinic: scenario.clinic },
    mrn,
    family_name: person.familyName,
    given_name: person.givenName,
    birth_date: person.birthDate,
    sex: person.sex,
    phone: contact.phone,
    address: contact.address,
    language: languageOf(person.familyName),
    search_text: searchTextOf({ ...person, mrn }),
    synthetic: true,
    created_at: at.toISOString(),
  });
}

/** What the patient told at the desk: other illnesses, allergies, medicines. */
function knownFacts(telling: Telling, at: Date): SeedRow[] {
  const { scenario, patientId } = telling;
  const recorded = {
    patient_id: patientId,
    recorded_by_id: staff(scenario.physiatrist),
    recorded_at: at.toISOString(),
  };
  return [
    ...(scenario.comorbidities ?? []).map(([code, display]) =>
      row('condition', {
        ...recorded,
        id: newId(at),
        category: 'comorbidity',
        code,
        code_system: ICD_10_CM,
        display,
      }),
    ),
    ...(scenario.allergies ?? []).map((substance) =>
      row('allergy', { ...recorded, id: newId(at), substance, severity: 'moderate' }),
    ),
    ...(scenario.medications ?? []).map(([name, dose, frequency]) =>
      row('medication_order', {
        ...recorded,
        id: newId(at),
        name,
        ingredients: [...recogniseDrug(name).ingredients],
        dose,
        frequency,
        source: 'reported',
      }),
    ),
    ...historyRows(telling, at),
  ];
}

function episodeRow(telling: Telling, openedOn: string, at: Date): SeedRow {
  const { programme, scenario, side } = telling;
  return row('episode', {
    id: telling.episodeId,
    patient_id: telling.patientId,
    clinic_id: clinic(telling),
    concern: withSide(programme.concern, side),
    body_region: programme.region,
    side: programme.sided ? side : null,
    onset_on: telling.onsetOn,
    opened_on: openedOn,
    payer_profile: scenario.payer ?? 'none',
    created_at: at.toISOString(),
  });
}

/** The therapist whose patients an assistant treats as well. */
const ASSISTED: StaffKey = 'lindqvist';

function teamRows({ scenario, patientId }: Telling, at: Date, administrator: StaffKey): SeedRow[] {
  const assistant: readonly StaffKey[] = scenario.therapist === ASSISTED ? ['haddad'] : [];
  const members = [scenario.physiatrist, scenario.therapist, ...assistant, ...(scenario.alsoOnTeam ?? [])];
  return members.map((member) =>
    row('care_team_member', {
      id: newId(at),
      patient_id: patientId,
      staff_member_id: staff(member),
      role: STAFF[member].role,
      kind: 'member',
      valid_from: at.toISOString(),
      added_by_id: staff(administrator),
      created_at: at.toISOString(),
    }),
  );
}

const firstVisitTask = ({ scenario, patientId, episodeId }: Telling, dueOn: string, at: Date): SeedRow =>
  row('task', {
    id: newId(at),
    kind: 'evaluation',
    title: 'First visit: consult',
    owner_id: staff(scenario.physiatrist),
    patient_id: patientId,
    episode_id: episodeId,
    subject_id: episodeId,
    due_on: dueOn,
    dedupe_key: `first-visit:${episodeId}`,
    created_at: at.toISOString(),
  });

/** The request that this episode grew out of, with the triage of its own answers. */
function acceptedRequest(telling: Telling, createdAt: Date) {
  const { person, programme, scenario, side, calendar } = telling;
  const surgeryOn = programme.surgical === true ? telling.onsetOn : null;
  const answers: IntakeAnswers = {
    redFlags: [],
    symptoms: programme.region === 'whole-body' ? ['balance', 'walking'] : ['pain', 'stiffness'],
    startedOn: telling.onsetOn,
    place: 'one-place',
    severity: telling.random.int(4, 6),
    trend: 'stable',
    surgeryOn,
    neuroInjuries: programme.key === 'stroke' ? ['stroke'] : [],
    diagnosisKnown: telling.random.chance(0.6) ? 'yes' : 'no',
    diagnosis: '',
    wants: ['therapy'],
    seenHere: 'no',
    therapyPrescribed: 'no',
  };
  return careRequest({
    answers,
    person,
    contact: telling.contact.phone,
    clinicKey: scenario.clinic,
    timeZone: calendar.timeZone,
    concern: withSide(programme.concern, side),
    region: programme.region,
    side: programme.sided ? side : null,
    createdAt,
    seed: scenario.key,
  });
}

export interface RequestFacts {
  answers: IntakeAnswers;
  person: { givenName: string; familyName: string; sex: string; birthDate: string };
  contact: string;
  clinicKey: string;
  timeZone: string;
  concern: string;
  region: string;
  side: string | null;
  createdAt: Date;
  seed: string;
  narrative?: string;
}

/** A request as the public page stores it, with the answer that triage gives to it. */
export function careRequest(facts: RequestFacts) {
  const input = toTriageInput(facts.answers, dateInZone(facts.createdAt, facts.timeZone));
  const answer = triage(input);
  const id = newId(facts.createdAt);
  const submissionKey = uuidFrom(facts.seed);
  const reference = referenceOf(submissionKey);
  const columns: Record<string, Column> = {
    id,
    clinic_id: { clinic: facts.clinicKey },
    reference,
    submitted_via: 'public',
    submitter_relation: 'patient',
    given_name: facts.person.givenName,
    family_name: facts.person.familyName,
    birth_date: facts.person.birthDate,
    sex: facts.person.sex,
    phone: facts.contact,
    concern: facts.concern,
    body_region: facts.region,
    side: facts.side,
    narrative: facts.narrative ?? null,
    answers: { given: { ...facts.answers }, triageInput: { ...input }, added: [] },
    triage_version: TRIAGE_VERSION,
    triage_route: answer.route,
    triage_rule: answer.rule,
    triage_near: { why: answer.why, near: answer.near },
    submission_key: submissionKey,
    created_at: facts.createdAt.toISOString(),
  };
  return { id, reference, route: answer.route, rule: answer.rule, columns };
}

/** A key that is the same on every load. */
function uuidFrom(seed: string): string {
  const hex = createHash('sha256').update(`demo:${seed}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

import { randomUUID } from 'node:crypto';
import type { StaffActor, StaffRole, SystemActor } from '#shared/platform/actor.ts';
import { PatientId, StaffMemberId } from '#shared/platform/ids.ts';
import { addDays, dateInZone, type PlainDate } from '#shared/platform/time.ts';
import type { Context } from '#server/platform/http/context.ts';
import { aServer, listen, mintAccounts, type TestServer } from './a-server.ts';
import { callerAt, type Caller } from './caller.ts';
import { type EpisodeDetails, insertEpisode, insertPatient, type PatientDetails } from './clinic-patients.ts';
import { insertOrganization, type TestOrganization, type TestStaffMember } from './clinic-staff.ts';
import './to-be-problem.ts';

/** Everybody a test can act as. An outsider works in another organization. */
export type PersonName =
  | 'physiatrist'
  | 'second-physiatrist'
  | 'therapist'
  | 'second-therapist'
  | 'administrator'
  | 'assistant'
  | 'occupational-therapist'
  | 'speech-therapist'
  | 'outsider'
  | 'outside-therapist'
  | 'outside-administrator';

const ROLE_OF: Record<PersonName, StaffRole> = {
  physiatrist: 'physiatrist',
  'second-physiatrist': 'physiatrist',
  therapist: 'physical-therapist',
  'second-therapist': 'physical-therapist',
  administrator: 'administrator',
  assistant: 'physical-therapist-assistant',
  'occupational-therapist': 'occupational-therapist',
  'speech-therapist': 'speech-therapist',
  outsider: 'physiatrist',
  'outside-therapist': 'physical-therapist',
  'outside-administrator': 'administrator',
};

/** Every name in {@link PersonName}. */
export const PEOPLE = Object.keys(ROLE_OF) as PersonName[];

/** The person's role, for tables of who may what. */
export const roleOf = (person: PersonName): StaffRole => ROLE_OF[person];

const isOutside = (person: PersonName): boolean => person.startsWith('outside');

/** A clock that stands still until the test moves it. It starts a second ago, so that the database agrees it is past. */
export type TestClock = {
  now: () => Date;
  set: (instant: string | Date) => void;
  advanceDays: (days: number) => void;
  advanceMinutes: (minutes: number) => void;
};

export type TestClinic = Awaited<ReturnType<typeof aClinic>>;

type ClinicOptions = {
  timeZone?: string;
  /** The built client, for tests in a browser. */
  clientFolder?: string;
};

/** A fresh organization with a clinic, its staff signed in, and a neighbour organization of outsiders. */
export async function aClinic({ timeZone = 'America/New_York', clientFolder }: ClinicOptions = {}) {
  const server = await aServer();
  const clock = standingClock();
  const tag = randomUUID().slice(0, 8);
  const home = await insertOrganization(server.owner, { tag, timeZone });
  const neighbour = await insertOrganization(server.owner, { tag: `${tag}-out`, timeZone });
  const staff = await hire(server, home, neighbour, tag);
  const address = await listen(server, clock.now, { clientFolder });
  const today = (): PlainDate => dateInZone(clock.now(), timeZone);

  return {
    ...home,
    timeZone,
    clock,
    staff,
    db: server.db,
    signIn: server.signIn,
    address,
    /** Today's date on the clinic's wall calendar. */
    today,
    /** The date so many days after today; negative is the past. */
    day: (offset: number): PlainDate => addDays(today(), offset),
    /** Asks the database as its owner, to arrange and to look behind the API. */
    rows: async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
      (await server.owner.query<Row>(sql, values)).rows,
    as: (person: PersonName | 'anonymous'): Caller =>
      callerAt(address, person === 'anonymous' ? undefined : staff[person].cookie),
    /** The context of a person's request, for calling a use case without HTTP. */
    contextOf: (person: PersonName): Context => contextFor(server, clock, actorOf(staff[person])),
    /** Background work about one patient. */
    systemContext: (patientId?: string): Context<SystemActor> =>
      contextFor(server, clock, systemActor(home, patientId)),
    aPatient: (details: PatientDetails = {}) => insertPatient(server.owner, home, details),
    /** A patient, an open episode, and a care team (physiatrist and therapist unless told otherwise). */
    anEpisode: (details: EpisodeDetails<PersonName> = {}) =>
      insertEpisode(
        { owner: server.owner, home, staff, openedOn: addDays(today(), -42) },
        { ...details, team: details.team ?? ['physiatrist', 'therapist'] },
      ),
  };
}

async function hire(server: TestServer, home: TestOrganization, neighbour: TestOrganization, tag: string) {
  const people = PEOPLE.map((person, index) => ({
    person,
    organization: isOutside(person) ? neighbour : home,
    role: ROLE_OF[person],
    givenName: GIVEN_NAMES[index] ?? 'Alex',
    familyName: `Staff-${person}`,
    email: `${person}.${tag}@tandem.example`,
  }));
  const accounts = await mintAccounts(
    server,
    people.map(({ givenName, familyName, email }) => ({ name: `${givenName} ${familyName}`, email })),
  );
  const members = people.map(
    ({ organization, ...person }, index): TestStaffMember & { person: PersonName } => ({
      ...person,
      ...(accounts[index] ?? { userId: '', cookie: '' }),
      id: StaffMemberId.parse(randomUUID()),
      organization,
    }),
  );
  await server.owner.query(
    `insert into staff_member (organization_id, id, clinic_id, auth_user_id, role, given_name, family_name, credentials, email)
     select "organizationId", id, "clinicId", "userId", role, "givenName", "familyName", null, email
       from json_to_recordset($1) as r("organizationId" uuid, id uuid, "clinicId" uuid, "userId" text, role text,
                                       "givenName" text, "familyName" text, email text)`,
    [JSON.stringify(members.map(({ organization, ...member }) => ({ ...organization, ...member })))],
  );
  const byPerson: unknown = Object.fromEntries(members.map((member) => [member.person, member]));
  return byPerson as Record<PersonName, TestStaffMember>;
}

const GIVEN_NAMES = ['Ada', 'Ben', 'Cleo', 'Dov', 'Esi', 'Finn', 'Gia', 'Hal', 'Ivy', 'Jun', 'Kit'];

function standingClock(): TestClock {
  let instant = Date.now() - 1_000;
  return {
    now: () => new Date(instant),
    set: (to) => void (instant = new Date(to).getTime()),
    advanceDays: (days) => void (instant += days * 86_400_000),
    advanceMinutes: (minutes) => void (instant += minutes * 60_000),
  };
}

const contextFor = <A extends StaffActor | SystemActor>(
  { db }: TestServer,
  { now }: TestClock,
  actor: A,
): Context<A> => ({ actor, db, now, requestId: randomUUID() });

const actorOf = ({ organization, ...member }: TestStaffMember): StaffActor => ({
  kind: 'staff',
  ...organization,
  staffMemberId: member.id,
  role: member.role,
  name: `${member.givenName} ${member.familyName}`,
});

const systemActor = ({ organizationId }: TestOrganization, patientId?: string): SystemActor => ({
  kind: 'system',
  organizationId,
  patientId: patientId === undefined ? undefined : PatientId.parse(patientId),
});

import { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import type { Actor } from '#shared/platform/actor.ts';
import { z } from 'zod';
import type { intakeApi } from '#shared/intake/contract.ts';
import { rankByLikeness, type Person } from '#shared/intake/likeness.ts';
import type { PossiblePatient, PossibleRequest, QueueRow, RequestDetail } from '#shared/intake/queue.ts';
import { phoneDigits } from '#shared/patients/identity.ts';
import { normalizeForSearch } from '#shared/patients/search-text.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import * as audit from '#server/audit/index.ts';
import type { Database } from '#server/platform/db/database.ts';
import { readAs } from '#server/platform/db/read-as.ts';
import type { Context } from '#server/platform/http/context.ts';
import { decodeCursor, pageOf } from '#server/platform/http/cursor.ts';
import { DETAIL_SQL, QUEUE_COUNTS_SQL, QUEUE_SQL } from './queue-sql.ts';

interface ClinicRow {
  organizationId: string;
  clinicId: string;
  slug: string;
  name: string;
  phone: string | null;
  timeZone: string;
}

/** The clinics that take requests; the one thing that somebody without an account may read. */
export async function findClinics(db: Database): Promise<ClinicRow[]> {
  const { rows } = await db.pool.query<ClinicRow>({
    name: 'intake-clinics',
    text: 'select * from tandem.clinics_taking_requests()',
  });
  return rows;
}

/** What a clinic has set differently from Tandem's defaults. */
export async function readClinicValues(ctx: Context<Actor>, clinicId: string): Promise<ClinicOverrides> {
  const [row] = await readAs<{ values: unknown }>(ctx, {
    name: 'intake-clinic-values',
    text: `select clinical_values as values from clinic
            where organization_id = (select tandem.organization()) and id = $1::uuid`,
    values: [clinicId],
  });
  return ClinicOverrides.parse(row?.values ?? {});
}

/** What the public page shows of the clinics. */
export async function listClinics({ db }: Pick<Context, 'db'>) {
  const clinics = await findClinics(db);
  return { clinics: clinics.map(({ slug, name, phone }) => ({ slug, name, phone })) };
}

const QueueCursor = z.tuple([z.number(), z.number(), z.uuid()]);

interface Counts {
  open: number;
  emergency: number;
  unowned: number;
  mine: number;
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** The queue: emergencies in front, then by when the first visit is due; what is decided, newest first. */
export async function readQueue(ctx: Context, { query }: Input<typeof intakeApi.queue>) {
  const after = decodeCursor(query.cursor, QueueCursor);
  const [rows, [counts]] = await Promise.all([
    readAs<QueueRow & { rank: number; place: number }>(
      ctx,
      {
        name: 'intake-queue',
        text: QUEUE_SQL,
        values: [
          query.status,
          query.route ?? null,
          query.owner,
          ctx.actor.staffMemberId,
          query.clinicId ?? null,
          query.search === '' ? null : `%${escapeLike(query.search)}%`,
          ...(after ?? [null, null, null]),
          query.limit + 1,
        ],
      },
      { alongside: audit.seen(ctx, { did: 'care-requests.listed' }) },
    ),
    readAs<Counts>(ctx, {
      name: 'intake-queue-counts',
      text: QUEUE_COUNTS_SQL,
      values: [ctx.actor.staffMemberId],
    }),
  ]);
  const { page, nextCursor } = pageOf(rows, query.limit, (row) => [row.rank, row.place, row.careRequestId]);
  return {
    requests: page,
    counts: counts ?? { open: 0, emergency: 0, unowned: 0, mine: 0 },
    nextCursor,
  };
}

/** How many requests nobody has taken. */
export async function countUnowned(ctx: Context) {
  const [counts] = await readAs<Counts>(ctx, {
    name: 'intake-queue-counts',
    text: QUEUE_COUNTS_SQL,
    values: [ctx.actor.staffMemberId],
  });
  return { unowned: counts?.unowned ?? 0 };
}

/** One request; for administrators with the people and requests it may be a duplicate of. */
export async function readRequest(
  ctx: Context,
  { params }: Input<typeof intakeApi.detail>,
): Promise<RequestDetail> {
  const { careRequestId } = params;
  const [row] = await readAs<{ request: Omit<RequestDetail, 'possiblePatients' | 'possibleRequests'> }>(
    ctx,
    { name: 'intake-detail', text: DETAIL_SQL, values: [careRequestId] },
    {
      alongside: audit.seen(ctx, {
        did: 'care-request.seen',
        subject: { type: 'care-request', id: careRequestId },
      }),
    },
  );
  if (!row) throw new Problem('not-found');
  if (ctx.actor.role !== 'administrator')
    return { ...row.request, possiblePatients: [], possibleRequests: [] };
  const [possiblePatients, possibleRequests] = await Promise.all([
    findPossiblePatients(ctx, row.request),
    findPossibleRequests(ctx, row.request, careRequestId),
  ]);
  return { ...row.request, possiblePatients, possibleRequests };
}

const SAME_PERSON = (alias: string, name: string) => `(
  ${alias}.birth_date = $1::date
  or ($2::text is not null and lower(${alias}.email) = $2)
  or ($3::text is not null and right(regexp_replace(coalesce(${alias}.phone, ''), '[^0-9]', '', 'g'), 7) = $3)
  or ${name})`;

const POSSIBLE_PATIENTS_SQL = `
  select p.id as "patientId", p.mrn, p.family_name as "familyName", p.given_name as "givenName",
         p.birth_date as "birthDate", p.sex, p.deceased_on as "deceasedOn", c.name as "clinicName", p.phone, p.email,
         coalesce((
           select json_agg(json_build_object('episodeId', e.id, 'concern', e.concern) order by e.opened_on desc)
             from episode e
            where e.organization_id = p.organization_id and e.patient_id = p.id and e.status = 'open'), '[]') as "openEpisodes"
    from patient p
    join clinic c on c.organization_id = p.organization_id and c.id = p.clinic_id
   where p.organization_id = (select tandem.organization())
     and ${SAME_PERSON('p', `(p.search_text ~>=~ $4 and p.search_text ~<~ (rtrim($4) || '!'))`)}
   limit 200`;

const POSSIBLE_REQUESTS_SQL = `
  select r.id as "careRequestId", r.reference,
         to_char(r.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt", r.status, r.concern,
         r.family_name as "familyName", r.given_name as "givenName", r.birth_date as "birthDate", r.phone, r.email
    from care_request r
   where r.organization_id = (select tandem.organization()) and r.id <> $5::uuid
     and r.created_at > now() - interval '1 year'
     and ${SAME_PERSON('r', `lower(r.family_name || ' ' || r.given_name) = $4`)}
   order by r.created_at desc
   limit 50`;

const PHONE_DIGITS_COMPARED = 7;

const personValues = (person: Person, name: string): unknown[] => {
  const digits = phoneDigits(person.phone ?? '');
  const email = person.email?.trim().toLowerCase() ?? '';
  return [
    person.birthDate,
    email === '' ? null : email,
    digits.length < PHONE_DIGITS_COMPARED ? null : digits.slice(-PHONE_DIGITS_COMPARED),
    name,
  ];
};

const STRONGEST = 10;

/** People in the register who may be this person, the surest first. */
export async function findPossiblePatients(ctx: Context, person: Person): Promise<PossiblePatient[]> {
  const candidates = await readAs<Omit<PossiblePatient, 'likeness'>>(ctx, {
    name: 'intake-possible-patients',
    text: POSSIBLE_PATIENTS_SQL,
    values: personValues(person, `${normalizeForSearch(`${person.familyName} ${person.givenName}`)} `),
  });
  return rankByLikeness(person, candidates).slice(0, STRONGEST);
}

async function findPossibleRequests(
  ctx: Context,
  person: Person,
  careRequestId: string,
): Promise<PossibleRequest[]> {
  const candidates = await readAs<Omit<PossibleRequest, 'likeness'> & Person>(ctx, {
    name: 'intake-possible-requests',
    text: POSSIBLE_REQUESTS_SQL,
    values: [
      ...personValues(person, `${person.familyName} ${person.givenName}`.toLowerCase()),
      careRequestId,
    ],
  });
  return rankByLikeness(person, candidates)
    .slice(0, STRONGEST)
    .map(
      ({
        careRequestId: id,
        reference,
        createdAt,
        status,
        concern,
        familyName,
        givenName,
        birthDate,
        likeness,
      }) => ({
        careRequestId: id,
        reference,
        createdAt,
        status,
        concern,
        familyName,
        givenName,
        birthDate,
        likeness,
      }),
    );
}

import { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import type { PatientIdentity } from '#shared/patients/identity.ts';
import { ChartEpisode, type PatientIdentityOnFile } from '#shared/patients/chart.ts';
import { Sex, type BodyRegion, type PayerProfile, type Side } from '#shared/patients/model.ts';
import { searchTextOf } from '#shared/patients/search-text.ts';
import type { Actor } from '#shared/platform/actor.ts';
import { ClinicId, EpisodeId, PatientId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { PlainDate } from '#shared/platform/time.ts';
import { fromDateColumn, toDateColumn } from '#server/platform/db/columns.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';

/** A new person in the register; what is left out is not known. */
export interface NewPatient {
  clinicId: string;
  familyName: string;
  givenName: string;
  birthDate: string;
  sex: Sex;
  phone?: string | null | undefined;
  email?: string | null | undefined;
  address?: string | null | undefined;
  language?: string | null | undefined;
  deceasedOn?: string | null | undefined;
  /** The record number to keep; without it the next free one of the organization is given. */
  mrn?: string | undefined;
  source?: 'entered' | 'imported' | undefined;
  synthetic?: boolean | undefined;
}

export interface NewEpisode {
  patientId: string;
  clinicId: string;
  concern: string;
  bodyRegion: BodyRegion;
  side?: Side | null | undefined;
  onsetOn?: string | null | undefined;
  openedOn: string;
  payerProfile?: PayerProfile | undefined;
}

/** What other slices need to know of an episode before they change anything about it. */
export interface LoadedEpisode {
  episodeId: EpisodeId;
  patientId: PatientId;
  clinicId: ClinicId;
  concern: string;
  bodyRegion: string;
  side: string | null;
  onsetOn: PlainDate | null;
  openedOn: PlainDate;
  status: 'open' | 'closed';
  payerProfile: PayerProfile;
  /** The first day of Medicare's rules, once the payer was corrected. */
  payerSince: PlainDate | null;
  /** The clinic's zone: what a date means for this episode. */
  timeZone: string;
  /** What the clinic has set differently from Tandem's defaults. */
  clinicValues: ClinicOverrides;
  version: number;
}

const MRN_DIGITS = 6;

/** The next record number of the organization. Two registrations at once wait for each other here. */
export async function nextMrn(tx: Tx, organizationId: string): Promise<string> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`mrn:${organizationId}`}, 0))`;
  const [row] = await tx.$queryRaw<{ next: number }[]>`
    select coalesce(max(mrn::int), 0) + 1 as next from patient
     where organization_id = ${organizationId}::uuid and mrn ~ '^[0-9]{1,8}$'`;
  return String(row?.next ?? 1).padStart(MRN_DIGITS, '0');
}

export async function insertPatient(
  tx: Tx,
  ctx: Context<Actor>,
  { mrn, ...given }: NewPatient & { mrn: string },
): Promise<PatientId> {
  const { birthDate, deceasedOn, ...fields } = given;
  const { id } = await tx.patient.create({
    data: {
      ...fields,
      organizationId: ctx.actor.organizationId,
      mrn,
      birthDate: toDateColumn(birthDate),
      deceasedOn: deceasedOn ? toDateColumn(deceasedOn) : null,
      searchText: searchTextOf({ ...given, mrn }),
    },
    select: { id: true },
  });
  return PatientId.parse(id);
}

/** The record number of a patient this actor may see; invisible is not found. */
export async function loadRecordNumber(tx: Tx, ctx: Context<Actor>, patientId: string): Promise<string> {
  return (await loadIdentity(tx, ctx, patientId)).mrn;
}

/** Identity and contact as this actor may see them; invisible is not found. */
export async function loadIdentity(
  tx: Tx,
  ctx: Context<Actor>,
  patientId: string,
): Promise<PatientIdentityOnFile> {
  const row = await tx.patient.findUnique({
    where: { organizationId_id: { organizationId: ctx.actor.organizationId, id: patientId } },
    include: { clinic: { select: { name: true } } },
  });
  if (!row) throw new Problem('not-found');
  const { clinic, organizationId: _, searchText: __, createdAt: ___, ...fields } = row;
  return {
    ...fields,
    patientId: PatientId.parse(row.id),
    clinicId: ClinicId.parse(row.clinicId),
    clinicName: clinic.name,
    sex: Sex.parse(row.sex),
    birthDate: fromDateColumn(row.birthDate),
    deceasedOn: row.deceasedOn ? fromDateColumn(row.deceasedOn) : null,
  };
}

/** Stores corrected identity on top of the version the caller saw; answers whether it was still that version. */
export async function updateIdentity(
  tx: Tx,
  ctx: Context<Actor>,
  patientId: string,
  identity: PatientIdentity & { mrn: string },
  expectedVersion: number,
): Promise<boolean> {
  const { birthDate, mrn, ...fields } = identity;
  const { count } = await tx.patient.updateMany({
    where: { organizationId: ctx.actor.organizationId, id: patientId, version: expectedVersion },
    data: {
      ...fields,
      birthDate: toDateColumn(birthDate),
      searchText: searchTextOf({ ...fields, mrn }),
      version: { increment: 1 },
    },
  });
  return count === 1;
}

export async function insertEpisode(tx: Tx, ctx: Context<Actor>, episode: NewEpisode): Promise<EpisodeId> {
  const { id } = await tx.episode.create({
    data: {
      organizationId: ctx.actor.organizationId,
      patientId: episode.patientId,
      clinicId: episode.clinicId,
      concern: episode.concern,
      bodyRegion: episode.bodyRegion,
      side: episode.side ?? null,
      onsetOn: episode.onsetOn ? toDateColumn(episode.onsetOn) : null,
      openedOn: toDateColumn(episode.openedOn),
      payerProfile: episode.payerProfile ?? 'none',
    },
    select: { id: true },
  });
  return EpisodeId.parse(id);
}

/** When the patient was born: the lower end of every date in a life. */
export async function loadBirthDate(tx: Tx, ctx: Context<Actor>, patientId: string): Promise<PlainDate> {
  const row = await tx.patient.findUnique({
    where: { organizationId_id: { organizationId: ctx.actor.organizationId, id: patientId } },
    select: { birthDate: true },
  });
  if (!row) throw new Problem('not-found');
  return fromDateColumn(row.birthDate);
}

/** The episode as this actor may see it; invisible is not found. */
export async function loadEpisode(tx: Tx, ctx: Context<Actor>, episodeId: string): Promise<LoadedEpisode> {
  const row = await tx.episode.findUnique({
    where: { organizationId_id: { organizationId: ctx.actor.organizationId, id: episodeId } },
    include: { clinic: { select: { timeZone: true, clinicalValues: true } } },
  });
  if (!row) throw new Problem('not-found');
  return {
    episodeId: EpisodeId.parse(row.id),
    patientId: PatientId.parse(row.patientId),
    clinicId: ClinicId.parse(row.clinicId),
    concern: row.concern,
    bodyRegion: row.bodyRegion,
    side: row.side,
    onsetOn: row.onsetOn ? fromDateColumn(row.onsetOn) : null,
    openedOn: fromDateColumn(row.openedOn),
    status: row.status === 'closed' ? 'closed' : 'open',
    payerProfile: row.payerProfile === 'medicare_part_b' ? 'medicare_part_b' : 'none',
    payerSince: row.payerSince ? fromDateColumn(row.payerSince) : null,
    timeZone: row.clinic.timeZone,
    clinicValues: ClinicOverrides.parse(row.clinic.clinicalValues),
    version: row.version,
  };
}

/** Stores corrected facts of an episode on top of the version the caller saw. */
export async function updateEpisode(
  tx: Tx,
  ctx: Context<Actor>,
  episodeId: string,
  change: Pick<NewEpisode, 'concern' | 'bodyRegion' | 'side' | 'onsetOn' | 'payerProfile'> & {
    payerSince: PlainDate | null;
  },
  expectedVersion: number,
): Promise<boolean> {
  const { count } = await tx.episode.updateMany({
    where: {
      organizationId: ctx.actor.organizationId,
      id: episodeId,
      version: expectedVersion,
      status: 'open',
    },
    data: {
      concern: change.concern,
      bodyRegion: change.bodyRegion,
      side: change.side ?? null,
      onsetOn: change.onsetOn ? toDateColumn(change.onsetOn) : null,
      payerProfile: change.payerProfile ?? 'none',
      payerSince: change.payerSince ? toDateColumn(change.payerSince) : null,
      version: { increment: 1 },
    },
  });
  return count === 1;
}

/** Closes an open episode on a day of its clinic. */
export async function endEpisode(
  tx: Tx,
  ctx: Context<Actor>,
  episodeId: string,
  { closedOn, reason }: { closedOn: PlainDate; reason: string },
): Promise<void> {
  await tx.episode.updateMany({
    where: { organizationId: ctx.actor.organizationId, id: episodeId, status: 'open' },
    data: {
      status: 'closed',
      closedOn: toDateColumn(closedOn),
      closeReason: reason,
      version: { increment: 1 },
    },
  });
}

/** The episode as the chart shows it. */
export async function loadChartEpisode(
  tx: Tx,
  ctx: Context<Actor>,
  episodeId: string,
): Promise<ChartEpisode> {
  const row = await tx.episode.findUnique({
    where: { organizationId_id: { organizationId: ctx.actor.organizationId, id: episodeId } },
    include: { clinic: { select: { name: true } } },
  });
  if (!row) throw new Problem('not-found');
  return ChartEpisode.parse({
    ...row,
    episodeId: row.id,
    onsetOn: row.onsetOn && fromDateColumn(row.onsetOn),
    openedOn: fromDateColumn(row.openedOn),
    closedOn: row.closedOn && fromDateColumn(row.closedOn),
    clinicName: row.clinic.name,
  });
}

import { drugNotes, type TakenDrug } from '#shared/medications/therapy-consequences.ts';
import { z } from 'zod';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import { unreadConditions } from '#shared/patients/comorbidities.ts';
import type { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import { DRUG_INGREDIENT } from '#shared/prescriptions/drug-precautions.ts';
import { canAcknowledge, canPrescribe } from '#shared/prescriptions/policy.ts';
import { precautionBasis, RecordedFact } from '#shared/prescriptions/precaution-basis.ts';
import { proposePrecautions } from '#shared/prescriptions/precautions.ts';
import * as audit from '#server/audit/index.ts';
import { certificationCourse } from '#server/compliance/index.ts';
import { EPISODE_HEADER_SQL } from '#server/patients/index.ts';
import { TAKEN_DRUGS_SQL } from '#server/medications/index.ts';
import { CODED_FACTS_TODAY_SQL } from '#server/patients/index.ts';
import { readAs } from '#server/platform/db/read-as.ts';
import type { Context } from '#server/platform/http/context.ts';

const person = (alias: string): string => `json_build_object('staffMemberId', ${alias}.id,
  'name', ${alias}.given_name || ' ' || ${alias}.family_name || coalesce(', ' || ${alias}.credentials, ''),
  'role', ${alias}.role)`;

const staff = (alias: string, of: string): string =>
  `staff_member ${alias} on ${alias}.organization_id = ${of.split('.')[0]}.organization_id and ${alias}.id = ${of}`;

const list = (rows: string): string => `coalesce((${rows}), '[]')`;

const ACKNOWLEDGEMENTS = list(`
  select json_agg(json_build_object('by', ${person('t')}, 'at', a.acknowledged_at) order by a.acknowledged_at)
    from prescription_acknowledgement a join ${staff('t', 'a.staff_member_id')}
   where a.organization_id = p.organization_id and a.prescription_id = p.id`);

const VERSIONS = list(`
  select json_agg(json_build_object(
           'prescriptionId', p.id, 'versionNumber', p.version_number, 'supersedesId', p.supersedes_id, 'reason', p.reason,
           'signedBy', ${person('s')}, 'signedAt', p.signed_at, 'startsOn', p.starts_on, 'endsOn', p.ends_on,
           'reEvaluationOn', p.re_evaluation_on, 'visitsPrescribed', p.visits_prescribed, 'opensPhase', p.opens_phase,
           'inForce', p.in_force, 'endedOn', p.ended_on, 'endReason', p.end_reason, 'content', p.content,
           'acknowledgements', ${ACKNOWLEDGEMENTS}) order by p.version_number desc)
    from prescription p join ${staff('s', 'p.signed_by_id')}
   where p.organization_id = e.organization_id and p.episode_id = e.id`);

const DRAFT = `(
  select json_build_object('draftId', d.id, 'content', d.content, 'version', d.version, 'author', ${person('s')},
           'basedOnId', d.based_on_id, 'changeRequestId', d.change_request_id, 'createdAt', d.created_at,
           'updatedAt', d.updated_at)
    from prescription_draft d join ${staff('s', 'd.author_id')}
   where d.organization_id = e.organization_id and d.episode_id = e.id and (select tandem.role()) = 'physiatrist')`;

const REQUESTS = list(`
  select json_agg(json_build_object(
           'changeRequestId', r.id, 'prescriptionId', r.prescription_id, 'sessionId', r.session_id,
           'requestedBy', ${person('a')}, 'createdAt', r.created_at, 'proposal', r.proposal, 'reason', r.reason,
           'supporting', r.supporting, 'status', r.status, 'decidedBy', case when b.id is not null then ${person('b')} end,
           'decidedAt', r.decided_at, 'decisionNote', r.decision_note, 'resultPrescriptionId', r.result_prescription_id,
           'version', r.version) order by (r.status = 'open') desc, r.created_at desc, r.id desc)
    from change_request r join ${staff('a', 'r.requested_by_id')} left join ${staff('b', 'r.decided_by_id')}
   where r.organization_id = e.organization_id and r.episode_id = e.id`);

const CONDITIONS = list(`
  select json_agg(json_build_object('code', k.code, 'codeSystem', k.code_system, 'status', k.status, 'isOld', k.is_old, 'words', k.words,
                    'recordedOn', (k.recorded_at at time zone c.time_zone)::date) order by k.recorded_at, k.id)
    from (${CODED_FACTS_TODAY_SQL}) k`);

const DIAGNOSES = list(`
  select json_agg(json_build_object('conditionId', k.id, 'code', k.code, 'display', k.display, 'side', k.side)
           order by k.is_primary desc, k.recorded_at, k.id)
    from condition k
   where k.organization_id = e.organization_id and k.episode_id = e.id and k.category = 'diagnosis'
     and k.status = 'active' and k.code_system = 'http://hl7.org/fhir/sid/icd-10-cm'`);

const LATEST_SCORES = list(`
  select json_agg(json_build_object('measureCode', l.measure_code, 'side', l.side, 'value', l.value,
           'measuredOn', l.measured_on) order by l.measure_code, l.side)
    from (select distinct on (o.measure_code, o.side) o.measure_code, o.side, o.value, o.measured_on
            from outcome_score o
           where o.organization_id = e.organization_id and o.episode_id = e.id and o.entered_in_error_at is null
           order by o.measure_code, o.side, o.measured_on desc, coalesce(o.in_place_of_at, o.recorded_at) desc, o.id desc) l`);

const THRESHOLD_CHOICES = list(`
  select json_agg(json_build_object('measureCode', t.measure_code, 'mdcTag', t.mdc_tag, 'mcidTag', t.mcid_tag))
    from threshold_choice t where t.organization_id = e.organization_id and t.clinic_id = e.clinic_id`);

const CONSULT_SIGNED = `exists (
  select from evaluation v where v.organization_id = e.organization_id and v.episode_id = e.id
     and v.kind = 'consult' and v.status = 'signed')`;

const READ_BY_ME = `exists (
  select from prescription p
    join prescription_acknowledgement a on a.organization_id = p.organization_id and a.prescription_id = p.id
     and a.staff_member_id = (select tandem.staff())
   where p.organization_id = e.organization_id and p.episode_id = e.id and p.in_force)`;

const PAGE_SQL = `
  select json_build_object(
    'header', ${EPISODE_HEADER_SQL}, 'payerProfile', e.payer_profile, 'clinicName', c.name,
    'certification', case when e.payer_profile = 'medicare_part_b' then ${certificationCourse('e', 'c')} end,
    'consultSigned', ${CONSULT_SIGNED}, 'versions', ${VERSIONS}, 'draft', ${DRAFT}, 'requests', ${REQUESTS},
    'drugs', ${TAKEN_DRUGS_SQL}, 'conditions', ${CONDITIONS}, 'diagnoses', ${DIAGNOSES}, 'latestScores', ${LATEST_SCORES},
    'thresholdChoices', ${THRESHOLD_CHOICES}, 'readByMe', ${READ_BY_ME}) as page
    from episode e
    join clinic c on c.organization_id = e.organization_id and c.id = e.clinic_id
   where e.organization_id = (select tandem.organization()) and e.id = $1`;

const RecordedFacts = z.array(RecordedFact);

type Page = Output<typeof prescriptionsApi.page>;
type PageRow = Omit<Page, 'proposedPrecautions' | 'precautionBasis' | 'unreadConditions' | 'unread'> & {
  conditions: unknown;
  drugs: TakenDrug[];
  readByMe: boolean;
};

/** Everything the prescription page shows, in one statement. */
export async function readPage(
  ctx: Context,
  { params: { episodeId } }: Input<typeof prescriptionsApi.page>,
): Promise<Page> {
  const [row] = await readAs<{ page: PageRow }>(
    ctx,
    { name: 'prescriptions-page', text: PAGE_SQL, values: [episodeId] },
    { scope: { episodeId }, alongside: audit.seen(ctx, { did: 'prescription.seen', episodeId }) },
  );
  if (!row) throw new Problem('not-found');
  const { conditions, drugs, readByMe, ...page } = row.page;
  const facts = RecordedFacts.parse(conditions);
  const isInForce = page.versions.some((version) => version.inForce);
  return {
    ...page,
    proposedPrecautions: proposePrecautions(facts, page.header.clinicValues),
    precautionBasis: precautionBasis(facts),
    drugNotes: drugNotes(drugs, page.header.clinicValues),
    unreadConditions: unreadConditions(facts.filter(({ codeSystem }) => codeSystem !== DRUG_INGREDIENT)).map(
      ({ words }) => words,
    ),
    unread: canAcknowledge(ctx.actor).allowed && isInForce && !readByMe,
  };
}

const STATUS_SQL = `
  select (
    select json_build_object('prescriptionId', p.id, 'versionNumber', p.version_number, 'startsOn', p.starts_on,
             'endsOn', p.ends_on, 'reEvaluationOn', p.re_evaluation_on, 'visitsPrescribed', p.visits_prescribed,
             'signedAt', p.signed_at, 'reason', p.reason)
      from prescription p
     where p.organization_id = e.organization_id and p.episode_id = e.id and p.in_force) as "inForce",
    ${READ_BY_ME} as "readByMe",
    (select count(*)::int from change_request r
      where r.organization_id = e.organization_id and r.episode_id = e.id and r.status = 'open') as "openRequests",
    exists (select from prescription_draft d
      where d.organization_id = e.organization_id and d.episode_id = e.id) as draft
    from episode e
   where e.organization_id = (select tandem.organization()) and e.id = $1`;

type Status = Output<typeof prescriptionsApi.status>;

/** The version in force in one line, and whether the person who asks has read it. */
export async function readStatus(
  ctx: Context,
  { params: { episodeId } }: Input<typeof prescriptionsApi.status>,
): Promise<Status> {
  const [row] = await readAs<Omit<Status, 'unread'> & { readByMe: boolean }>(
    ctx,
    { name: 'prescriptions-status', text: STATUS_SQL, values: [episodeId] },
    { scope: { episodeId } },
  );
  if (!row) throw new Problem('not-found');
  const { readByMe, draft, ...status } = row;
  return {
    ...status,
    draft: draft && canPrescribe(ctx.actor).allowed,
    unread: canAcknowledge(ctx.actor).allowed && status.inForce !== null && !readByMe,
  };
}

import { z } from 'zod';
import { EpisodeFacts } from '#shared/oversight/episode-facts.ts';
import { HOME } from '#shared/home-programme/adherence.ts';
import { certificationCourse } from '#server/compliance/index.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import { raw } from '#server/platform/db/sql.ts';

/** The facts of an episode with what the board and the verdict's history already say of it. */
const LoadedEpisode = z.object({
  patientId: z.string(),
  clinicId: z.string(),
  timeZone: z.string(),
  diagnosis: z.string(),
  facts: EpisodeFacts,
  present: z
    .object({
      state: z.string(),
      since: z.string(),
      verdictId: z.string().nullable(),
      inputsHash: z.string(),
    })
    .nullable(),
  /** Whom work about this episode goes to; null while no physiatrist is on the team. */
  physiatristId: z.string().nullable(),
  /** The review that is asked for and still open; settled when a decision was made or a version signed since. */
  reviewTask: z
    .object({
      title: z.string(),
      dueOn: z.string().nullable(),
      ownerId: z.string().nullable(),
      settled: z.boolean(),
    })
    .nullable(),
  /** Who writes a report of progress and the discharge note; null while no physical therapist is on the team. */
  therapistId: z.string().nullable(),
  lastReportOn: z.string().nullable(),
  /** Reports and certifications that are asked for and still open. */
  documentTasks: z.array(
    z.object({
      dedupeKey: z.string(),
      title: z.string(),
      dueOn: z.string().nullable(),
      ownerId: z.string().nullable(),
    }),
  ),
  prescriptionId: z.string().nullable(),
  prescriptionVersion: z.number().nullable(),
});
export type LoadedEpisode = z.infer<typeof LoadedEpisode>;

/** Everything about one episode that a judgement needs, in one statement. Nothing when the actor cannot see it. */
export async function loadEpisodeFacts(
  tx: Tx,
  organizationId: string,
  episodeId: string,
  now: Date,
): Promise<LoadedEpisode | undefined> {
  const rows = await tx.$queryRaw<{ loaded: unknown }[]>`
    select json_build_object(
      'patientId', e.patient_id, 'clinicId', e.clinic_id, 'timeZone', c.time_zone,
      'diagnosis', coalesce((
        select d.display || coalesce(' (' || d.code || ')', '') || coalesce(', ' || d.side, '')
          from condition d
         where d.organization_id = e.organization_id and d.episode_id = e.id and d.category = 'diagnosis' and d.status = 'active'
         order by d.is_primary desc, d.recorded_at limit 1), e.concern),
      'prescriptionId', v.id, 'prescriptionVersion', v.version_number,
      'present', (
        select json_build_object('state', b.state, 'since', b.since, 'verdictId', b.verdict_id, 'inputsHash', b.inputs_hash)
          from board_entry b where b.organization_id = e.organization_id and b.episode_id = e.id),
      'physiatristId', (
        select m.staff_member_id from care_team_member m
         where m.organization_id = e.organization_id and m.patient_id = e.patient_id and m.role = 'physiatrist'
           and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())
         order by m.staff_member_id is not distinct from v.signed_by_id desc, m.valid_from limit 1),
      'reviewTask', (
        select json_build_object('title', t.title, 'dueOn', t.due_on, 'ownerId', t.owner_id, 'settled',
                 exists (select from decision d where d.organization_id = e.organization_id and d.episode_id = e.id
                            and d.decided_at > t.created_at)
                 or exists (select from prescription p where p.organization_id = e.organization_id and p.episode_id = e.id
                               and p.signed_at > t.created_at))
          from task t
         where t.organization_id = e.organization_id and t.dedupe_key = 'review:' || e.id and t.status = 'open'),
      'therapistId', (
        select m.staff_member_id from care_team_member m
         where m.organization_id = e.organization_id and m.patient_id = e.patient_id and m.role = 'physical-therapist'
           and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())
         order by m.kind = 'member' desc, m.valid_from limit 1),
      'lastReportOn', case when e.payer_profile <> 'none' then (
        select max(g.reported_on) from progress_report g where g.organization_id = e.organization_id and g.episode_id = e.id) end,
      'documentTasks', coalesce((
        select json_agg(json_build_object('dedupeKey', t.dedupe_key, 'title', t.title, 'dueOn', t.due_on, 'ownerId', t.owner_id))
          from task t
         where t.organization_id = e.organization_id and t.status = 'open'
           and t.dedupe_key in ('progress-report:' || e.id, 'certification:' || e.id)), '[]'),
      'facts', json_build_object(
        'clinicValues', c.clinical_values,
        'status', e.status, 'openedOn', e.opened_on, 'closedOn', e.closed_on, 'payerProfile', e.payer_profile,
        'consultSignedOn', (
          select min((s.signed_at at time zone c.time_zone)::date) from evaluation s
           where s.organization_id = e.organization_id and s.episode_id = e.id and s.kind = 'consult' and s.status = 'signed'),
        'prescriptions', coalesce((
          select json_agg(json_build_object(
            'prescriptionId', p.id, 'versionNumber', p.version_number, 'signedOn', (p.signed_at at time zone c.time_zone)::date,
            'startsOn', p.starts_on, 'endsOn', p.ends_on, 'endedOn', p.ended_on, 'inForce', p.in_force,
            'opensPhase', p.opens_phase, 'frequencyPerWeek', p.frequency_per_week, 'taper', p.taper, 'amountPerDay', p.content->'amountPerDay', 'visitsPrescribed', p.visits_prescribed,
            'reEvaluationOn', p.re_evaluation_on) order by p.version_number)
            from prescription p where p.organization_id = e.organization_id and p.episode_id = e.id), '[]'),
        'certification', case when e.payer_profile <> 'none' then ${raw(certificationCourse('e', 'c'))} end,
        'measures', coalesce((
          select json_agg(json_build_object(
            'measureCode', m.measure_code, 'side', m.side, 'role', m.role, 'everyDays', m.every_days, 'mdcTag', m.mdc_tag,
            'mcidTag', m.mcid_tag) order by m.role, m.id)
            from prescribed_measure m where m.organization_id = e.organization_id and m.prescription_id = v.id), '[]'),
        'goals', coalesce((
          select json_agg(json_build_object('measureCode', g.measure_code, 'side', g.side, 'target', g.target, 'targetOn', g.target_on)
            order by g.position)
            from goal g where g.organization_id = e.organization_id and g.prescription_id = v.id), '[]'),
        'clinicThresholds', coalesce((
          select json_agg(json_build_object('measureCode', t.measure_code, 'mdcTag', t.mdc_tag, 'mcidTag', t.mcid_tag))
            from threshold_choice t where t.organization_id = e.organization_id and t.clinic_id = e.clinic_id), '[]'),
        'scores', coalesce((
          select json_agg(json_build_object(
            'measureCode', o.measure_code, 'side', o.side, 'condition', o.condition, 'value', o.value, 'measuredOn', o.measured_on,
            'enteredInError', o.entered_in_error_at is not null) order by coalesce(o.in_place_of_at, o.recorded_at), o.id)
            from outcome_score o where o.organization_id = e.organization_id and o.episode_id = e.id), '[]'),
        'sessions', coalesce((
          select json_agg(json_build_object(
            'date', s.session_date, 'status', s.status, 'cancelledBy', s.cancelled_by, 'prescriptionId', s.prescription_id)
            order by s.session_date, s.id)
            from session s where s.organization_id = e.organization_id and s.episode_id = e.id), '[]'),
        'home', (
          select case when count(s.home_days_prescribed) > 0 then json_build_object(
            'daysDone', sum(s.home_days_done), 'daysPrescribed', sum(s.home_days_prescribed)) end
            from session s
           where s.organization_id = e.organization_id and s.episode_id = e.id and s.status = 'completed'
             and s.home_days_prescribed is not null and s.session_date > (${now}::timestamptz at time zone c.time_zone)::date
                                   - coalesce((c.clinical_values ->> 'home.windowDays')::int, ${HOME.windowDays})),
        'openRequests', coalesce((
          select json_agg(json_build_object(
            'changeRequestId', r.id, 'askedOn', (r.created_at at time zone c.time_zone)::date, 'reason', r.reason,
            'asks', r.supporting ->> 'asks', 'askedBy', a.given_name || ' ' || a.family_name) order by r.created_at)
            from change_request r
            join staff_member a on a.organization_id = r.organization_id and a.id = r.requested_by_id
           where r.organization_id = e.organization_id and r.episode_id = e.id and r.status = 'open'), '[]'),
        'openHolds', coalesce((
          select json_agg(json_build_object(
            'redFlagCode', h.red_flag_code, 'openedOn', (h.opened_at at time zone c.time_zone)::date, 'note', h.note)
            order by h.opened_at)
            from safety_hold h where h.organization_id = e.organization_id and h.episode_id = e.id and h.closed_at is null
              and h.level <> 'prompt'), '[]'),
        'decisions', coalesce((
          select json_agg(json_build_object(
            'decisionId', d.id, 'kind', d.kind, 'verdict', w.verdict, 'decidedOn', (d.decided_at at time zone c.time_zone)::date,
            'expectation', d.expectation, 'expectedMeasure', d.expected_measure, 'expectedSide', d.expected_side,
            'expectedValue', d.expected_value, 'reviewOn', d.review_on, 'outcome', d.outcome) order by d.decided_at)
            from decision d
            left join verdict w on w.organization_id = d.organization_id and w.id = d.verdict_id
           where d.organization_id = e.organization_id and d.episode_id = e.id), '[]'),
        'procedures', coalesce((
          select json_agg(json_build_object('kind', p.kind, 'performedOn', p.performed_on) order by p.performed_on)
            from procedure p where p.organization_id = e.organization_id and p.episode_id = e.id
             and p.entered_in_error_at is null), '[]')
      )) as loaded
      from episode e
      join clinic c on c.organization_id = e.organization_id and c.id = e.clinic_id
      left join lateral (
        select p.id, p.version_number, p.signed_by_id from prescription p
         where p.organization_id = e.organization_id and p.episode_id = e.id order by p.version_number desc limit 1) v on true
     where e.organization_id = ${organizationId}::uuid and e.id = ${episodeId}::uuid`;
  return rows[0] ? LoadedEpisode.parse(rows[0].loaded) : undefined;
}

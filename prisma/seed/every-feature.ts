/** One feature of the software and how often the demo shows it at least. */
interface Feature {
  name: string;
  /** Counts it: one row with one number. */
  sql: string;
  atLeast: number;
}

const feature = (name: string, atLeast: number, from: string): Feature => ({
  name,
  atLeast,
  sql: `select count(*)::int as count from ${from}`,
});

/** Findings and sheets of signed evaluations. */
const found = (kind: string) =>
  `evaluation e, jsonb_array_elements(e.content->'findings') f where f->>'kind' = '${kind}'`;
const sheet = (region: string) => `evaluation e where e.content->'examined' ? '${region}'`;

const VISIT: readonly Feature[] = [
  feature('follow-up evaluations', 15, `evaluation where kind = 'follow-up'`),
  ...['97161', '97162', '97163'].map((code) =>
    feature(`evaluations billed as ${code}`, 1, `evaluation where billing->>'code' = '${code}'`),
  ),
  feature(
    'occupational therapy evaluations billed under their own plan',
    2,
    `evaluation where kind = 'ot-evaluation' and billing->'modifiers'->'97166' ? 'GO'`,
  ),
  feature(
    'evaluations with a session on their date',
    5,
    `evaluation v join session s on s.organization_id = v.organization_id and s.episode_id = v.episode_id
        and s.session_date = v.evaluated_on and s.status = 'completed' where v.billing is not null`,
  ),
  feature('balance findings', 10, found('balance')),
  feature('measurement findings', 10, found('measurement')),
  feature('wrist and hand sheets', 1, sheet('wrist-hand')),
  feature('findings on a named finger', 2, `${found('measurement')} and f->>'digit' = 'index-finger'`),
  feature('pelvic floor sheets', 1, sheet('pelvic-floor')),
  feature('red flags found at an evaluation', 2, `evaluation where content->'redFlags'->'present' <> '[]'`),
  feature('evaluation addenda', 3, 'evaluation_addendum'),
  feature('allergies', 8, `allergy where status = 'active'`),
  feature('answered medication warnings', 2, `medication_order where answered <> '[]'`),
  feature('nerve blocks', 1, `procedure where kind = 'nerve-block'`),
  feature('radiofrequency ablations', 1, `procedure where kind = 'rf-ablation'`),
  feature('complications', 1, 'procedure where complication is not null'),
  feature('CTs', 1, `diagnostic_order where kind = 'ct'`),
  feature('INRs of reports and of other practices', 3, 'inr_reading where entered_in_error_at is null'),
  feature('critical results', 1, `diagnostic_order where result_flag = 'critical'`),
  feature('cancelled tests', 1, `diagnostic_order where status = 'cancelled'`),
  feature(
    'botulinum toxin for a patient of the demo physiatrist',
    1,
    `procedure p join staff_member s on s.organization_id = p.organization_id and s.id = p.performed_by_id
      where p.kind = 'botulinum' and s.email = 'physiatrist@tandem.example'`,
  ),
];

const PRESCRIPTION: readonly Feature[] = [
  feature('ordered blood pressure', 5, `prescription where content->'vitals'->>'bloodPressure' is not null`),
  feature('ordered glucose', 3, `prescription where content->'vitals'->>'glucose' is not null`),
  feature('excluded interventions', 4, `prescription where content->'excluded' <> '[]'`),
  feature(
    'overridden precautions',
    2,
    `precaution where decision = 'override' and override_reason is not null`,
  ),
  feature(
    'precautions with a place to keep away from',
    3,
    `prescription p, jsonb_array_elements(p.content->'precautions') c where c->>'avoid' is not null`,
  ),
  ...['NWB', 'TTWB', 'PWB', 'WBAT', 'FWB'].map((status) =>
    feature(
      `weight bearing ${status}`,
      1,
      `prescription p, jsonb_array_elements(p.content->'weightBearing') w where w->>'status' = '${status}'`,
    ),
  ),
  ...['open', 'approved', 'approved-with-changes', 'declined', 'withdrawn'].map((status) =>
    feature(`change requests: ${status}`, 1, `change_request where status = '${status}'`),
  ),
  feature('versions that came from a request', 2, 'change_request where result_prescription_id is not null'),
  feature('a stopped prescription', 1, `prescription where end_reason like 'Stopped: %'`),
  feature('delayed certifications with their reason', 1, 'plan_certification where reason is not null'),
];

const modifier = (code: string) =>
  `session s, jsonb_each(s.billing->'modifiers') m where m.value ? '${code}'`;

const SESSION: readonly Feature[] = [
  feature('recorded vital signs', 50, `session where vitals->>'systolic' is not null`),
  feature('recorded glucose', 30, `session where vitals->>'glucose' is not null`),
  feature('a pressure measured again', 2, `session where vitals->'earlier' is not null`),
  feature(
    'a visit of today on which the INR is asked for',
    1,
    `session s join prescription r on r.organization_id = s.organization_id and r.episode_id = s.episode_id and r.in_force
      where s.status = 'planned' and r.content->'interventions' @> '[{"code":"deep-friction"}]'
        and r.content->'precautions' @> '[{"comorbidity":"anticoagulant"}]'`,
  ),
  feature('group therapy', 3, `session where billing->>'groupSize' is not null`),
  feature('chosen ties', 5, `session where jsonb_typeof(billing->'tieChoice') = 'array'`),
  feature('second notes of a day', 1, `session where billing->'earlierToday' is not null`),
  feature('KX on a line', 3, modifier('KX')),
  feature('CQ on a line', 10, modifier('CQ')),
  feature('CO on a line that is billed', 1, `${modifier('CO')} and (s.billing->'units'->>m.key)::int > 0`),
  ...['continue', 'change-goals', 'discharge'].map((kind) =>
    feature(`progress reports: ${kind}`, 2, `progress_report where plan_kind = '${kind}'`),
  ),
  feature('addenda to progress reports', 1, 'progress_report_addendum'),
  feature(
    'a home programme that no longer fits',
    1,
    `task where kind = 'home-programme' and status = 'open'`,
  ),
  feature('a leg that is not treated', 1, `safety_hold where level = 'prompt' and closed_at is null`),
  feature('people who left a team', 2, `care_team_member where valid_to < now() and end_reason is not null`),
  feature('thresholds that a clinic chose', 1, 'threshold_choice'),
];

/** What the demo must show somewhere: a feature that is missing fails by its name. */
export const EVERY_FEATURE: readonly Feature[] = [...VISIT, ...PRESCRIPTION, ...SESSION];

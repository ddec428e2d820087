const PERSON = (id: string) => `(
  select x.given_name || ' ' || x.family_name || coalesce(', ' || x.credentials, '')
    from staff_member x where x.organization_id = (select tandem.organization()) and x.id = ${id})`;

/** A stored value `q`: the shape of `StoredScore`. */
export const SCORE_JSON = `json_build_object(
  'outcomeScoreId', q.id, 'episodeId', q.episode_id, 'sessionId', q.session_id, 'evaluationId', q.evaluation_id,
  'measureCode', q.measure_code, 'side', q.side, 'value', q.value, 'measuredOn', q.measured_on, 'condition', q.condition,
  'source', q.source, 'recordedAt', q.recorded_at, 'recordedBy', ${PERSON('q.recorded_by_id')},
  'warningConfirmed', q.warning_confirmed, 'correctsId', q.corrects_id,
  'error', case when q.entered_in_error_at is null then null else json_build_object(
    'at', q.entered_in_error_at, 'by', ${PERSON('q.entered_in_error_by_id')}, 'reason', q.entered_in_error_reason) end)`;

/** An import brought `q` for the patient, and nobody has struck it out. */
export const IS_IMPORTED = `q.source = 'imported' and q.episode_id is null and q.entered_in_error_at is null`;

/** A value `q` that an import brought: the shape of `ImportedScore`. */
export const IMPORTED_JSON = `json_build_object(
  'outcomeScoreId', q.id, 'measureCode', q.measure_code, 'value', q.value, 'measuredOn', q.measured_on,
  'importedAt', q.recorded_at,
  'takenInto', (
    select json_build_object('episodeId', n.id, 'concern', n.concern, 'by', ${PERSON('t.recorded_by_id')}, 'at', t.recorded_at)
      from outcome_score t join episode n on n.organization_id = t.organization_id and n.id = t.episode_id
     where t.organization_id = q.organization_id and t.taken_from_id = q.id and t.entered_in_error_at is null))`;

/** A clinic's choice `h`: the shape of `ThresholdChoice`. */
export const CHOICE_JSON = `json_build_object(
  'measureCode', h.measure_code, 'mdcTag', h.mdc_tag, 'mcidTag', h.mcid_tag, 'chosenBy', ${PERSON('h.chosen_by_id')},
  'chosenAt', h.chosen_at, 'version', h.version)`;

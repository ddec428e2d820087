-- AlterTable
ALTER TABLE "board_entry" ADD COLUMN     "compared" TEXT[],
ADD COLUMN     "worse" TEXT[],
ALTER COLUMN "shown" SET DEFAULT '{}';

-- Lines written before hold the measures alone.
update board_entry set
  compared = array(select m ->> 'measureCode' from jsonb_array_elements(measures) m where m ->> 'improvement' is not null),
  worse = array(select m ->> 'measureCode' from jsonb_array_elements(measures) m where (m ->> 'improvement')::float8 < 0),
  shown = json_build_object(
    'clinicId', clinic_id, 'diagnosis', diagnosis, 'state', state, 'lane', lane, 'since', since, 'reason', reason,
    'verdict', verdict_code, 'action', action, 'confidence', confidence, 'flags', flags, 'measures', shown,
    'prescriptionVersion', prescription_version, 'phaseStartedOn', phase_started_on, 'visitsUsed', visits_used,
    'visitsPrescribed', visits_prescribed, 'attended', attended, 'due', due, 'lastScoreOn', last_score_on,
    'openRequestId', open_request_id, 'reviewOn', review_on);

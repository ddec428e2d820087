-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "audit_event" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_role" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "patient_id" UUID,
    "episode_id" UUID,
    "subject_type" TEXT,
    "subject_id" UUID,
    "detail" JSONB,
    "request_id" TEXT,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "organization_id" UUID NOT NULL,
    "staff_member_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "endpoint" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "response" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("organization_id","staff_member_id","key")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clinic" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "phone" TEXT,
    "address" TEXT,

    CONSTRAINT "clinic_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "staff_member" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "clinic_id" UUID NOT NULL,
    "auth_user_id" TEXT,
    "role" TEXT NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "credentials" TEXT,
    "email" TEXT NOT NULL,
    "capacity" INTEGER NOT NULL DEFAULT 60,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_member_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "auth_user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "auth_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_session" (
    "id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "token" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "user_id" TEXT NOT NULL,

    CONSTRAINT "auth_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "auth_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "auth_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_rate_limit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "auth_rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "care_team_member" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "staff_member_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'member',
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),
    "reason" TEXT,
    "added_by_id" UUID,
    "ended_by_id" UUID,
    "end_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "care_team_member_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "evaluation" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "evaluated_on" DATE NOT NULL,
    "content" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "signed_at" TIMESTAMPTZ(3),
    "signed_by_id" UUID,

    CONSTRAINT "evaluation_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "evaluation_addendum" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "evaluation_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evaluation_addendum_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "import_batch" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "report" JSONB NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "imported_resource" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID,
    "resource_type" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "local_table" TEXT NOT NULL,
    "local_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,

    CONSTRAINT "imported_resource_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "care_request" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "clinic_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "submitted_via" TEXT NOT NULL,
    "submitter_name" TEXT,
    "submitter_relation" TEXT,
    "submitter_contact" TEXT,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "birth_date" DATE NOT NULL,
    "sex" TEXT NOT NULL,
    "phone" TEXT,
    "email" TEXT,
    "concern" TEXT NOT NULL,
    "body_region" TEXT NOT NULL,
    "side" TEXT,
    "narrative" TEXT,
    "answers" JSONB NOT NULL,
    "triage_version" TEXT NOT NULL,
    "triage_route" TEXT NOT NULL,
    "triage_rule" TEXT NOT NULL,
    "triage_near" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'new',
    "owner_id" UUID,
    "overridden_route" TEXT,
    "override_reason" TEXT,
    "information_asked" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decline_reason" TEXT,
    "patient_id" UUID,
    "episode_id" UUID,
    "submission_key" UUID NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "care_request_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "diagnostic_order" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,
    "decision_id" UUID,
    "kind" TEXT NOT NULL,
    "body_region" TEXT NOT NULL,
    "side" TEXT,
    "indication" TEXT NOT NULL,
    "urgency" TEXT NOT NULL DEFAULT 'routine',
    "status" TEXT NOT NULL DEFAULT 'ordered',
    "ordered_by_id" UUID NOT NULL,
    "ordered_on" DATE NOT NULL,
    "result_on" DATE,
    "report_text" TEXT,
    "own_reading" TEXT,
    "acknowledged_by_id" UUID,
    "acknowledged_at" TIMESTAMPTZ(3),
    "cancel_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "diagnostic_order_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "procedure" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "episode_id" UUID,
    "decision_id" UUID,
    "kind" TEXT NOT NULL,
    "display" TEXT NOT NULL,
    "code" TEXT,
    "code_system" TEXT,
    "site" TEXT,
    "side" TEXT,
    "agent" TEXT,
    "dose" TEXT,
    "guidance" TEXT,
    "performed_on" DATE NOT NULL,
    "performed_by_id" UUID,
    "response_window_days" INTEGER,
    "expected_effect" TEXT,
    "complication" TEXT,
    "source" TEXT NOT NULL DEFAULT 'entered',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "procedure_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "referral" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,
    "decision_id" UUID,
    "specialty" TEXT NOT NULL,
    "surgical_opinion" BOOLEAN NOT NULL DEFAULT false,
    "question" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'sent',
    "referred_by_id" UUID NOT NULL,
    "sent_on" DATE NOT NULL,
    "answered_on" DATE,
    "answer" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "referral_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "outcome_score" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "episode_id" UUID,
    "session_id" UUID,
    "evaluation_id" UUID,
    "measure_code" TEXT NOT NULL,
    "side" TEXT,
    "value" DOUBLE PRECISION NOT NULL,
    "measured_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,
    "source" TEXT NOT NULL,
    "condition" TEXT,
    "warning_confirmed" TEXT,
    "corrects_id" UUID,
    "entered_in_error_at" TIMESTAMPTZ(3),
    "entered_in_error_by_id" UUID,
    "entered_in_error_reason" TEXT,

    CONSTRAINT "outcome_score_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "threshold_choice" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "clinic_id" UUID NOT NULL,
    "measure_code" TEXT NOT NULL,
    "mdc_tag" TEXT,
    "mcid_tag" TEXT,
    "chosen_by_id" UUID,
    "chosen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "threshold_choice_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "verdict" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,
    "prescription_id" UUID,
    "as_of" DATE NOT NULL,
    "algorithm" TEXT NOT NULL,
    "inputs_hash" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "confidence" TEXT,
    "flags" TEXT[],
    "measures" JSONB NOT NULL,
    "reasons" JSONB NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verdict_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "board_entry" (
    "organization_id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "clinic_id" UUID NOT NULL,
    "verdict_id" UUID,
    "diagnosis" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "since" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "measures" JSONB NOT NULL,
    "verdict_code" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "confidence" TEXT,
    "flags" TEXT[],
    "prescription_version" INTEGER,
    "phase_started_on" DATE,
    "visits_used" INTEGER NOT NULL,
    "visits_prescribed" INTEGER,
    "attended" INTEGER NOT NULL,
    "due" INTEGER NOT NULL,
    "last_score_on" DATE,
    "open_request_id" UUID,
    "review_on" DATE,
    "next_check_on" DATE,
    "inputs_hash" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "board_entry_pkey" PRIMARY KEY ("organization_id","episode_id")
);

-- CreateTable
CREATE TABLE "decision" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,
    "verdict_id" UUID,
    "prescription_id" UUID,
    "kind" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "reasons" JSONB NOT NULL,
    "expectation" TEXT NOT NULL,
    "expected_measure" TEXT,
    "expected_side" TEXT,
    "expected_value" DOUBLE PRECISION,
    "review_on" DATE NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "outcome_detail" TEXT,
    "judged_on" DATE,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "patient" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "clinic_id" UUID NOT NULL,
    "mrn" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "given_name" TEXT NOT NULL,
    "birth_date" DATE NOT NULL,
    "sex" TEXT NOT NULL,
    "phone" TEXT,
    "email" TEXT,
    "address" TEXT,
    "language" TEXT,
    "deceased_on" DATE,
    "search_text" TEXT NOT NULL,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT NOT NULL DEFAULT 'entered',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "patient_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "patient_identifier" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "system" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "patient_identifier_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "episode" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "clinic_id" UUID NOT NULL,
    "concern" TEXT NOT NULL,
    "body_region" TEXT NOT NULL,
    "side" TEXT,
    "onset_on" DATE,
    "status" TEXT NOT NULL DEFAULT 'open',
    "opened_on" DATE NOT NULL,
    "closed_on" DATE,
    "close_reason" TEXT,
    "payer_profile" TEXT NOT NULL DEFAULT 'none',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "episode_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "condition" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "episode_id" UUID,
    "evaluation_id" UUID,
    "category" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "code_system" TEXT NOT NULL,
    "display" TEXT NOT NULL,
    "side" TEXT,
    "onset_on" DATE,
    "abated_on" DATE,
    "status" TEXT NOT NULL DEFAULT 'active',
    "is_primary" BOOLEAN NOT NULL DEFAULT false,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "source" TEXT NOT NULL DEFAULT 'entered',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "condition_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "allergy" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "substance" TEXT NOT NULL,
    "code" TEXT,
    "code_system" TEXT,
    "reaction" TEXT,
    "severity" TEXT,
    "status" TEXT NOT NULL DEFAULT 'active',
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "source" TEXT NOT NULL DEFAULT 'entered',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "allergy_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "medication_order" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "code" TEXT,
    "code_system" TEXT,
    "dose" TEXT,
    "frequency" TEXT,
    "started_on" DATE,
    "stopped_on" DATE,
    "status" TEXT NOT NULL DEFAULT 'active',
    "reason" TEXT,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "source" TEXT NOT NULL DEFAULT 'reported',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "medication_order_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "external_encounter" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "encounter_class" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "external_encounter_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "imported_observation" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "category" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "code_system" TEXT NOT NULL,
    "display" TEXT NOT NULL,
    "value_number" DOUBLE PRECISION,
    "unit" TEXT,
    "value_text" TEXT,
    "observed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "imported_observation_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "prescription_draft" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "based_on_id" UUID,
    "change_request_id" UUID,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "prescription_draft_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "prescription" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,
    "version_number" INTEGER NOT NULL,
    "supersedes_id" UUID,
    "reason" TEXT,
    "signed_by_id" UUID NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "frequency_per_week" INTEGER NOT NULL,
    "duration_weeks" INTEGER NOT NULL,
    "visits_prescribed" INTEGER NOT NULL,
    "re_evaluation_on" DATE NOT NULL,
    "opens_phase" BOOLEAN NOT NULL,
    "content" JSONB NOT NULL,
    "in_force" BOOLEAN NOT NULL DEFAULT true,
    "ended_on" DATE,
    "end_reason" TEXT,

    CONSTRAINT "prescription_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "permitted_intervention" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "prescription_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "authority" TEXT NOT NULL,
    "bounds" JSONB NOT NULL,
    "rationale" TEXT,

    CONSTRAINT "permitted_intervention_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "goal" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "prescription_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "description" TEXT NOT NULL,
    "measure_code" TEXT NOT NULL,
    "side" TEXT,
    "target" DOUBLE PRECISION NOT NULL,
    "target_on" DATE NOT NULL,

    CONSTRAINT "goal_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "precaution" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "prescription_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "comorbidity" TEXT,
    "intervention" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "note" TEXT,
    "source" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL,
    "decision" TEXT NOT NULL,
    "override_reason" TEXT,

    CONSTRAINT "precaution_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "prescribed_measure" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "prescription_id" UUID NOT NULL,
    "measure_code" TEXT NOT NULL,
    "side" TEXT,
    "role" TEXT NOT NULL,
    "every_days" INTEGER NOT NULL,
    "mdc_tag" TEXT,
    "mcid_tag" TEXT,

    CONSTRAINT "prescribed_measure_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "prescription_acknowledgement" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "prescription_id" UUID NOT NULL,
    "staff_member_id" UUID NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "prescription_acknowledgement_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "change_request" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,
    "prescription_id" UUID NOT NULL,
    "session_id" UUID,
    "requested_by_id" UUID NOT NULL,
    "proposal" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "supporting" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_note" TEXT,
    "result_prescription_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "change_request_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "session" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,
    "clinic_id" UUID NOT NULL,
    "prescription_id" UUID,
    "therapist_id" UUID NOT NULL,
    "scheduled_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "session_date" DATE NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'planned',
    "arrived_at" TIMESTAMPTZ(3),
    "miss_reason" TEXT,
    "cancelled_by" TEXT,
    "draft" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "signed_at" TIMESTAMPTZ(3),
    "signed_by_id" UUID,
    "pain_before" INTEGER,
    "pain_after" INTEGER,
    "subjective" TEXT,
    "objective" TEXT,
    "assessment" TEXT,
    "plan" TEXT,
    "vitals" JSONB,
    "home_days_done" INTEGER,
    "home_days_prescribed" INTEGER,
    "total_timed_minutes" INTEGER,
    "total_treatment_minutes" INTEGER,
    "billing" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "performed_intervention" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "permitted_intervention_id" UUID,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "dose" JSONB NOT NULL,
    "minutes" INTEGER NOT NULL,
    "billing_code" TEXT NOT NULL,
    "classification" TEXT NOT NULL,

    CONSTRAINT "performed_intervention_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "safety_hold" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,
    "red_flag_code" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledged_by_id" UUID,
    "acknowledged_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "close_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "safety_hold_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "progress_report" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "reported_on" DATE NOT NULL,
    "period_from" DATE NOT NULL,
    "measures" JSONB NOT NULL,
    "assessment" TEXT NOT NULL,
    "plan" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "progress_report_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "task" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "detail" TEXT,
    "owner_id" UUID,
    "owner_role" TEXT,
    "patient_id" UUID,
    "episode_id" UUID,
    "subject_id" UUID,
    "due_on" DATE,
    "status" TEXT NOT NULL DEFAULT 'open',
    "done_by_id" UUID,
    "done_at" TIMESTAMPTZ(3),
    "dedupe_key" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "task_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "audit_event_organization_id_patient_id_at_idx" ON "audit_event"("organization_id", "patient_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_organization_id_actor_id_at_idx" ON "audit_event"("organization_id", "actor_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_organization_id_at_idx" ON "audit_event"("organization_id", "at");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "clinic_slug_key" ON "clinic"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "clinic_organization_id_name_key" ON "clinic"("organization_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "staff_member_auth_user_id_key" ON "staff_member"("auth_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_member_organization_id_email_key" ON "staff_member"("organization_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "auth_user_email_key" ON "auth_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "auth_session_token_key" ON "auth_session"("token");

-- CreateIndex
CREATE INDEX "auth_session_user_id_idx" ON "auth_session"("user_id");

-- CreateIndex
CREATE INDEX "auth_account_user_id_idx" ON "auth_account"("user_id");

-- CreateIndex
CREATE INDEX "auth_verification_identifier_idx" ON "auth_verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "auth_rate_limit_key_key" ON "auth_rate_limit"("key");

-- CreateIndex
CREATE INDEX "care_team_member_organization_id_patient_id_idx" ON "care_team_member"("organization_id", "patient_id");

-- CreateIndex
CREATE INDEX "care_team_member_organization_id_staff_member_id_patient_id_idx" ON "care_team_member"("organization_id", "staff_member_id", "patient_id");

-- CreateIndex
CREATE INDEX "evaluation_organization_id_episode_id_evaluated_on_idx" ON "evaluation"("organization_id", "episode_id", "evaluated_on");

-- CreateIndex
CREATE INDEX "evaluation_organization_id_patient_id_idx" ON "evaluation"("organization_id", "patient_id");

-- CreateIndex
CREATE INDEX "evaluation_addendum_organization_id_evaluation_id_idx" ON "evaluation_addendum"("organization_id", "evaluation_id");

-- CreateIndex
CREATE INDEX "import_batch_organization_id_imported_at_idx" ON "import_batch"("organization_id", "imported_at");

-- CreateIndex
CREATE INDEX "imported_resource_organization_id_patient_id_idx" ON "imported_resource"("organization_id", "patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "imported_resource_organization_id_resource_type_source_id_key" ON "imported_resource"("organization_id", "resource_type", "source_id");

-- CreateIndex
CREATE INDEX "care_request_organization_id_status_created_at_id_idx" ON "care_request"("organization_id", "status", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "care_request_organization_id_reference_key" ON "care_request"("organization_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "care_request_organization_id_submission_key_key" ON "care_request"("organization_id", "submission_key");

-- CreateIndex
CREATE INDEX "diagnostic_order_organization_id_episode_id_idx" ON "diagnostic_order"("organization_id", "episode_id");

-- CreateIndex
CREATE INDEX "diagnostic_order_organization_id_patient_id_idx" ON "diagnostic_order"("organization_id", "patient_id");

-- CreateIndex
CREATE INDEX "procedure_organization_id_episode_id_idx" ON "procedure"("organization_id", "episode_id");

-- CreateIndex
CREATE INDEX "procedure_organization_id_patient_id_idx" ON "procedure"("organization_id", "patient_id");

-- CreateIndex
CREATE INDEX "referral_organization_id_episode_id_idx" ON "referral"("organization_id", "episode_id");

-- CreateIndex
CREATE INDEX "referral_organization_id_patient_id_idx" ON "referral"("organization_id", "patient_id");

-- CreateIndex
CREATE INDEX "outcome_score_organization_id_episode_id_measure_code_measu_idx" ON "outcome_score"("organization_id", "episode_id", "measure_code", "measured_on");

-- CreateIndex
CREATE INDEX "outcome_score_organization_id_patient_id_measure_code_measu_idx" ON "outcome_score"("organization_id", "patient_id", "measure_code", "measured_on");

-- CreateIndex
CREATE UNIQUE INDEX "threshold_choice_organization_id_clinic_id_measure_code_key" ON "threshold_choice"("organization_id", "clinic_id", "measure_code");

-- CreateIndex
CREATE INDEX "verdict_organization_id_episode_id_computed_at_idx" ON "verdict"("organization_id", "episode_id", "computed_at");

-- CreateIndex
CREATE INDEX "verdict_organization_id_patient_id_idx" ON "verdict"("organization_id", "patient_id");

-- CreateIndex
CREATE INDEX "board_entry_organization_id_patient_id_idx" ON "board_entry"("organization_id", "patient_id");

-- CreateIndex
CREATE INDEX "board_entry_organization_id_next_check_on_idx" ON "board_entry"("organization_id", "next_check_on");

-- CreateIndex
CREATE INDEX "decision_organization_id_episode_id_decided_at_idx" ON "decision"("organization_id", "episode_id", "decided_at");

-- CreateIndex
CREATE INDEX "decision_organization_id_patient_id_idx" ON "decision"("organization_id", "patient_id");

-- CreateIndex
CREATE INDEX "patient_organization_id_birth_date_idx" ON "patient"("organization_id", "birth_date");

-- CreateIndex
CREATE INDEX "patient_organization_id_family_name_given_name_id_idx" ON "patient"("organization_id", "family_name", "given_name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "patient_organization_id_mrn_key" ON "patient"("organization_id", "mrn");

-- CreateIndex
CREATE INDEX "patient_identifier_organization_id_patient_id_idx" ON "patient_identifier"("organization_id", "patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "patient_identifier_organization_id_system_value_key" ON "patient_identifier"("organization_id", "system", "value");

-- CreateIndex
CREATE INDEX "episode_organization_id_patient_id_idx" ON "episode"("organization_id", "patient_id");

-- CreateIndex
CREATE INDEX "condition_organization_id_patient_id_idx" ON "condition"("organization_id", "patient_id");

-- CreateIndex
CREATE INDEX "condition_organization_id_episode_id_idx" ON "condition"("organization_id", "episode_id");

-- CreateIndex
CREATE INDEX "allergy_organization_id_patient_id_idx" ON "allergy"("organization_id", "patient_id");

-- CreateIndex
CREATE INDEX "medication_order_organization_id_patient_id_idx" ON "medication_order"("organization_id", "patient_id");

-- CreateIndex
CREATE INDEX "external_encounter_organization_id_patient_id_started_at_idx" ON "external_encounter"("organization_id", "patient_id", "started_at");

-- CreateIndex
CREATE INDEX "imported_observation_organization_id_patient_id_observed_at_idx" ON "imported_observation"("organization_id", "patient_id", "observed_at");

-- CreateIndex
CREATE INDEX "prescription_draft_organization_id_patient_id_idx" ON "prescription_draft"("organization_id", "patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "prescription_draft_organization_id_episode_id_key" ON "prescription_draft"("organization_id", "episode_id");

-- CreateIndex
CREATE INDEX "prescription_organization_id_patient_id_idx" ON "prescription"("organization_id", "patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "prescription_organization_id_episode_id_version_number_key" ON "prescription"("organization_id", "episode_id", "version_number");

-- CreateIndex
CREATE INDEX "permitted_intervention_organization_id_prescription_id_idx" ON "permitted_intervention"("organization_id", "prescription_id");

-- CreateIndex
CREATE INDEX "goal_organization_id_prescription_id_idx" ON "goal"("organization_id", "prescription_id");

-- CreateIndex
CREATE INDEX "precaution_organization_id_prescription_id_idx" ON "precaution"("organization_id", "prescription_id");

-- CreateIndex
CREATE INDEX "prescribed_measure_organization_id_prescription_id_idx" ON "prescribed_measure"("organization_id", "prescription_id");

-- CreateIndex
CREATE UNIQUE INDEX "prescription_acknowledgement_organization_id_prescription_i_key" ON "prescription_acknowledgement"("organization_id", "prescription_id", "staff_member_id");

-- CreateIndex
CREATE INDEX "change_request_organization_id_episode_id_idx" ON "change_request"("organization_id", "episode_id");

-- CreateIndex
CREATE INDEX "change_request_organization_id_patient_id_idx" ON "change_request"("organization_id", "patient_id");

-- CreateIndex
CREATE INDEX "session_organization_id_episode_id_session_date_idx" ON "session"("organization_id", "episode_id", "session_date");

-- CreateIndex
CREATE INDEX "session_organization_id_therapist_id_scheduled_at_idx" ON "session"("organization_id", "therapist_id", "scheduled_at");

-- CreateIndex
CREATE INDEX "session_organization_id_patient_id_idx" ON "session"("organization_id", "patient_id");

-- CreateIndex
CREATE INDEX "performed_intervention_organization_id_session_id_idx" ON "performed_intervention"("organization_id", "session_id");

-- CreateIndex
CREATE INDEX "safety_hold_organization_id_episode_id_idx" ON "safety_hold"("organization_id", "episode_id");

-- CreateIndex
CREATE INDEX "safety_hold_organization_id_patient_id_idx" ON "safety_hold"("organization_id", "patient_id");

-- CreateIndex
CREATE INDEX "progress_report_organization_id_episode_id_reported_on_idx" ON "progress_report"("organization_id", "episode_id", "reported_on");

-- CreateIndex
CREATE INDEX "task_organization_id_owner_id_status_due_on_idx" ON "task"("organization_id", "owner_id", "status", "due_on");

-- CreateIndex
CREATE INDEX "task_organization_id_patient_id_idx" ON "task"("organization_id", "patient_id");

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_organization_id_actor_id_fkey" FOREIGN KEY ("organization_id", "actor_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_organization_id_staff_member_id_fkey" FOREIGN KEY ("organization_id", "staff_member_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "clinic" ADD CONSTRAINT "clinic_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "staff_member" ADD CONSTRAINT "staff_member_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "staff_member" ADD CONSTRAINT "staff_member_organization_id_clinic_id_fkey" FOREIGN KEY ("organization_id", "clinic_id") REFERENCES "clinic"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_account" ADD CONSTRAINT "auth_account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "care_team_member" ADD CONSTRAINT "care_team_member_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "care_team_member" ADD CONSTRAINT "care_team_member_organization_id_staff_member_id_fkey" FOREIGN KEY ("organization_id", "staff_member_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "care_team_member" ADD CONSTRAINT "care_team_member_organization_id_added_by_id_fkey" FOREIGN KEY ("organization_id", "added_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "care_team_member" ADD CONSTRAINT "care_team_member_organization_id_ended_by_id_fkey" FOREIGN KEY ("organization_id", "ended_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_organization_id_author_id_fkey" FOREIGN KEY ("organization_id", "author_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_organization_id_signed_by_id_fkey" FOREIGN KEY ("organization_id", "signed_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation_addendum" ADD CONSTRAINT "evaluation_addendum_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation_addendum" ADD CONSTRAINT "evaluation_addendum_organization_id_evaluation_id_fkey" FOREIGN KEY ("organization_id", "evaluation_id") REFERENCES "evaluation"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation_addendum" ADD CONSTRAINT "evaluation_addendum_organization_id_author_id_fkey" FOREIGN KEY ("organization_id", "author_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "imported_resource" ADD CONSTRAINT "imported_resource_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "imported_resource" ADD CONSTRAINT "imported_resource_organization_id_batch_id_fkey" FOREIGN KEY ("organization_id", "batch_id") REFERENCES "import_batch"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "care_request" ADD CONSTRAINT "care_request_organization_id_clinic_id_fkey" FOREIGN KEY ("organization_id", "clinic_id") REFERENCES "clinic"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "care_request" ADD CONSTRAINT "care_request_organization_id_owner_id_fkey" FOREIGN KEY ("organization_id", "owner_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "care_request" ADD CONSTRAINT "care_request_organization_id_decided_by_id_fkey" FOREIGN KEY ("organization_id", "decided_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "care_request" ADD CONSTRAINT "care_request_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "care_request" ADD CONSTRAINT "care_request_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "care_request" ADD CONSTRAINT "care_request_organization_id_created_by_id_fkey" FOREIGN KEY ("organization_id", "created_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "diagnostic_order" ADD CONSTRAINT "diagnostic_order_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "diagnostic_order" ADD CONSTRAINT "diagnostic_order_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "diagnostic_order" ADD CONSTRAINT "diagnostic_order_organization_id_decision_id_fkey" FOREIGN KEY ("organization_id", "decision_id") REFERENCES "decision"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "diagnostic_order" ADD CONSTRAINT "diagnostic_order_organization_id_ordered_by_id_fkey" FOREIGN KEY ("organization_id", "ordered_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "diagnostic_order" ADD CONSTRAINT "diagnostic_order_organization_id_acknowledged_by_id_fkey" FOREIGN KEY ("organization_id", "acknowledged_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "procedure" ADD CONSTRAINT "procedure_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "procedure" ADD CONSTRAINT "procedure_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "procedure" ADD CONSTRAINT "procedure_organization_id_decision_id_fkey" FOREIGN KEY ("organization_id", "decision_id") REFERENCES "decision"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "procedure" ADD CONSTRAINT "procedure_organization_id_performed_by_id_fkey" FOREIGN KEY ("organization_id", "performed_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_organization_id_decision_id_fkey" FOREIGN KEY ("organization_id", "decision_id") REFERENCES "decision"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_organization_id_referred_by_id_fkey" FOREIGN KEY ("organization_id", "referred_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "outcome_score" ADD CONSTRAINT "outcome_score_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "outcome_score" ADD CONSTRAINT "outcome_score_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "outcome_score" ADD CONSTRAINT "outcome_score_organization_id_session_id_fkey" FOREIGN KEY ("organization_id", "session_id") REFERENCES "session"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "outcome_score" ADD CONSTRAINT "outcome_score_organization_id_evaluation_id_fkey" FOREIGN KEY ("organization_id", "evaluation_id") REFERENCES "evaluation"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "outcome_score" ADD CONSTRAINT "outcome_score_organization_id_recorded_by_id_fkey" FOREIGN KEY ("organization_id", "recorded_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "outcome_score" ADD CONSTRAINT "outcome_score_organization_id_corrects_id_fkey" FOREIGN KEY ("organization_id", "corrects_id") REFERENCES "outcome_score"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "outcome_score" ADD CONSTRAINT "outcome_score_organization_id_entered_in_error_by_id_fkey" FOREIGN KEY ("organization_id", "entered_in_error_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "threshold_choice" ADD CONSTRAINT "threshold_choice_organization_id_clinic_id_fkey" FOREIGN KEY ("organization_id", "clinic_id") REFERENCES "clinic"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "threshold_choice" ADD CONSTRAINT "threshold_choice_organization_id_chosen_by_id_fkey" FOREIGN KEY ("organization_id", "chosen_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_organization_id_prescription_id_fkey" FOREIGN KEY ("organization_id", "prescription_id") REFERENCES "prescription"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "board_entry" ADD CONSTRAINT "board_entry_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "board_entry" ADD CONSTRAINT "board_entry_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "board_entry" ADD CONSTRAINT "board_entry_organization_id_clinic_id_fkey" FOREIGN KEY ("organization_id", "clinic_id") REFERENCES "clinic"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "board_entry" ADD CONSTRAINT "board_entry_organization_id_verdict_id_fkey" FOREIGN KEY ("organization_id", "verdict_id") REFERENCES "verdict"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_organization_id_verdict_id_fkey" FOREIGN KEY ("organization_id", "verdict_id") REFERENCES "verdict"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_organization_id_prescription_id_fkey" FOREIGN KEY ("organization_id", "prescription_id") REFERENCES "prescription"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_organization_id_decided_by_id_fkey" FOREIGN KEY ("organization_id", "decided_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "patient" ADD CONSTRAINT "patient_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "patient" ADD CONSTRAINT "patient_organization_id_clinic_id_fkey" FOREIGN KEY ("organization_id", "clinic_id") REFERENCES "clinic"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "patient_identifier" ADD CONSTRAINT "patient_identifier_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "episode" ADD CONSTRAINT "episode_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "episode" ADD CONSTRAINT "episode_organization_id_clinic_id_fkey" FOREIGN KEY ("organization_id", "clinic_id") REFERENCES "clinic"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "condition" ADD CONSTRAINT "condition_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "condition" ADD CONSTRAINT "condition_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "condition" ADD CONSTRAINT "condition_organization_id_recorded_by_id_fkey" FOREIGN KEY ("organization_id", "recorded_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "allergy" ADD CONSTRAINT "allergy_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "allergy" ADD CONSTRAINT "allergy_organization_id_recorded_by_id_fkey" FOREIGN KEY ("organization_id", "recorded_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "medication_order" ADD CONSTRAINT "medication_order_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "medication_order" ADD CONSTRAINT "medication_order_organization_id_recorded_by_id_fkey" FOREIGN KEY ("organization_id", "recorded_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "external_encounter" ADD CONSTRAINT "external_encounter_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "imported_observation" ADD CONSTRAINT "imported_observation_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "prescription_draft" ADD CONSTRAINT "prescription_draft_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "prescription_draft" ADD CONSTRAINT "prescription_draft_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "prescription_draft" ADD CONSTRAINT "prescription_draft_organization_id_author_id_fkey" FOREIGN KEY ("organization_id", "author_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "prescription_draft" ADD CONSTRAINT "prescription_draft_organization_id_based_on_id_fkey" FOREIGN KEY ("organization_id", "based_on_id") REFERENCES "prescription"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "prescription_draft" ADD CONSTRAINT "prescription_draft_organization_id_change_request_id_fkey" FOREIGN KEY ("organization_id", "change_request_id") REFERENCES "change_request"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "prescription" ADD CONSTRAINT "prescription_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "prescription" ADD CONSTRAINT "prescription_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "prescription" ADD CONSTRAINT "prescription_organization_id_supersedes_id_fkey" FOREIGN KEY ("organization_id", "supersedes_id") REFERENCES "prescription"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "prescription" ADD CONSTRAINT "prescription_organization_id_signed_by_id_fkey" FOREIGN KEY ("organization_id", "signed_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "permitted_intervention" ADD CONSTRAINT "permitted_intervention_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "permitted_intervention" ADD CONSTRAINT "permitted_intervention_organization_id_prescription_id_fkey" FOREIGN KEY ("organization_id", "prescription_id") REFERENCES "prescription"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "goal" ADD CONSTRAINT "goal_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "goal" ADD CONSTRAINT "goal_organization_id_prescription_id_fkey" FOREIGN KEY ("organization_id", "prescription_id") REFERENCES "prescription"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "precaution" ADD CONSTRAINT "precaution_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "precaution" ADD CONSTRAINT "precaution_organization_id_prescription_id_fkey" FOREIGN KEY ("organization_id", "prescription_id") REFERENCES "prescription"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "prescribed_measure" ADD CONSTRAINT "prescribed_measure_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "prescribed_measure" ADD CONSTRAINT "prescribed_measure_organization_id_prescription_id_fkey" FOREIGN KEY ("organization_id", "prescription_id") REFERENCES "prescription"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "prescription_acknowledgement" ADD CONSTRAINT "prescription_acknowledgement_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "prescription_acknowledgement" ADD CONSTRAINT "prescription_acknowledgement_organization_id_prescription__fkey" FOREIGN KEY ("organization_id", "prescription_id") REFERENCES "prescription"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "prescription_acknowledgement" ADD CONSTRAINT "prescription_acknowledgement_organization_id_staff_member__fkey" FOREIGN KEY ("organization_id", "staff_member_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "change_request" ADD CONSTRAINT "change_request_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "change_request" ADD CONSTRAINT "change_request_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "change_request" ADD CONSTRAINT "change_request_organization_id_prescription_id_fkey" FOREIGN KEY ("organization_id", "prescription_id") REFERENCES "prescription"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "change_request" ADD CONSTRAINT "change_request_organization_id_requested_by_id_fkey" FOREIGN KEY ("organization_id", "requested_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "change_request" ADD CONSTRAINT "change_request_organization_id_decided_by_id_fkey" FOREIGN KEY ("organization_id", "decided_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "change_request" ADD CONSTRAINT "change_request_organization_id_result_prescription_id_fkey" FOREIGN KEY ("organization_id", "result_prescription_id") REFERENCES "prescription"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_organization_id_clinic_id_fkey" FOREIGN KEY ("organization_id", "clinic_id") REFERENCES "clinic"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_organization_id_prescription_id_fkey" FOREIGN KEY ("organization_id", "prescription_id") REFERENCES "prescription"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_organization_id_therapist_id_fkey" FOREIGN KEY ("organization_id", "therapist_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_organization_id_signed_by_id_fkey" FOREIGN KEY ("organization_id", "signed_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "performed_intervention" ADD CONSTRAINT "performed_intervention_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "performed_intervention" ADD CONSTRAINT "performed_intervention_organization_id_session_id_fkey" FOREIGN KEY ("organization_id", "session_id") REFERENCES "session"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "performed_intervention" ADD CONSTRAINT "performed_intervention_organization_id_permitted_intervent_fkey" FOREIGN KEY ("organization_id", "permitted_intervention_id") REFERENCES "permitted_intervention"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "safety_hold" ADD CONSTRAINT "safety_hold_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "safety_hold" ADD CONSTRAINT "safety_hold_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "safety_hold" ADD CONSTRAINT "safety_hold_organization_id_opened_by_id_fkey" FOREIGN KEY ("organization_id", "opened_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "safety_hold" ADD CONSTRAINT "safety_hold_organization_id_acknowledged_by_id_fkey" FOREIGN KEY ("organization_id", "acknowledged_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "safety_hold" ADD CONSTRAINT "safety_hold_organization_id_closed_by_id_fkey" FOREIGN KEY ("organization_id", "closed_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "progress_report" ADD CONSTRAINT "progress_report_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "progress_report" ADD CONSTRAINT "progress_report_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "progress_report" ADD CONSTRAINT "progress_report_organization_id_author_id_fkey" FOREIGN KEY ("organization_id", "author_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_organization_id_owner_id_fkey" FOREIGN KEY ("organization_id", "owner_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_organization_id_done_by_id_fkey" FOREIGN KEY ("organization_id", "done_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

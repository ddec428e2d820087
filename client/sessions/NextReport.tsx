import { Button, Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { PLAN_KIND_LABEL, PLAN_KINDS, PlanKind } from '#shared/compliance/model.ts';
import { rulePackOn } from '#shared/compliance/rule-packs.ts';
import type { PayerProfile } from '#shared/patients/model.ts';
import type { EpisodeId } from '#shared/platform/ids.ts';
import { plainDate } from '#shared/platform/time.ts';
import { GOAL_CHOICES, goalRow, judgementsOf } from '#shared/sessions/goal-form.ts';
import { asksForClinicianVisit, NO_CLINICIAN_VISIT } from '#shared/sessions/clinician-visit.ts';
import { canReportProgress } from '#shared/sessions/policy.ts';
import type { NextProgressReport } from '#shared/sessions/progress-reports.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { useStoredDraft } from '#client/platform/stored-draft.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import { JudgedList } from '#client/ui/JudgedList.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { useSignProgressReport } from './queries.ts';
import { ReportMeasures } from './ReportMeasures.tsx';

const Form = z.object({
  goals: z.record(z.string(), z.object({ status: z.string().nullable(), comment: z.string() })),
  assessment: z.string(),
  planKind: PlanKind,
  plan: z.string(),
});
type Form = z.infer<typeof Form>;

const EMPTY: Form = { goals: {}, assessment: '', planKind: 'continue', plan: '' };

interface NextReportProps {
  episodeId: EpisodeId;
  payerProfile: PayerProfile;
  next: NextProgressReport;
}

/** The report to write now: measures from the record, goals, assessment and plan by the therapist (rules.md PR-5). */
export function NextReport({ episodeId, payerProfile, next }: NextReportProps) {
  const actor = useSession();
  const { date, today } = useClinicTime();
  const permission = canReportProgress(actor);
  const draft = useStoredDraft(`progress-report:${episodeId}`, Form);
  const [form, setForm] = useState<Form>(draft.stored?.value ?? EMPTY);
  const [signing, setSigning] = useState(false);
  const [knowing, setKnowing] = useState(false);
  const sign = useSignProgressReport(episodeId);
  const change = (part: Partial<Form>) => {
    const nextForm = { ...form, ...part };
    setForm(nextForm);
    draft.keep(nextForm);
  };
  const goals = judgementsOf(next.goals, form.goals);
  const asksForGoals = rulePackOn(payerProfile, plainDate(today)).progressReport?.assessesEachGoal === true;
  const refusal = permission.allowed
    ? unfinished(form, next, asksForGoals && goals.length < next.goals.length)
    : permission.sentence;
  const withoutVisit =
    next.clinicianTreatedOn === null && asksForClinicianVisit(payerProfile, plainDate(today));
  const submit = () => {
    const { assessment, planKind, plan } = form;
    sign.mutate(
      { goals, assessment, planKind, plan, withoutClinicianVisit: withoutVisit && knowing },
      {
        onSuccess: () => {
          draft.clear();
          setForm(EMPTY);
          setSigning(false);
          showNote('Progress report signed.');
        },
      },
    );
  };
  return (
    <FormSection
      title="Next report"
      description={`Period from ${date(next.periodFrom)} to today. The measures come from the record.`}
    >
      <ReportMeasures measures={next.measures} />
      {permission.allowed ? <ReportFields form={form} next={next} onChange={change} /> : null}
      <div>
        <DisabledReason reason={refusal}>
          <Button onClick={() => setSigning(true)}>Sign the report</Button>
        </DisabledReason>
      </div>
      <ConfirmDialog
        opened={signing}
        onClose={() => setSigning(false)}
        onConfirm={submit}
        title="Sign this progress report?"
        confirmLabel="Sign"
        busy={sign.isPending}
        error={sign.error}
      >
        It closes the period today and no longer changes. The next period begins tomorrow.
        {withoutVisit ? (
          <Checkbox
            mt="sm"
            checked={knowing}
            onChange={(event) => setKnowing(event.currentTarget.checked)}
            label="I sign without a therapist’s treatment in this period"
            description={NO_CLINICIAN_VISIT}
          />
        ) : null}
      </ConfirmDialog>
    </FormSection>
  );
}

function unfinished(form: Form, next: NextProgressReport, goalsAreMissing: boolean): string | undefined {
  if (next.treatmentDaysSinceReport === 0) return 'There has been no treatment since the last report.';
  if (goalsAreMissing) return 'Assess each goal: the payer asks for it.';
  return form.assessment.trim() === '' || form.plan.trim() === ''
    ? 'Write the assessment and the plan.'
    : undefined;
}

interface ReportFieldsProps {
  form: Form;
  next: NextProgressReport;
  onChange: (part: Partial<Form>) => void;
}

function ReportFields({ form, next, onChange }: ReportFieldsProps) {
  return (
    <>
      {next.goals.length === 0 ? null : (
        <JudgedList
          label="Goals"
          rows={next.goals.map(goalRow)}
          choices={GOAL_CHOICES}
          value={form.goals}
          onChange={(key, judged) => onChange({ goals: { ...form.goals, [key]: judged } })}
        />
      )}
      <Textarea
        label="Assessment: improvement or lack of it"
        name="assessment"
        required
        autosize
        minRows={3}
        maw={1100}
        value={form.assessment}
        onChange={(event) => onChange({ assessment: event.currentTarget.value })}
      />
      <ChoiceField
        label="Plan"
        name="planKind"
        choices={PLAN_KINDS.map((value) => ({ value, label: PLAN_KIND_LABEL[value] }))}
        value={form.planKind}
        onChange={(planKind) => onChange({ planKind: planKind ?? 'continue' })}
      />
      <Textarea
        label="What is done until the next report"
        name="plan"
        required
        autosize
        minRows={2}
        maw={1100}
        value={form.plan}
        onChange={(event) => onChange({ plan: event.currentTarget.value })}
      />
    </>
  );
}

import { Button, Group, Stack, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { RequestForm } from '#shared/intake/model.ts';
import { worstLevel } from '#shared/intake/red-flags.ts';
import type { ProblemIssue } from '#shared/platform/problem.ts';
import { ClientProblem } from '#client/platform/client-problem.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { newKey } from '#client/platform/new-key.ts';
import type { DraftForm } from '#client/platform/use-draft-form.ts';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { CheckStep } from './CheckStep.tsx';
import { EmergencyNotice } from './EmergencyNotice.tsx';
import { HistoryStep } from './HistoryStep.tsx';
import { PersonStep } from './PersonStep.tsx';
import { ProblemStep } from './ProblemStep.tsx';
import {
  firstIncomplete,
  keyFor,
  missingIn,
  stepOfIssue,
  STEPS,
  toRequestForm,
  type RequestDraft,
} from './request-draft.ts';
import { SafetyStep } from './SafetyStep.tsx';
import type { StepProps } from './step.ts';
import { StepList } from './StepList.tsx';

export interface WizardSubmission {
  submissionKey: string;
  clinic: string;
  form: RequestForm;
}

interface RequestWizardProps {
  draft: DraftForm<RequestDraft>;
  clinics: readonly { value: string; label: string }[];
  forStaff: boolean;
  onSubmit: (submission: WizardSubmission) => void;
  busy: boolean;
  error: unknown;
}

/** The request for care in five steps. What is typed stays on the device until it has been sent. */
export function RequestWizard({ draft, clinics, forStaff, onSubmit, busy, error }: RequestWizardProps) {
  const { value, change } = draft;
  const [tried, setTried] = useState(false);
  const { today } = useClinicTime();
  const heading = useStepFocus(value.step);
  const form = toRequestForm(value, today);
  const missing = missingIn(value.step, value, today);
  const errorOf: StepProps['errorOf'] = (field) =>
    (tried ? missing.find((one) => one.field === field)?.message : undefined) ?? refusalOf(error, field);
  const goTo = (step: number) => {
    setTried(false);
    change({ step });
  };
  const goOn = () => {
    if (missing.length > 0) {
      setTried(true);
      focusField(missing[0]?.field);
      return;
    }
    if (value.step < STEPS.length - 1) {
      goTo(value.step + 1);
      return;
    }
    if (form === undefined) {
      goTo(firstIncomplete(value, today));
      return;
    }
    const key = keyFor(value, form, newKey);
    change(key);
    onSubmit({ submissionKey: key.submissionKey, clinic: value.clinic, form });
  };
  const goToIssue = (issue: ProblemIssue) => goTo(stepOfIssue(issue.path));
  const step: StepProps = { draft: value, change, errorOf, forStaff };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        goOn();
      }}
    >
      <StepList current={value.step} onGo={goTo} />
      <Stack gap="lg">
        <Title order={2} ref={heading} tabIndex={-1}>
          {STEPS[value.step]}
        </Title>
        <ProblemAlert error={error} onIssue={goToIssue} />
        {value.step > 0 && worstLevel(value.redFlags) === 'emergency' ? (
          <EmergencyNotice redFlags={value.redFlags} reader={forStaff ? 'on-the-phone' : 'patient'} />
        ) : null}
        {value.step === 0 ? <SafetyStep {...step} /> : null}
        {value.step === 1 ? <ProblemStep {...step} /> : null}
        {value.step === 2 ? <HistoryStep {...step} /> : null}
        {value.step === 3 ? <PersonStep {...step} clinics={clinics} /> : null}
        {value.step === 4 && form !== undefined ? (
          <CheckStep form={form} clinic={clinics.find((one) => one.value === value.clinic)?.label ?? ''} />
        ) : null}
        <Group justify="space-between">
          {value.step === 0 ? (
            <span />
          ) : (
            <Button variant="default" onClick={() => goTo(value.step - 1)}>
              Back
            </Button>
          )}
          <Button type="submit" loading={busy}>
            {value.step === STEPS.length - 1 ? 'Send request' : 'Go on'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function refusalOf(error: unknown, field: string): string | undefined {
  if (!(error instanceof ClientProblem)) return undefined;
  const wanted = field === 'clinic' ? ['clinicSlug', 'clinicId'] : [field];
  return error.issues.find(({ path }) => wanted.includes(path.split('.').at(-1) ?? ''))?.message;
}

function focusField(name: string | undefined): void {
  if (name !== undefined) document.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`)?.focus();
}

/** A new step is announced: its heading takes the focus, except when the page has just opened. */
function useStepFocus(step: number) {
  const heading = useRef<HTMLHeadingElement>(null);
  const seen = useRef(step);
  useEffect(() => {
    if (seen.current === step) return;
    seen.current = step;
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [step]);
  return heading;
}

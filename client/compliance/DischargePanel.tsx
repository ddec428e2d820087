import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { z } from 'zod';
import type { DischargeBasis } from '#shared/compliance/documentation.ts';
import type { EpisodeId } from '#shared/platform/ids.ts';
import { GOAL_CHOICES, goalRow, judgementsOf } from '#shared/sessions/goal-form.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useStoredDraft } from '#client/platform/stored-draft.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { JudgedList } from '#client/ui/JudgedList.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { SideWorkspace } from '#client/ui/SideWorkspace.tsx';
import { useSignDischargeNote } from './queries.ts';

const Typed = z.object({
  planned: z.enum(['yes', 'no']).nullable(),
  goals: z.record(z.string(), z.object({ status: z.string().nullable(), comment: z.string() })),
  summary: z.string(),
  planAfter: z.string(),
});
type Typed = z.infer<typeof Typed>;

const EMPTY: Typed = { planned: null, goals: {}, summary: '', planAfter: '' };

interface DischargePanelProps {
  episodeId: EpisodeId;
  basis: DischargeBasis;
  /** The payer wants a word on each goal. */
  asksForGoals: boolean;
  banner: ReactNode;
  onClose: () => void;
}

/** Writes and signs the discharge note; what is typed stays on this device until it is signed. */
export function DischargePanel({ episodeId, basis, asksForGoals, banner, onClose }: DischargePanelProps) {
  const { date } = useClinicTime();
  const draft = useStoredDraft(`discharge-note:${episodeId}`, Typed);
  const [form, setForm] = useState<Typed>(draft.stored?.value ?? EMPTY);
  const sign = useSignDischargeNote(episodeId);
  const change = (part: Partial<Typed>) => {
    const next = { ...form, ...part };
    setForm(next);
    draft.keep(next);
  };
  const goals = judgementsOf(basis.goals, form.goals);
  const refusal = refusalOf(form, asksForGoals && goals.length < basis.goals.length);
  const submit = () => {
    const { planned, summary, planAfter } = form;
    sign.mutate(
      { planned: planned === 'yes', goals, summary, planAfter },
      {
        onSuccess: () => {
          draft.clear();
          showNote('Discharge note signed.');
          onClose();
        },
      },
    );
  };
  return (
    <SideWorkspace
      opened
      onClose={onClose}
      title="Discharge note"
      banner={banner}
      width={60}
      keepsDraft={JSON.stringify(form) !== JSON.stringify(EMPTY)}
      footer={
        <DisabledReason reason={refusal}>
          <Button loading={sign.isPending} onClick={submit}>
            Sign the discharge note
          </Button>
        </DisabledReason>
      }
    >
      <Stack gap="md">
        <ProblemAlert error={sign.error} />
        <Text size="sm" c="dimmed">
          Covers {date(basis.periodFrom)} to the discharge. The measures come from the record; once signed,
          the note no longer changes.
        </Text>
        <ChoiceField
          label="The discharge was planned"
          name="planned"
          choices={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No: written from the treatment notes' },
          ]}
          value={form.planned}
          onChange={(planned) => change({ planned })}
        />
        {basis.goals.length === 0 ? null : (
          <JudgedList
            label="Goals"
            rows={basis.goals.map(goalRow)}
            choices={GOAL_CHOICES}
            value={form.goals}
            onChange={(key, judged) => change({ goals: { ...form.goals, [key]: judged } })}
          />
        )}
        <Textarea
          label="Summary of the course and its result"
          name="summary"
          required
          autosize
          minRows={4}
          value={form.summary}
          onChange={(event) => change({ summary: event.currentTarget.value })}
        />
        <Textarea
          label="Plan after discharge"
          name="planAfter"
          required
          autosize
          minRows={3}
          value={form.planAfter}
          onChange={(event) => change({ planAfter: event.currentTarget.value })}
        />
      </Stack>
    </SideWorkspace>
  );
}

function refusalOf(form: Typed, goalsAreMissing: boolean): string | undefined {
  if (form.planned === null) return 'Say whether the discharge was planned.';
  if (goalsAreMissing) return 'Assess each goal.';
  return form.summary.trim() === '' || form.planAfter.trim() === ''
    ? 'Write the summary and the plan after discharge.'
    : undefined;
}

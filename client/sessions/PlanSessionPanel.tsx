import { Button, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { restOn } from '#shared/orders/therapy-rest.ts';
import { listName } from '#shared/patients/model.ts';
import { StaffMemberId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import type { PlannableEpisode } from '#shared/sessions/today.ts';
import { firstFreeTime, minutesOf } from '#shared/sessions/free-time.ts';
import { scheduleWords } from '#shared/prescriptions/schedule.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { fieldErrorsOf } from '#client/platform/field-error.ts';
import { useSession } from '#client/platform/session.ts';
import { useStoredDraft } from '#client/platform/stored-draft.ts';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { SideWorkspace } from '#client/ui/SideWorkspace.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { plannableQuery, todayQuery, usePlanSession } from './queries.ts';
import { RestNotice } from './RestNotice.tsx';
import { SlotFields } from './SlotFields.tsx';

interface PlanSessionPanelProps {
  date: string;
  /** The episode to plan for, when the reader came from one. */
  episodeId?: string | undefined;
  onClose: () => void;
}

const Form = z.object({
  episodeId: z.string(),
  date: z.string(),
  time: z.string(),
  durationMinutes: z.number().nullable(),
  therapistId: z.string(),
  asGroup: z.boolean(),
});
type Form = z.infer<typeof Form>;

/** Plans a session: for whom, when, with whom. */
export function PlanSessionPanel({ date, episodeId, onClose }: PlanSessionPanelProps) {
  const query = useQuery(plannableQuery);
  const draft = useStoredDraft('plan-session', Form);
  const plan = usePlanSession();
  const { staffMemberId } = useSession();
  const { dateTime } = useClinicTime();
  const [form, setForm] = useState<Form>(() => ({
    time: '',
    durationMinutes: 45,
    therapistId: '',
    asGroup: false,
    ...draft.stored?.value,
    date,
    episodeId: episodeId ?? draft.stored?.value.episodeId ?? '',
  }));
  const episodes = query.data?.episodes ?? [];
  const chosen = episodes.find((one) => one.episodeId === form.episodeId);
  const therapistId = therapistFor(chosen, form.therapistId, staffMemberId);
  const change = (part: Partial<Form>) => {
    const next = { ...form, ...part };
    setForm(next);
    draft.keep(next);
  };
  const day = PlainDate.safeParse(form.date).data;
  const therapist = StaffMemberId.safeParse(therapistId).data;
  const proposed = useProposedTime(form, therapistId);
  const time = form.time === '' ? (proposed ?? '') : form.time;
  const rest = day === undefined ? undefined : restOn(chosen?.procedures ?? [], day);
  const missing =
    rest === undefined
      ? missingWords({ ...form, time }, chosen, therapist !== undefined, day !== undefined)
      : 'Choose a day after the rest.';
  const submit = () => {
    if (chosen === undefined || day === undefined || therapist === undefined || form.durationMinutes === null)
      return;
    plan.mutate(
      {
        episodeId: chosen.episodeId,
        body: {
          date: day,
          time,
          durationMinutes: form.durationMinutes,
          therapistId: therapist,
          asGroup: form.asGroup,
        },
      },
      {
        onSuccess: ({ scheduledAt }) => {
          draft.clear();
          showNote(`Planned: ${listName(chosen)}, ${dateTime(scheduledAt)}.`);
          onClose();
        },
      },
    );
  };
  return (
    <SideWorkspace
      opened
      onClose={onClose}
      title="Plan a session"
      width={34}
      footer={
        <DisabledReason reason={missing}>
          <Button loading={plan.isPending} onClick={submit}>
            Plan
          </Button>
        </DisabledReason>
      }
    >
      <QueryBoundary
        query={query}
        isEmpty={(data) => data.episodes.length === 0}
        empty={
          <EmptyState title="No open episode.">
            Sessions are planned for patients of your care teams.
          </EmptyState>
        }
      >
        {() => (
          <Stack gap="md">
            <ProblemAlert error={plan.error} />
            <Select
              label="Patient and episode"
              name="episodeId"
              required
              searchable
              data-autofocus
              data={episodes.map((one) => ({
                value: one.episodeId,
                label: `${listName(one)}, MRN ${one.mrn}: ${one.concern}`,
              }))}
              value={form.episodeId === '' ? null : form.episodeId}
              onChange={(value) => change({ episodeId: value ?? '', therapistId: '' })}
            />
            {chosen === undefined ? null : <Standing episode={chosen} date={form.date} />}
            <RestNotice
              procedures={chosen?.procedures ?? []}
              date={form.date}
              onChoose={(day) => change({ date: day })}
            />
            <SlotFields
              form={{ ...form, time, therapistId }}
              therapists={chosen?.therapists ?? []}
              errorOf={fieldErrorsOf(plan.error)}
              onChange={change}
            />
          </Stack>
        )}
      </QueryBoundary>
    </SideWorkspace>
  );
}

/** The therapist's first free time of the day, not in the past: their own day is known here, another's is said when it is taken. */
function useProposedTime({ date, durationMinutes }: Form, therapistId: string): string | undefined {
  const { staffMemberId } = useSession();
  const { today, time: clock } = useClinicTime();
  const isMine = therapistId === '' || therapistId === staffMemberId;
  const day = PlainDate.safeParse(date).data;
  const sessions = useQuery({ ...todayQuery({ date: day }), enabled: day !== undefined && isMine }).data
    ?.sessions;
  if (date < today || (isMine && sessions === undefined)) return undefined;
  const booked = (isMine ? (sessions ?? []) : [])
    .filter(({ status }) => status === 'planned' || status === 'arrived')
    .map(({ scheduledAt, endsAt }) => ({
      from: minutesOf(clock(scheduledAt)),
      to: minutesOf(clock(endsAt)),
    }));
  const now = date === today ? minutesOf(clock(new Date().toISOString())) : undefined;
  return firstFreeTime(booked, durationMinutes ?? 45, now);
}

/** The chosen therapist; without a choice the reader themselves, else the only one there is. */
function therapistFor(episode: PlannableEpisode | undefined, chosen: string, me: string): string {
  const ids = episode?.therapists.map(({ staffMemberId }): string => staffMemberId) ?? [];
  if (ids.includes(chosen)) return chosen;
  if (ids.includes(me)) return me;
  return ids.length === 1 ? (ids[0] ?? '') : '';
}

function missingWords(
  { time, durationMinutes }: Form,
  chosen: PlannableEpisode | undefined,
  hasTherapist: boolean,
  hasDay: boolean,
): string | undefined {
  if (chosen === undefined) return 'Choose a patient.';
  if (!hasDay || time === '' || durationMinutes === null) return 'Give day, time and length.';
  return hasTherapist ? undefined : 'Choose a therapist.';
}

/** Where the episode stands with its prescription: visits used, what is planned next, when it ends. */
function Standing({ episode, date }: { episode: PlannableEpisode; date: string }) {
  const { date: words } = useClinicTime();
  const {
    versionNumber,
    visitsUsed,
    visitsPrescribed,
    endsOn,
    frequencyPerWeek,
    taper,
    amountPerDay,
    nextOn,
  } = episode;
  if (versionNumber === null || visitsPrescribed === null || endsOn === null) {
    return (
      <Text size="sm" c="var(--tone-warning-text)">
        No prescription is in force: the session can be planned, but not held before one is signed.
      </Text>
    );
  }
  return (
    <Text
      size="sm"
      c={date > endsOn || visitsUsed >= visitsPrescribed ? 'var(--tone-warning-text)' : 'dimmed'}
    >
      v{versionNumber}, {scheduleWords({ frequencyPerWeek, durationWeeks: null, taper, amountPerDay })}:{' '}
      {visitsUsed} of {visitsPrescribed} visits used, ends {words(endsOn)}.{' '}
      {nextOn === null ? 'Nothing is planned.' : `Next planned ${words(nextOn)}.`}
      {date > endsOn ? ' The day is after its end: the gate will be closed.' : ''}
    </Text>
  );
}

import { Alert, Button, List, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { z } from 'zod';
import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import type { SessionSheet } from '#shared/sessions/sheet.ts';
import { flagTitle } from '#shared/sessions/flag-words.ts';
import { isAtLeast, isScored, leastLevel } from '#shared/sessions/red-flag-level.ts';
import {
  getRedFlag,
  LEVEL_WORDS,
  opensHold,
  redFlagsIn,
  type RedFlagLevel,
} from '#shared/sessions/red-flags.ts';
import { WellsItem } from '#shared/evaluations/wells.ts';
import { stopsLimb } from '#shared/sessions/limb-stop.ts';
import { safetyOf } from '#shared/sessions/safety-values.ts';
import { useStoredDraft } from '#client/platform/stored-draft.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { SideWorkspace } from '#client/ui/SideWorkspace.tsx';
import { useRaiseRedFlag } from './queries.ts';
import { RaisedEmergency } from './RaisedEmergency.tsx';
import { WellsField } from '#client/clinical/WellsField.tsx';

interface RedFlagPanelProps {
  episode: Pick<SessionSheet['episode'], 'episodeId' | 'clinicValues'>;
  banner: ReactNode;
  onClose: () => void;
  /** The flag that the sheet itself suggests: blood pressure beyond its limit, pain that rose. */
  suggested?: string | undefined;
}

const LEVELS: readonly RedFlagLevel[] = ['emergency', 'urgent', 'prompt'];
const FORM = z.object({
  code: z.string(),
  level: z.enum(['emergency', 'urgent', 'prompt']).nullable(),
  note: z.string(),
  wells: z.array(WellsItem).default([]),
});
const EMPTY: z.infer<typeof FORM> = { code: '', level: null, note: '', wells: [] };

/** A form for one flag, at the least serious level it may have. */
function formFor(code: string, clinicValues: ClinicOverrides): z.infer<typeof FORM> {
  const flag = getRedFlag(code, clinicValues);
  return {
    ...EMPTY,
    code,
    level: flag === undefined ? null : leastLevel(flag, isScored(flag) ? [] : undefined),
  };
}

/** Raises a red flag: what, how serious, what was found. An emergency is never only a message in Tandem. */
export function RedFlagPanel({ episode, banner, onClose, suggested }: RedFlagPanelProps) {
  const { episodeId, clinicValues } = episode;
  const draft = useStoredDraft(`red-flag:${episodeId}`, FORM);
  const [form, setForm] = useState(draft.stored?.value ?? formFor(suggested ?? '', clinicValues));
  const [isRaised, setIsRaised] = useState(false);
  const raise = useRaiseRedFlag(episodeId);
  const flag = getRedFlag(form.code, clinicValues);
  const scored = flag !== undefined && isScored(flag);
  const least = flag === undefined ? 'prompt' : leastLevel(flag, scored ? form.wells : undefined);
  const change = (part: Partial<typeof EMPTY>) => {
    const next = { ...form, ...part };
    setForm(next);
    draft.keep(next);
  };
  const submit = () => {
    if (form.level === null) return;
    raise.mutate(
      {
        code: form.code,
        level: form.level,
        note: form.note,
        ...(scored ? { wells: form.wells } : {}),
      },
      {
        onSuccess: ({ safetyHoldId }) => {
          draft.clear();
          showNote(
            safetyHoldId === null
              ? 'The physiatrist has a task.'
              : form.level === 'prompt'
                ? 'Treatment of the limb is stopped. The physiatrist has a task for today.'
                : 'Safety hold open. The physiatrist has a task.',
          );
          if (form.level === 'emergency') setIsRaised(true);
          else onClose();
        },
      },
    );
  };
  if (isRaised) {
    return (
      <RaisedEmergency
        episodeId={episodeId}
        banner={banner}
        action={flag?.action ?? 'Emergency department'}
        onClose={onClose}
      />
    );
  }
  return (
    <SideWorkspace
      opened
      onClose={onClose}
      title="Raise a red flag"
      banner={banner}
      keepsDraft={form.code !== '' || form.note !== ''}
      footer={
        <Button
          color="red"
          loading={raise.isPending}
          disabled={flag === undefined || form.level === null}
          onClick={submit}
        >
          {raiseWords(form)}
        </Button>
      }
    >
      <Stack gap="md">
        <ProblemAlert error={raise.error} />
        <Select
          label="What did you find?"
          name="code"
          searchable
          required
          data-autofocus
          maxDropdownHeight={420}
          openOnFocus={form.code === ''}
          value={form.code === '' ? null : form.code}
          data={redFlagsIn(clinicValues).map(({ code }) => ({ value: code, label: flagTitle(code) }))}
          filter={({ options, search }) =>
            options.filter((one) => 'value' in one && isFound(one.value, search))
          }
          renderOption={({ option }) => (
            <div>
              <Text size="sm" fw={600}>
                {option.label}
              </Text>
              <Text size="sm">{getRedFlag(option.value)?.finding}</Text>
            </div>
          )}
          onChange={(code) => change({ ...formFor(code ?? '', clinicValues), note: form.note })}
        />
        {flag === undefined ? null : (
          <>
            <Text size="sm">{flag.finding}.</Text>
            {scored ? (
              <WellsField
                value={form.wells}
                onChange={(wells) => change({ wells, level: leastLevel(flag, wells) })}
              />
            ) : null}
            <ChoiceField
              label="How serious?"
              name="level"
              vertical
              choices={LEVELS.map((level) => ({
                value: level,
                label: stopsLimb({ code: flag.code, level }) ? LIMB_WORDS : LEVEL_WORDS[level],
                disabled: !isAtLeast(level, least),
              }))}
              value={form.level}
              onChange={(level) => change({ level })}
            />
            {flag.orLevel === undefined || scored ? null : (
              <Text size="sm">
                Choose {flag.orLevel.level}: {flag.orLevel.when}.
              </Text>
            )}
            {clinicValues[`redFlags.${flag.code}`] === undefined ? null : (
              <Text size="sm">This clinic takes it as {flag.level} at least.</Text>
            )}
            <Alert color={form.level === 'prompt' ? 'gray' : 'red'} title={flag.action}>
              <WhatFollows
                level={form.level}
                limb={form.level !== null && stopsLimb({ code: flag.code, level: form.level })}
                businessDays={safetyOf(clinicValues).promptBusinessDays}
              />
            </Alert>
          </>
        )}
        <Textarea
          label="What was found, exactly"
          name="note"
          required
          autosize
          minRows={3}
          value={form.note}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
        <Text size="sm" c="dimmed">
          No red flag does not mean safe: most have unknown accuracy, so your judgement decides.
        </Text>
      </Stack>
    </SideWorkspace>
  );
}

/** Searched by its name and by what is seen. */
const isFound = (code: string, search: string): boolean =>
  `${flagTitle(code)} ${getRedFlag(code)?.finding ?? ''}`.toLowerCase().includes(search.trim().toLowerCase());

const LIMB_WORDS = 'Prompt: stop treatment of the limb, the physiatrist is told the same day';

function raiseWords({ code, level }: z.infer<typeof FORM>): string {
  if (level === null) return 'Raise';
  if (opensHold(level)) return 'Raise and stop therapy';
  return stopsLimb({ code, level }) ? 'Raise and stop the limb' : 'Raise';
}

interface WhatFollowsProps {
  level: RedFlagLevel | null;
  /** Treatment of the limb is stopped, not therapy. */
  limb: boolean;
  businessDays: number;
}

function WhatFollows({ level, limb, businessDays }: WhatFollowsProps) {
  if (level === null) return null;
  if (limb) {
    return (
      <List size="sm" spacing={2}>
        <List.Item>
          Treatment of that leg stops: nothing that works on it can be signed until a physiatrist clears it
          with a reason. Other treatment may go on.
        </List.Item>
        <List.Item>The physiatrist gets a task for today. Call them too.</List.Item>
      </List>
    );
  }
  return (
    <List size="sm" spacing={2}>
      {level === 'emergency' ? (
        <List.Item>
          <strong>Call emergency services now</strong>, before anything else. This message is not enough.
        </List.Item>
      ) : null}
      {opensHold(level) ? (
        <>
          <List.Item>
            A safety hold opens: no session starts until a physiatrist closes it with a reason.
          </List.Item>
          <List.Item>The physiatrist gets a task for today. Call them too.</List.Item>
        </>
      ) : (
        <List.Item>
          The physiatrist gets a task{' '}
          {businessDays === 1 ? 'for the next business day' : `within ${businessDays} business days`}. Therapy
          is not stopped.
        </List.Item>
      )}
    </List>
  );
}

import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useId } from 'react';
import { z } from 'zod';
import type { ValueAct } from '#shared/clinic-values/contract.ts';
import { keptNumber, refusalOf, writtenNumber } from '#shared/clinic-values/check-value.ts';
import { sourceWords, TAG_WORDS } from '#shared/clinic-values/model.ts';
import { canKeepValue } from '#shared/clinic-values/policy.ts';
import { valueWords } from '#shared/clinic-values/value-words.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { useDraftForm } from '#client/platform/use-draft-form.ts';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { SideWorkspace } from '#client/ui/SideWorkspace.tsx';
import { ACT_WORDS } from './act-words.ts';
import type { KeptValue } from './kept-values.ts';
import { useConfirmValue, useSetValue } from './queries.ts';
import { ValueField } from './ValueField.tsx';
import { ValueHistory } from './ValueHistory.tsx';

interface ValuePanelProps {
  clinicName: string;
  kept: KeptValue;
  onClose: () => void;
}

/** The version stays with the text: what a colleague did meanwhile is said before one's own is set over it. */
const Typed = z.object({
  value: z.union([z.number(), z.string()]).nullable(),
  reason: z.string(),
  version: z.number().int(),
});

/** One value: set another, put it back, confirm it, and everything that was done to it. */
export function ValuePanel({ clinicName, kept, onClose }: ValuePanelProps) {
  const { about, section, value, last } = kept;
  const session = useSession();
  const permission = canKeepValue(session, section);
  return (
    <SideWorkspace opened onClose={onClose} title={about.title} width={38}>
      <Stack gap="md">
        <div>
          <Text>{about.explanation}</Text>
          <Text size="sm" c="dimmed" mt={4}>
            In {clinicName} now <strong>{valueWords(about, value)}</strong>
            {kept.isChanged ? `, Tandem’s default is ${valueWords(about, about.default)}` : ', the default'}.
            Used in: {section.usedIn}
          </Text>
          <Text size="sm" c="dimmed">
            {TAG_WORDS[about.tag]}. {sourceWords(about.source)}
          </Text>
        </div>
        {permission.allowed ? (
          <KeepForm kept={kept} onDone={onClose} key={last?.version ?? 0} />
        ) : (
          <Text size="sm">{permission.sentence}</Text>
        )}
        <ValueHistory about={about} clinicId={session.clinicId} />
      </Stack>
    </SideWorkspace>
  );
}

function KeepForm({ kept, onDone }: { kept: KeptValue; onDone: () => void }) {
  const { about, value, isChanged, last } = kept;
  const formId = useId();
  const { clinicId } = useSession();
  const form = useDraftForm(`clinic-value:${about.key}`, Typed, {
    value: written(kept),
    reason: '',
    version: last?.version ?? 0,
  });
  const set = useSetValue(clinicId, about.key);
  const confirm = useConfirmValue(clinicId, about.key);
  const expectedVersion = last?.version ?? 0;
  const typed = keptOf(kept, form.value.value);
  const done = (words: string) => ({
    onSuccess: () => {
      form.clear();
      showNote(words);
      onDone();
    },
  });
  const isNew = typed !== undefined && typed !== value;
  const refusal = typed === undefined ? 'Enter a number.' : isNew ? refusalOf(about, typed) : undefined;
  const { reason } = form.value;
  return (
    <form
      id={formId}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isNew && refusal === undefined)
          set.mutate({ value: typed, reason, expectedVersion }, done('Set. It holds from now on.'));
      }}
    >
      <Stack gap="md">
        <ProblemAlert error={set.error ?? confirm.error} />
        {last !== undefined && form.hasDraft && form.value.version !== last.version ? (
          <Overtaken
            kept={kept}
            last={last}
            onTakeTheirs={() => {
              form.clear();
              onDone();
            }}
          />
        ) : null}
        <ValueField
          about={about}
          value={form.value.value}
          error={refusal}
          onChange={(next) => form.change({ value: next })}
        />
        <Textarea
          label="Reason"
          name="reason"
          description="Needed for a change; a note when you confirm it as it is."
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => form.change({ reason: event.currentTarget.value })}
        />
        <Group gap="sm">
          <DisabledReason reason={isNew ? undefined : 'Type another value to set it.'}>
            <Button type="submit" loading={set.isPending}>
              Set
            </Button>
          </DisabledReason>
        </Group>
        <Group gap="sm">
          <Button
            variant="default"
            loading={confirm.isPending}
            onClick={() => confirm.mutate({ note: reason, expectedVersion }, done('Confirmed as it is.'))}
          >
            Confirm {valueWords(about, value)} as it is
          </Button>
          {isChanged ? (
            <Button
              variant="default"
              onClick={() =>
                set.mutate({ value: null, reason, expectedVersion }, done('Back to the default.'))
              }
            >
              Back to the default, {valueWords(about, about.default)}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </form>
  );
}

/** A colleague was quicker: what they did and why, above what is typed here. */
function Overtaken({
  kept: { about },
  last,
  onTakeTheirs,
}: {
  kept: KeptValue;
  last: ValueAct;
  onTakeTheirs: () => void;
}) {
  const { dateTime } = useClinicTime();
  return (
    <Alert color="orange" role="alert" title="Somebody else has changed this meanwhile">
      <Text size="sm">
        {ACT_WORDS[last.act]} by {last.by}, {dateTime(last.at)}: {valueWords(about, last.oldValue)} →{' '}
        {valueWords(about, last.newValue)}
        {last.reason === '' ? '' : ` (${last.reason})`}. What you typed is still below; setting it replaces
        theirs.
      </Text>
      <Button size="compact-sm" variant="default" mt="xs" onClick={onTakeTheirs}>
        Leave theirs, drop mine
      </Button>
    </Alert>
  );
}

const written = ({ about, value }: KeptValue): number | string =>
  about.kind === 'choice' || typeof value === 'string' ? value : writtenNumber(about, value);

const keptOf = ({ about }: KeptValue, typed: number | string | null): number | string | undefined => {
  if (typed === null) return undefined;
  return about.kind === 'choice' || typeof typed === 'string' ? typed : keptNumber(about, typed);
};

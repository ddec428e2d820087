import { Checkbox, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { needsEmergencyConfirmation } from '#shared/intake/policy.ts';
import type { RequestDetail } from '#shared/intake/queue.ts';
import { ROUTE_LABEL, TriageRoute } from '#shared/intake/triage.ts';
import { fieldErrorsOf } from '#client/platform/field-error.ts';
import { useDraftForm } from '#client/platform/use-draft-form.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { choicesOf } from './choices.ts';
import { EmergencyNotice } from './EmergencyNotice.tsx';
import { useHandle, type Handling } from './queries.ts';
import type { Act } from './RequestActions.tsx';

interface HandlingDialogsProps {
  act: Exclude<Act, 'accept'>;
  request: RequestDetail;
  onClose: () => void;
}

interface Wording {
  title: string;
  label: string;
  confirm: string;
  says: string;
  field: string;
}

const WORDING: Record<HandlingDialogsProps['act'], Wording> = {
  route: {
    title: 'Change the route',
    label: 'Why',
    confirm: 'Change the route',
    says: 'The suggestion of triage stays readable beside your choice.',
    field: 'reason',
  },
  question: {
    title: 'Ask for more',
    label: 'What has to be asked',
    confirm: 'Wait for an answer',
    says: 'Call or write to them; Tandem sends nothing by itself. The request waits until the answer is written down.',
    field: 'question',
  },
  information: {
    title: 'Write down an answer',
    label: 'What was answered',
    confirm: 'Write down',
    says: 'The first answers stay as they were given. If this changes how soon they must be seen, change the route.',
    field: 'text',
  },
  decline: {
    title: 'Decline the request',
    label: 'Why, and where they were sent',
    confirm: 'Decline',
    says: 'The request stays readable with your reason. Tell them; Tandem sends nothing by itself.',
    field: 'reason',
  },
};

const Words = z.object({ words: z.string() });

/** One short text and, for the route, one choice. What was typed is kept when the dialog closes. */
export function HandlingDialogs({ act, request, onClose }: HandlingDialogsProps) {
  const handle = useHandle(request.careRequestId);
  const [route, setRoute] = useState<TriageRoute | null>(null);
  const draft = useDraftForm(`request:${act}:${request.careRequestId}`, Words, { words: '' });
  const { words } = draft.value;
  const wording = WORDING[act];
  const errorOf = fieldErrorsOf(handle.error);
  const [told, setTold] = useState(false);
  const mustTell = act === 'decline' && needsEmergencyConfirmation(request);
  const handling = handlingOf(act, { words, route, told, expectedVersion: request.version });
  const confirm = () => {
    if (handling === undefined) return;
    handle.mutate(handling, {
      onSuccess: () => {
        draft.clear();
        onClose();
      },
    });
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      onConfirm={confirm}
      title={wording.title}
      confirmLabel={wording.confirm}
      tone={act === 'decline' ? 'danger' : 'accent'}
      busy={handle.isPending}
      error={handle.error}
      disabledReason={
        reasonNot(act, words, route) ??
        (mustTell && !told ? 'Confirm that the patient was told to call emergency services.' : undefined)
      }
    >
      <Stack gap="sm">
        <Text>{wording.says}</Text>
        {act === 'route' ? (
          <Select
            label="Route"
            name="route"
            placeholder="Choose"
            data={choicesOf(ROUTE_LABEL).filter(
              ({ value }) => value !== (request.overriddenRoute ?? request.triageRoute),
            )}
            value={route}
            error={errorOf('route')}
            onChange={(next) => setRoute(TriageRoute.nullable().parse(next))}
          />
        ) : null}
        <Textarea
          label={wording.label}
          name={wording.field}
          autosize
          minRows={3}
          maxLength={1000}
          value={words}
          error={errorOf(wording.field)}
          onChange={(event) => draft.change({ words: event.currentTarget.value })}
        />
        {mustTell ? (
          <>
            <EmergencyNotice redFlags={request.answers.redFlags} reader="finder" />
            <Checkbox
              name="emergencyConfirmed"
              label="The patient was told to call emergency services"
              checked={told}
              error={errorOf('emergencyConfirmed')}
              onChange={(event) => setTold(event.currentTarget.checked)}
            />
          </>
        ) : null}
      </Stack>
    </ConfirmDialog>
  );
}

function reasonNot(act: Act, words: string, route: TriageRoute | null): string | undefined {
  if (act === 'route' && route === null) return 'Choose a route first.';
  return words.trim() === '' ? 'Write it down first.' : undefined;
}

function handlingOf(
  act: HandlingDialogsProps['act'],
  {
    words,
    route,
    told,
    expectedVersion,
  }: { words: string; route: TriageRoute | null; told: boolean; expectedVersion: number },
): Handling | undefined {
  switch (act) {
    case 'route':
      return route === null
        ? undefined
        : { step: 'override', body: { route, reason: words, expectedVersion } };
    case 'question':
      return { step: 'askMore', body: { question: words, expectedVersion } };
    case 'information':
      return { step: 'addInformation', body: { text: words, expectedVersion } };
    case 'decline':
      return { step: 'decline', body: { reason: words, emergencyConfirmed: told, expectedVersion } };
    default:
      return act satisfies never;
  }
}

import { Button, Checkbox, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Review } from '#shared/oversight/contract.ts';
import { DECISION_WORDS, type DecisionKind } from '#shared/oversight/model.ts';
import { seriesKey } from '#client/clinical/procedure-draft.ts';
import { useShortcuts } from '#client/platform/shortcuts.ts';
import { useStoredDraft } from '#client/platform/stored-draft.ts';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { NumberField } from '#client/ui/NumberField.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { SideWorkspace } from '#client/ui/SideWorkspace.tsx';
import { DecisionDetailFields } from './DecisionDetailFields.tsx';
import { DecisionProblem, refusalAt } from './DecisionProblem.tsx';
import {
  DecisionDraft,
  expectationWords,
  isDetailWhole,
  leadsToPrescription,
  startDecision,
  toDecision,
} from './decision-draft.ts';
import { askedFindings } from '#client/clinical/asked-findings.ts';
import { ordersQuery, preparationQuery } from '#client/clinical/order-preparation.ts';
import { useDecide } from './queries.ts';
import { ReviewBanner } from './ReviewBanner.tsx';

interface DecisionFormProps {
  kind: DecisionKind;
  review: Review;
  onClose: () => void;
}

/** One short form: why, what is expected, by when. Closing it keeps the text; nothing counts until it is signed. */
export function DecisionForm({ kind, review, onClose }: DecisionFormProps) {
  const stored = useStoredDraft(`decision:${review.episodeId}:${kind}`, DecisionDraft);
  const [draft, setDraft] = useState(() => stored.stored?.value ?? startDecision(review));
  const [isTouched, setTouched] = useState(stored.stored !== undefined);
  const decide = useDecide(review.episodeId);
  const facts = useQuery({ ...preparationQuery(review.episodeId), enabled: kind === 'order' });
  const orders = useQuery({ ...ordersQuery(review.episodeId), enabled: kind === 'refer' });
  const colleagues = orders.data?.colleagues;
  const navigate = useNavigate();
  const change = (part: Partial<DecisionDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    setTouched(true);
    stored.keep(next);
  };
  const [isAsked, setAsked] = useState(false);
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const confirm = (code: string, yes: boolean) =>
    setConfirmed((codes) => [...codes.filter((one) => one !== code), ...(yes ? [code] : [])]);
  const sign = () => {
    setAsked(true);
    if (!isDetailWhole(kind, draft)) return;
    decide.mutate(
      { ...toDecision(kind, draft, review, { facts: facts.data, colleagues }), confirmed: [...confirmed] },
      {
        onSuccess: ({ next }) => {
          stored.clear();
          showNote(`${DECISION_WORDS[kind].label}: recorded`);
          if (next === 'prescription')
            void navigate({
              to: '/episodes/$episodeId/prescription',
              params: { episodeId: review.episodeId },
              search: { view: 'draft' },
            });
          else if (next === 'surgical-opinion')
            void navigate({
              to: '/episodes/$episodeId/surgical-opinion',
              params: { episodeId: review.episodeId },
              search: {},
            });
          else onClose();
        },
        onError: (error) => {
          const findings = askedFindings(error, draft.injection.findings);
          if (findings !== draft.injection.findings) change({ injection: { ...draft.injection, findings } });
        },
      },
    );
  };
  useShortcuts('Decision', [{ keys: 'mod+Enter', does: 'Sign the decision', run: sign }], { inDialog: true });
  const series = review.verdict.measures.map((m) => ({
    value: `${m.measureCode}:${m.side ?? ''}`,
    label: m.abbreviation,
  }));
  const expectedIn = review.verdict.measures.find((m) => seriesKey(m) === draft.expectedSeries);
  const isDischarge = kind === 'discharge';
  return (
    <SideWorkspace
      opened
      onClose={onClose}
      title={DECISION_WORDS[kind].label}
      banner={<ReviewBanner review={review} />}
      keepsDraft={isTouched}
      width={40}
      footer={
        <Group>
          <Button onClick={sign} loading={decide.isPending} color={isDischarge ? 'red' : undefined}>
            {isDischarge
              ? 'Sign and close the episode'
              : leadsToPrescription(kind)
                ? 'Sign and write the next version'
                : kind === 'refer' && draft.refers === 'surgeon'
                  ? 'Sign and write to the surgeon'
                  : 'Sign decision'}
          </Button>
          <Button variant="default" onClick={onClose}>
            Not now
          </Button>
        </Group>
      }
    >
      <Stack gap="sm">
        <DecisionProblem error={decide.error} confirmed={confirmed} onConfirm={confirm} />
        {isDischarge ? (
          <Text size="sm">
            The episode closes, the prescription ends and planned visits are cancelled. The record stays
            readable.
          </Text>
        ) : null}
        <DecisionDetailFields
          episodeId={review.episodeId}
          kind={kind}
          draft={draft}
          onChange={change}
          colleagues={colleagues ?? []}
          clinicValues={review.header.clinicValues}
          today={review.today}
          isAsked={isAsked}
          reasonError={
            isAsked && draft.closeReason === null
              ? 'Choose why the episode closes.'
              : refusalAt(decide.error, 'detail.closeReason')
          }
        />
        <Reasons review={review} draft={draft} onChange={change} />
        <Textarea
          label="Why"
          name="why"
          required
          autosize
          minRows={2}
          data-autofocus
          error={refusalAt(decide.error, 'why')}
          value={draft.why}
          onChange={(event) => change({ why: event.currentTarget.value })}
        />
        {isDischarge ? null : (
          <FieldRow>
            <Select
              label="Expected in"
              name="expected.measureCode"
              clearable
              placeholder="no measure"
              data={series}
              value={draft.expectedSeries}
              error={refusalAt(decide.error, 'expected.measureCode', 'expected.side')}
              onChange={(value) => change({ expectedSeries: value })}
            />
            <NumberField
              label="Value to reach"
              name="expected.value"
              decimals={2}
              unit={expectedIn?.unit}
              value={draft.expectedValue}
              error={refusalAt(decide.error, 'expected.value')}
              onChange={(value) => change({ expectedValue: value })}
              disabled={draft.expectedSeries === null}
            />
          </FieldRow>
        )}
        <FieldRow>
          <TextInput
            label={isDischarge ? 'Expected after discharge' : 'Expectation in words'}
            name="expectation"
            placeholder={expectationWords(kind, draft, review)}
            value={draft.expectation}
            error={refusalAt(decide.error, 'expectation')}
            onChange={(event) => change({ expectation: event.currentTarget.value })}
          />
          <PlainDateField
            label="Look again on"
            name="reviewOn"
            value={draft.reviewOn ?? ''}
            error={refusalAt(decide.error, 'reviewOn')}
            onChange={(value) => change({ reviewOn: value === '' ? null : value })}
          />
        </FieldRow>
        <Text size="xs" c="dimmed">
          On that date the board asks whether it happened and shows the number beside what you expected.
        </Text>
      </Stack>
    </SideWorkspace>
  );
}

/** The verdict's own sentences, to cite; ticking one writes it into the reason. */
function Reasons({
  review,
  draft,
  onChange,
}: {
  review: Review;
  draft: DecisionDraft;
  onChange: (part: Partial<DecisionDraft>) => void;
}) {
  if (review.verdict.reasons.length === 0) return null;
  return (
    <Checkbox.Group
      label="Because"
      value={draft.reasons}
      onChange={(codes) => {
        const added = review.verdict.reasons.filter(
          (reason) => codes.includes(reason.code) && !draft.reasons.includes(reason.code),
        );
        const why = [draft.why.trim(), ...added.map((reason) => `${reason.text}.`)].filter(Boolean).join(' ');
        onChange({ reasons: codes, why });
      }}
    >
      <Stack gap={4} mt={4}>
        {review.verdict.reasons.map((reason) => (
          <Checkbox key={reason.code + reason.text} value={reason.code} label={reason.text} size="sm" />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

import { Button, Text, Textarea } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { proposedDifferences } from '#shared/prescriptions/change-proposal.ts';
import type { PrescriptionPage, PrescriptionVersion } from '#shared/prescriptions/page.ts';
import { useDraftForm } from '#client/platform/use-draft-form.ts';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import { NumberField } from '#client/ui/NumberField.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { SideWorkspace } from '#client/ui/SideWorkspace.tsx';
import { AskForm, EMPTY_ASK, readProposal, type AskedEdit } from './ask-form.ts';
import { AskedIntervention } from './AskedIntervention.tsx';
import { DifferenceList } from '#client/clinical/DifferenceList.tsx';
import { InterventionSearch } from './InterventionSearch.tsx';
import { PrescriptionBanner } from './PrescriptionBanner.tsx';
import { useAskForChange } from './queries.ts';

const route = getRouteApi('/shell/episodes/$episodeId/prescription');

interface AskForChangeProps {
  page: PrescriptionPage;
  version: PrescriptionVersion;
}

/** The therapist asks: what should change, why, and what was seen. Nothing changes until a physiatrist signs. */
export function AskForChange({ page, version }: AskForChangeProps) {
  const navigate = route.useNavigate();
  const { episodeId } = page.header;
  const form = useDraftForm(`change-request:${version.prescriptionId}`, AskForm, EMPTY_ASK);
  const ask = useAskForChange(episodeId);
  const { edits, frequencyPerWeek, durationWeeks, reason, observed } = form.value;
  const proposal = readProposal(form.value);
  const differences = proposal === undefined ? [] : proposedDifferences(version.content, proposal);
  const close = () => void navigate({ search: (old) => ({ ...old, ask: undefined }) });
  const add = (code: string) => {
    if (!edits.some((edit) => edit.code === code))
      form.change({ edits: [...edits, { code, stop: false, now: {}, wanted: {} }] });
  };
  const change = (code: string, part: Partial<AskedEdit> | undefined) =>
    form.change({
      edits: edits.flatMap((edit) =>
        edit.code !== code ? [edit] : part === undefined ? [] : [{ ...edit, ...part }],
      ),
    });
  const send = () => {
    if (proposal === undefined) return;
    const lines = observed
      .split('\n')
      .map((line) => line.trim().slice(0, 200))
      .filter(Boolean)
      .slice(0, 10);
    ask.mutate(
      { prescriptionId: version.prescriptionId, proposal, reason, lines },
      {
        onSuccess: () => {
          form.clear();
          showNote('The physiatrist has been asked');
          void navigate({ search: { view: 'requests' } });
        },
      },
    );
  };
  const gap =
    differences.length === 0
      ? proposal === undefined
        ? 'Say what should change'
        : 'The prescription already permits this'
      : reason.trim() === ''
        ? 'Say why'
        : undefined;
  return (
    <SideWorkspace
      opened
      onClose={close}
      title="Ask for a change"
      banner={<PrescriptionBanner page={page} />}
      keepsDraft={form.hasDraft}
      width={46}
      footer={
        <DisabledReason reason={gap}>
          <Button onClick={send} loading={ask.isPending}>
            Ask the physiatrist
          </Button>
        </DisabledReason>
      }
    >
      <ProblemAlert error={ask.error} />
      <FormSection
        title="Interventions"
        description="Choose one that is prescribed, or another one to be added. Reducing or stopping today needs no request."
      >
        <InterventionSearch
          label="Intervention to change or add"
          onPick={add}
          first={version.content.interventions.map(({ code }) => code)}
          taken={edits.map(({ code }) => code)}
        />
        {edits.map((edit) => (
          <AskedIntervention
            key={edit.code}
            edit={edit}
            prescribed={version.content.interventions.find(({ code }) => code === edit.code)}
            onChange={(part) => change(edit.code, part)}
            onRemove={() => change(edit.code, undefined)}
          />
        ))}
      </FormSection>
      <FormSection title="Visits" description="Leave empty what should stay.">
        <FieldRow>
          <NumberField
            label="Frequency"
            name="proposal.frequencyPerWeek"
            unit={`a week, now ${version.content.frequencyPerWeek}`}
            min={1}
            max={14}
            value={frequencyPerWeek}
            onChange={(next) => form.change({ frequencyPerWeek: next })}
          />
          <NumberField
            label="Duration"
            name="proposal.durationWeeks"
            unit={`weeks, now ${version.content.durationWeeks}`}
            min={1}
            max={52}
            value={durationWeeks}
            onChange={(next) => form.change({ durationWeeks: next })}
          />
        </FieldRow>
      </FormSection>
      <FormSection title="What would change">
        <DifferenceList
          differences={differences}
          none={proposal === undefined ? 'Nothing yet.' : 'The prescription already permits this.'}
          label="What would change"
        />
      </FormSection>
      <FormSection title="Why">
        <Textarea
          label="Reason"
          name="reason"
          required
          autosize
          minRows={2}
          maxLength={1000}
          value={reason}
          onChange={(event) => form.change({ reason: event.currentTarget.value })}
        />
        <Textarea
          label="What was seen, one line each"
          description="For example: 10 kg for two weeks, pain 2 after. Scores, pain and visits are added from the record."
          autosize
          minRows={2}
          value={observed}
          onChange={(event) => form.change({ observed: event.currentTarget.value })}
        />
        <Text size="sm" c="dimmed">
          Nothing changes until a physiatrist signs.
        </Text>
      </FormSection>
    </SideWorkspace>
  );
}

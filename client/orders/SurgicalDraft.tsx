import { Autocomplete, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { canRefer } from '#shared/orders/policy.ts';
import { recordSections } from '#shared/orders/surgical-sections.ts';
import {
  LONGEST_QUESTION,
  LONGEST_SUMMARY,
  SURGICAL_SPECIALTIES,
  type SurgicalEvaluation,
  SurgicalText,
} from '#shared/orders/surgical.ts';
import { useSession } from '#client/platform/session.ts';
import { useStoredDraft } from '#client/platform/stored-draft.ts';
import { useAutosave, type Autosave } from '#client/platform/use-autosave.ts';
import { DiscardDraftDialog } from '#client/ui/DiscardDraftDialog.tsx';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { SaveState } from '#client/ui/SaveState.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { StaleVersionDialog } from '#client/ui/StaleVersionDialog.tsx';
import { RecordBlocks } from './RecordBlocks.tsx';
import { SurgicalLetter } from './SurgicalLetter.tsx';
import { saveSurgicalText, useDiscardSurgical, useSignSurgical } from './surgical-queries.ts';

interface SurgicalDraftProps {
  episodeId: string;
  evaluation: SurgicalEvaluation;
}

/** What is stored when somebody else was faster. */
const Stored = SurgicalText.extend({ version: z.number().int() });
type Stored = z.infer<typeof Stored>;

/** The draft: the question and the summary are written; the record below is built and signed with them. */
export function SurgicalDraft({ episodeId, evaluation }: SurgicalDraftProps) {
  // What the reader took instead of their own words starts the editor anew.
  const [taken, setTaken] = useState<Stored>();
  return (
    <DraftEditor
      key={taken?.version ?? 0}
      episodeId={episodeId}
      evaluation={taken === undefined ? evaluation : { ...evaluation, ...taken }}
      onTakeTheirs={setTaken}
    />
  );
}

interface DraftEditorProps extends SurgicalDraftProps {
  onTakeTheirs: (stored: Stored) => void;
}

function DraftEditor({ episodeId, evaluation, onTakeTheirs }: DraftEditorProps) {
  const id = evaluation.surgicalEvaluationId;
  const kept = useStoredDraft(`surgical:${id}`, SurgicalText);
  const saved = SurgicalText.parse(evaluation);
  const [text, setText] = useState(kept.stored?.value ?? saved);
  const [isDiscarding, setDiscarding] = useState(false);
  const mayWrite = canRefer(useSession()).allowed;
  const autosave = useAutosave(
    text,
    (value, expectedVersion) => saveSurgicalText({ episodeId, id }, value, expectedVersion),
    { version: evaluation.version, enabled: mayWrite, draft: kept, saved },
  );
  const sign = useSignSurgical(episodeId, id);
  const submit = async () => {
    const { saved: isSaved, version } = await autosave.saveNow();
    if (!isSaved) return;
    sign.mutate({ expectedVersion: version }, { onSuccess: () => showNote('Signed. Send it now.') });
  };
  const { status } = autosave;
  const stored = status.kind === 'stale' ? Stored.safeParse(status.problem.current).data : undefined;
  return (
    <Stack gap="md">
      <FormSection
        title="What you add"
        description="All else on this page is built from the record and signed with it."
        actions={
          <Group gap="sm" data-no-print>
            <SaveState status={status} onRetry={() => void autosave.saveNow()} />
            <SurgicalLetter episodeId={episodeId} evaluation={evaluation} />
            {mayWrite ? (
              <>
                <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setDiscarding(true)}>
                  Discard draft…
                </Button>
                <Button size="compact-sm" loading={sign.isPending} onClick={() => void submit()}>
                  Sign
                </Button>
              </>
            ) : null}
          </Group>
        }
      >
        <ProblemAlert error={sign.error} />
        {mayWrite ? (
          <Fields text={text} onChange={(part) => setText((before) => ({ ...before, ...part }))} />
        ) : (
          <Text size="sm">A physiatrist is writing it.</Text>
        )}
      </FormSection>
      <FormSection title="From the record" description="As it is now; it is fixed when you sign.">
        <RecordBlocks sections={recordSections(evaluation.record)} />
      </FormSection>
      {isDiscarding ? (
        <DiscardSurgical
          {...{ episodeId, id }}
          save={autosave.saveNow}
          onDiscarded={kept.clear}
          onClose={() => setDiscarding(false)}
        />
      ) : null}
      {stored === undefined ? null : (
        <StaleVersionDialog
          opened
          mine={<Written text={text} />}
          theirs={<Written text={stored} />}
          onKeepMine={() => autosave.keepMine(stored.version)}
          onTakeTheirs={() => {
            kept.clear();
            onTakeTheirs(stored);
          }}
        />
      )}
    </Stack>
  );
}

interface DiscardSurgicalProps {
  episodeId: string;
  id: string;
  save: Autosave['saveNow'];
  onDiscarded: () => void;
  onClose: () => void;
}

function DiscardSurgical({ episodeId, id, save, onDiscarded, onClose }: DiscardSurgicalProps) {
  const discard = useDiscardSurgical(episodeId, id);
  const confirm = async () => {
    const { version } = await save();
    discard.mutate({ expectedVersion: version }, { onSuccess: onDiscarded });
  };
  return (
    <DiscardDraftDialog
      stays="The record it is built from stays, and so does every question that is signed."
      onDiscard={() => void confirm()}
      onClose={onClose}
      busy={discard.isPending}
      error={discard.error}
    />
  );
}

/** The four parts, to compare. */
function Written({ text: { specialty, addressee, question, summary } }: { text: SurgicalText }) {
  return (
    <Stack gap={4}>
      <Text size="sm">
        {specialty}
        {addressee === '' ? '' : `, ${addressee}`}
      </Text>
      <Text style={{ whiteSpace: 'pre-wrap' }}>{question}</Text>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
        {summary}
      </Text>
    </Stack>
  );
}

interface FieldsProps {
  text: SurgicalText;
  onChange: (part: Partial<SurgicalText>) => void;
}

/** The letter is one page: how much of it is written by hand. */
const roomLeft = (written: string, most: number): string =>
  written.length > most
    ? `${written.length - most} characters too many for one page`
    : `${most - written.length} of ${most} characters left`;

function Fields({ text, onChange }: FieldsProps) {
  return (
    <Stack gap="sm">
      <FieldRow>
        <Autocomplete
          label="Specialty"
          name="specialty"
          required
          data={[...SURGICAL_SPECIALTIES]}
          value={text.specialty}
          onChange={(specialty) => onChange({ specialty })}
        />
        <TextInput
          label="To"
          name="addressee"
          placeholder="Dr Samuel Osei, Bayside Spine Centre"
          value={text.addressee}
          onChange={(event) => onChange({ addressee: event.currentTarget.value })}
        />
      </FieldRow>
      <Textarea
        label="Question to the surgeon"
        name="question"
        description={roomLeft(text.question, LONGEST_QUESTION)}
        required
        autosize
        minRows={2}
        value={text.question}
        onChange={(event) => onChange({ question: event.currentTarget.value })}
      />
      <Textarea
        label="Summary"
        name="summary"
        description={roomLeft(text.summary, LONGEST_SUMMARY)}
        required
        autosize
        minRows={3}
        value={text.summary}
        onChange={(event) => onChange({ summary: event.currentTarget.value })}
      />
    </Stack>
  );
}

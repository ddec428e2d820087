import { Autocomplete, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { canRefer } from '#shared/orders/policy.ts';
import { recordSections } from '#shared/orders/surgical-document.ts';
import { SURGICAL_SPECIALTIES, type SurgicalEvaluation, SurgicalText } from '#shared/orders/surgical.ts';
import { useSession } from '#client/platform/session.ts';
import { useStoredDraft } from '#client/platform/stored-draft.ts';
import { useAutosave } from '#client/platform/use-autosave.ts';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { SaveState } from '#client/ui/SaveState.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { RecordBlocks } from './RecordBlocks.tsx';
import { SurgicalLetter } from './SurgicalLetter.tsx';
import { saveSurgicalText, useSignSurgical } from './surgical-queries.ts';

interface SurgicalDraftProps {
  episodeId: string;
  evaluation: SurgicalEvaluation;
}

/** The draft: the question and the summary are written; the record below is built and signed with them. */
export function SurgicalDraft({ episodeId, evaluation }: SurgicalDraftProps) {
  const id = evaluation.surgicalEvaluationId;
  const kept = useStoredDraft(`surgical:${id}`, SurgicalText);
  const saved = SurgicalText.parse(evaluation);
  const [text, setText] = useState(kept.stored?.value ?? saved);
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
  return (
    <Stack gap="md">
      <FormSection
        title="What you add"
        description="All else on this page is built from the record and signed with it."
        actions={
          <Group gap="sm" data-no-print>
            {autosave.status.kind === 'stale' ? (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => autosave.keepMine(evaluation.version)}
              >
                Keep my text
              </Button>
            ) : null}
            <SaveState status={autosave.status} onRetry={() => void autosave.saveNow()} />
            <SurgicalLetter episodeId={episodeId} evaluation={evaluation} />
            {mayWrite ? (
              <Button size="compact-sm" loading={sign.isPending} onClick={() => void submit()}>
                Sign
              </Button>
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
    </Stack>
  );
}

interface FieldsProps {
  text: SurgicalText;
  onChange: (part: Partial<SurgicalText>) => void;
}

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
        required
        autosize
        minRows={2}
        value={text.question}
        onChange={(event) => onChange({ question: event.currentTarget.value })}
      />
      <Textarea
        label="Summary"
        name="summary"
        required
        autosize
        minRows={3}
        value={text.summary}
        onChange={(event) => onChange({ summary: event.currentTarget.value })}
      />
    </Stack>
  );
}

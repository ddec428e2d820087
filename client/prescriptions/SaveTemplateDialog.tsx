import { Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { BodyRegion } from '#shared/patients/model.ts';
import { scheduleWords } from '#shared/prescriptions/schedule.ts';
import { templateOf } from '#shared/prescriptions/template.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { showNote } from '#client/ui/show-note.ts';
import type { DraftAccess } from './draft-access.ts';
import { useSaveTemplate } from './template-queries.ts';

/** Keeps what this draft says, without the patient, for the next one. */
export function SaveTemplateDialog({ access, onClose }: { access: DraftAccess; onClose: () => void }) {
  const [diagnosis] = access.content.diagnoses;
  const [name, setName] = useState(diagnosis?.display ?? '');
  const [phase, setPhase] = useState('');
  const save = useSaveTemplate();
  const content = templateOf(access.content);
  const { bodyRegion } = access.page.header;
  const confirm = () =>
    save.mutate(
      {
        name,
        phase: phase.trim() || null,
        bodyRegion: BodyRegion.safeParse(bodyRegion).data ?? null,
        content,
      },
      {
        onSuccess: () => {
          showNote('Kept as a template of the clinic.');
          onClose();
        },
      },
    );
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      onConfirm={confirm}
      title="Keep this draft as a template?"
      confirmLabel="Keep template"
      busy={save.isPending}
      disabledReason={name.trim() === '' ? 'Give it a name.' : undefined}
      error={save.error}
    >
      <Stack gap="xs">
        <TextInput
          label="Name"
          name="name"
          required
          maxLength={120}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <TextInput
          label="Phase"
          name="phase"
          placeholder="Early, weeks 0 to 6"
          maxLength={80}
          value={phase}
          onChange={({ currentTarget }) => setPhase(currentTarget.value)}
        />
        <Text size="sm" c="dimmed">
          {content.interventions.length} interventions with their limits, {content.goals.length} goals,{' '}
          {content.measures.length} measures, {scheduleWords(content) || 'no frequency yet'}. Nothing about
          this patient is kept: no diagnosis, side, date or precaution. Texts are: the home programme, notes
          and reasons.
        </Text>
      </Stack>
    </ConfirmDialog>
  );
}

import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { scheduleWords } from '#shared/prescriptions/schedule.ts';
import { templateOf } from '#shared/prescriptions/template.ts';
import type { PrescriptionTemplate } from '#shared/prescriptions/template-contract.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { showNote } from '#client/ui/show-note.ts';
import type { DraftAccess } from './draft-access.ts';
import { useChangeTemplate } from './template-queries.ts';

interface ReplaceTemplateProps {
  template: PrescriptionTemplate & { templateId: NonNullable<PrescriptionTemplate['templateId']> };
  access: DraftAccess;
}

/** Lets a template say what this draft says, for every colleague who uses it; asked first. */
export function ReplaceTemplate({ template, access }: ReplaceTemplateProps) {
  const change = useChangeTemplate();
  const [isAsking, setAsking] = useState(false);
  const { templateId, version, name } = template;
  const content = templateOf(access.content);
  const close = () => {
    change.reset();
    setAsking(false);
  };
  const replace = () =>
    change.mutate(
      { templateId, expectedVersion: version, content },
      {
        onSuccess: () => {
          showNote('The template now says what this draft says.');
          close();
        },
      },
    );
  return (
    <>
      <DisabledReason reason={content.interventions.length === 0 ? 'The draft permits nothing.' : undefined}>
        <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
          Replace by this draft
        </Button>
      </DisabledReason>
      <ConfirmDialog
        opened={isAsking}
        onClose={close}
        onConfirm={replace}
        title={`Replace what “${name}” says?`}
        confirmLabel="Replace"
        busy={change.isPending}
        error={change.error}
      >
        <Text>
          For every physiatrist of the clinic it will say: {content.interventions.length} interventions,{' '}
          {content.goals.length} goals, {content.measures.length} measures,{' '}
          {scheduleWords(content) || 'no frequency'}. Prescriptions that were signed stay as they are.
        </Text>
      </ConfirmDialog>
    </>
  );
}

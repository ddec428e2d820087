import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import type { PrescriptionDraftContent } from '#shared/prescriptions/model.ts';
import type { DraftAccess } from './draft-access.ts';
import { SaveTemplateDialog } from './SaveTemplateDialog.tsx';
import { TemplatePanel } from './TemplatePanel.tsx';
import { TextButton } from './TextButton.tsx';
import classes from './Template.module.css';

/** Starting points for the draft: put one in, take it back, keep the draft as one. */
export function DraftTools({ access }: { access: DraftAccess }) {
  const [opened, setOpened] = useState<'start' | 'keep'>();
  const [put, setPut] = useState<{
    title: string;
    before: PrescriptionDraftContent;
    after: PrescriptionDraftContent;
  }>();
  const close = () => setOpened(undefined);
  const isUntouched = put !== undefined && JSON.stringify(access.content) === JSON.stringify(put.after);
  return (
    <>
      <div className={classes.tools}>
        <Button size="compact-sm" variant="default" onClick={() => setOpened('start')}>
          Start from a template or earlier prescription
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          disabled={access.content.interventions.length === 0}
          onClick={() => setOpened('keep')}
        >
          Keep as template
        </Button>
      </div>
      {put === undefined ? null : (
        <Alert mx="md" mb="xs" py="xs" role="status" withCloseButton onClose={() => setPut(undefined)}>
          “{put.title}” is in the draft.{' '}
          <TextButton
            onClick={() => {
              access.change(put.before);
              setPut(undefined);
            }}
          >
            {isUntouched ? 'Take it back' : 'Take it back, with what was written since'}
          </TextButton>
        </Alert>
      )}
      {opened === 'start' ? (
        <TemplatePanel
          access={access}
          onClose={close}
          onApply={(content, title) => {
            setPut({ title, before: access.content, after: content });
            access.change(content);
            close();
          }}
        />
      ) : null}
      {opened === 'keep' ? <SaveTemplateDialog access={access} onClose={close} /> : null}
    </>
  );
}

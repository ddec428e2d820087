import { Alert, Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { PrescriptionDraftContent } from '#shared/prescriptions/model.ts';
import type { DraftAccess } from './draft-access.ts';
import { SaveTemplateDialog } from './SaveTemplateDialog.tsx';
import { TemplatePanel } from './TemplatePanel.tsx';
import { TextButton } from '#client/ui/TextButton.tsx';
import classes from './Template.module.css';

const route = getRouteApi('/shell/episodes/$episodeId/prescription');

/** Starting points for the draft: put one in, take it back, keep the draft as one. */
export function DraftTools({ access }: { access: DraftAccess }) {
  const { panel, template } = route.useSearch();
  const navigate = route.useNavigate();
  const [put, setPut] = useState<{
    title: string;
    before: PrescriptionDraftContent;
    after: PrescriptionDraftContent;
  }>();
  const show = (next: { panel?: 'templates' | 'keep'; template?: string }) =>
    void navigate({
      search: (old) => ({ ...old, panel: next.panel, template: next.template }),
      replace: next.panel === panel,
    });
  const close = () => show({});
  const isUntouched = put !== undefined && JSON.stringify(access.content) === JSON.stringify(put.after);
  return (
    <>
      <div className={classes.tools}>
        <Button size="compact-sm" variant="default" onClick={() => show({ panel: 'templates' })}>
          Start from a template or earlier prescription
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          disabled={access.content.interventions.length === 0}
          onClick={() => show({ panel: 'keep' })}
        >
          Keep as template
        </Button>
      </div>
      {put === undefined ? null : (
        <Alert mx="md" my="xs" py="xs" role="status" withCloseButton onClose={() => setPut(undefined)}>
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
      {panel === 'templates' ? (
        <TemplatePanel
          access={access}
          chosen={template}
          onChoose={(key) => show({ panel: 'templates', template: key })}
          onClose={close}
          onApply={(content, title) => {
            setPut({ title, before: access.content, after: content });
            access.change(content);
            close();
          }}
        />
      ) : null}
      {panel === 'keep' && access.content.interventions.length > 0 ? (
        <SaveTemplateDialog access={access} onClose={close} />
      ) : null}
    </>
  );
}

import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PrescriptionTemplate } from '#shared/prescriptions/template-contract.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { showNote } from '#client/ui/show-note.ts';
import type { DraftAccess } from './draft-access.ts';
import { ReplaceTemplate } from './ReplaceTemplate.tsx';
import { useChangeTemplate, useSaveTemplate } from './template-queries.ts';
import classes from './Template.module.css';

interface TemplateKeepingProps {
  template: PrescriptionTemplate;
  access: DraftAccess;
}

/** The clinic's hand on a template: take a shipped one over, rename, rewrite from this draft, retire, bring back. */
export function TemplateKeeping({ template, access }: TemplateKeepingProps) {
  const { templateId } = template;
  return (
    <div className={classes.keeping}>
      <h4 className={classes.groupTitle}>Keep this template</h4>
      {templateId === null ? (
        <TakeOver template={template} />
      ) : (
        <Own template={template} templateId={templateId} access={access} />
      )}
      <History template={template} />
    </div>
  );
}

function TakeOver({ template }: { template: PrescriptionTemplate }) {
  const save = useSaveTemplate();
  const { name, phase, bodyRegion, starterKey, content } = template;
  const keep = (retired: boolean, note: string) =>
    save.mutate(
      { name, phase, bodyRegion, starterKey, content, retired },
      { onSuccess: () => showNote(note) },
    );
  return (
    <>
      <ProblemAlert error={save.error} />
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="default"
          loading={save.isPending}
          onClick={() => keep(false, 'Confirmed: it is the clinic’s own now.')}
        >
          Confirm for the clinic
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          loading={save.isPending}
          onClick={() => keep(true, 'Retired: it is offered no more.')}
        >
          Retire
        </Button>
      </Group>
    </>
  );
}

interface OwnProps extends TemplateKeepingProps {
  templateId: NonNullable<PrescriptionTemplate['templateId']>;
}

function Own({ template, templateId, access }: OwnProps) {
  const change = useChangeTemplate();
  const [name, setName] = useState(template.name);
  const [phase, setPhase] = useState(template.phase ?? '');
  const act = (
    part: Omit<Parameters<typeof change.mutate>[0], 'templateId' | 'expectedVersion'>,
    note: string,
  ) =>
    change.mutate(
      { templateId, expectedVersion: template.version, ...part },
      { onSuccess: () => showNote(note) },
    );
  const isNamed = name.trim() !== template.name || phase.trim() !== (template.phase ?? '');
  return (
    <>
      <ProblemAlert error={change.error} />
      <Group gap="xs" align="end">
        <TextInput
          label="Name"
          size="xs"
          maxLength={120}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <TextInput
          label="Phase"
          size="xs"
          maxLength={80}
          value={phase}
          onChange={({ currentTarget }) => setPhase(currentTarget.value)}
        />
        <Button
          size="compact-sm"
          variant="default"
          disabled={!isNamed || name.trim() === ''}
          loading={change.isPending}
          onClick={() => act({ name, phase: phase.trim() || null }, 'Renamed.')}
        >
          Rename
        </Button>
      </Group>
      <Group gap="xs">
        <ReplaceTemplate template={{ ...template, templateId }} access={access} />
        <Button
          size="compact-sm"
          variant="default"
          loading={change.isPending}
          onClick={() =>
            act(
              { retired: !template.retired },
              template.retired ? 'Offered again.' : 'Retired: it is offered no more.',
            )
          }
        >
          {template.retired ? 'Bring back' : 'Retire'}
        </Button>
      </Group>
    </>
  );
}

function History({ template }: { template: PrescriptionTemplate }) {
  const { dateTime } = useClinicTime();
  if (template.history.length === 0) return null;
  return (
    <ul className={classes.history}>
      {template.history.map(({ versionNumber, did, name, by, at }) => (
        <li key={versionNumber}>
          Version {versionNumber}, {did} as “{name}” by {by}, {dateTime(at)}
        </li>
      ))}
    </ul>
  );
}

import { Textarea } from '@mantine/core';
import type { DraftAccess } from './draft-access.ts';
import { EditorSection } from './EditorSection.tsx';
import { FieldRow } from '#client/ui/FieldRow.tsx';

/** What has no field of its own: the home programme, and a word to the therapist. */
export function WordsSection({ access: { content, change, ...access } }: { access: DraftAccess }) {
  const field = (path: 'homeProgramme' | 'notes', label: string) => (
    <Textarea
      label={label}
      name={path}
      autosize
      minRows={2}
      maxRows={10}
      maxLength={2000}
      value={content[path] ?? ''}
      onChange={(event) => change({ [path]: event.currentTarget.value || null })}
    />
  );
  return (
    <EditorSection section="words" access={{ content, change, ...access }}>
      <FieldRow minWidth={18}>
        {field('homeProgramme', 'Home programme')}
        {field('notes', 'Notes for the therapist')}
      </FieldRow>
    </EditorSection>
  );
}

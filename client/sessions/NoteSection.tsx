import { Button, Text, Textarea } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { memo } from 'react';
import { NOTE_PARTS, type NotePart, type NoteText, type SessionContent } from '#shared/sessions/model.ts';
import { confirmText, editText, type SheetEdit } from './sheet-edits.ts';
import classes from './Sheet.module.css';

const PART: Record<NotePart, { label: string; hint: string }> = {
  subjective: { label: 'S: Subjective', hint: 'What the patient says' },
  objective: { label: 'O: Objective', hint: 'What was found, beyond the measures above' },
  assessment: { label: 'A: Assessment', hint: 'What it means for the goals' },
  plan: { label: 'P: Plan', hint: 'What comes next' },
};

type Edit = (change: SheetEdit) => void;

/** The note's four parts. */
export function NoteSection({ content, edit }: { content: SessionContent; edit: Edit }) {
  return (
    <div className={classes.soap}>
      {NOTE_PARTS.map((part) => (
        <PartField key={part} part={part} value={content[part]} edit={edit} />
      ))}
    </div>
  );
}

/** One part. Text carried from the last session is grey until it is touched or confirmed. */
const PartField = memo(function PartField({
  part,
  value: { text, carried },
  edit,
}: {
  part: NotePart;
  value: NoteText;
  edit: Edit;
}) {
  const isCarried = carried && text !== '';
  const { label, hint } = PART[part];
  return (
    <div data-carried={isCarried}>
      <Textarea
        label={label}
        name={`content.${part}`}
        placeholder={hint}
        autosize
        minRows={2}
        maxRows={10}
        value={text}
        aria-describedby={isCarried ? `${part}-carried` : undefined}
        onChange={(event) => edit(editText(part, event.currentTarget.value))}
      />
      {isCarried ? (
        <div className={classes.carriedLine}>
          <Text size="xs" c="dimmed" id={`${part}-carried`}>
            carried from the last session, not confirmed
          </Text>
          <span className={classes.pair}>
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconCheck size={12} aria-hidden />}
              aria-label={`Still right: ${label}`}
              onClick={() => edit(confirmText(part))}
            >
              Still right
            </Button>
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              aria-label={`Clear ${label}`}
              onClick={() => edit(editText(part, ''))}
            >
              Clear
            </Button>
          </span>
        </div>
      ) : null}
    </div>
  );
});

import { Button, Text, Textarea } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { NOTE_PARTS, type NotePart, type SessionContent } from '#shared/sessions/model.ts';
import { confirmText, editText, type SheetEdit } from './sheet-edits.ts';
import classes from './Sheet.module.css';

const PART: Record<NotePart, { label: string; hint: string }> = {
  subjective: { label: 'S: Subjective', hint: 'What the patient says' },
  objective: { label: 'O: Objective', hint: 'What was found, beyond the measures above' },
  assessment: { label: 'A: Assessment', hint: 'What it means for the goals' },
  plan: { label: 'P: Plan', hint: 'What comes next' },
};

/** The note's four parts. Text carried from the last session is grey until it is touched or confirmed. */
export function NoteSection({
  content,
  edit,
}: {
  content: SessionContent;
  edit: (change: SheetEdit) => void;
}) {
  return (
    <div className={classes.soap}>
      {NOTE_PARTS.map((part) => {
        const { text, carried } = content[part];
        const isCarried = carried && text !== '';
        return (
          <div key={part} data-carried={isCarried}>
            <Textarea
              label={PART[part].label}
              name={`content.${part}`}
              placeholder={PART[part].hint}
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
                    aria-label={`Still right: ${PART[part].label}`}
                    onClick={() => edit(confirmText(part))}
                  >
                    Still right
                  </Button>
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    color="gray"
                    aria-label={`Clear ${PART[part].label}`}
                    onClick={() => edit(editText(part, ''))}
                  >
                    Clear
                  </Button>
                </span>
              </div>
            ) : null}
          </div>
        );
      })}
    </div>
  );
}

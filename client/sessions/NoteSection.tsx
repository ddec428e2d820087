import { Button, Text, Textarea } from '@mantine/core';
import { IconCheck, IconRuler2 } from '@tabler/icons-react';
import { memo, useRef } from 'react';
import { NOTE_PARTS, type NotePart, type NoteText, type SessionContent } from '#shared/sessions/model.ts';
import { isUnread, sourceWords } from '#shared/sessions/provenance.ts';
import type { PastSession } from '#shared/sessions/sheet.ts';
import { AddendumList } from '#client/clinical/AddendumList.tsx';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { measuredWords } from './measured-words.ts';
import { confirmText, editText, type SheetEdit } from './sheet-edits.ts';
import type { OpenSheet } from './use-session-sheet.ts';
import classes from './NoteSection.module.css';

const PART: Record<NotePart, { label: string; hint: string }> = {
  subjective: { label: 'S: Subjective', hint: 'What the patient says' },
  objective: { label: 'O: Objective', hint: 'What was found, beyond the measures above' },
  assessment: { label: 'A: Assessment', hint: 'What it means for the goals' },
  plan: { label: 'P: Plan', hint: 'What comes next' },
};

type Edit = (change: SheetEdit) => void;

interface NoteSectionProps {
  sheet: OpenSheet;
  content: SessionContent;
  edit: Edit;
}

/** The note's four parts, how the patient took the session, and what went wrong if anything did. */
export function NoteSection({ sheet, content, edit }: NoteSectionProps) {
  const { time } = useClinicTime();
  const measured = measuredWords(content, time);
  return (
    <div className={classes.soap}>
      <LastAddenda last={sheet.history[0]} />
      {NOTE_PARTS.map((part) => (
        <PartField
          key={part}
          part={part}
          value={content[part]}
          last={sheet.history[0]?.[part] ?? null}
          measured={part === 'objective' ? measured : ''}
          edit={edit}
        />
      ))}
      <Textarea
        label="Response"
        name="content.response"
        placeholder="How the patient took the session"
        autosize
        minRows={1}
        maxRows={6}
        value={content.response ?? ''}
        onChange={({ currentTarget: { value } }) => edit((old) => ({ ...old, response: value }))}
      />
      <Textarea
        label="Adverse event"
        name="content.adverseEvent"
        placeholder="Leave empty if there was none. The physiatrist is told."
        autosize
        minRows={1}
        maxRows={6}
        value={content.adverseEvent ?? ''}
        onChange={({ currentTarget: { value } }) => edit((old) => ({ ...old, adverseEvent: value }))}
      />
    </div>
  );
}

/** What was added to the last note: its words are carried, so their correction stands above them. */
function LastAddenda({ last }: { last: PastSession | undefined }) {
  const { date } = useClinicTime();
  if (last === undefined || last.addenda.length === 0) return null;
  return (
    <section className={classes.lastAddenda} aria-label="Added to the last note">
      <Text size="sm" fw={600}>
        Added to the note of {date(last.sessionDate)} after it was signed
      </Text>
      <AddendumList addenda={last.addenda} />
    </section>
  );
}

interface PartFieldProps {
  part: NotePart;
  value: NoteText;
  /** The same part of the last session. */
  last: string | null;
  /** Today's numbers as a sentence, where they may be put in. */
  measured: string;
  edit: Edit;
}

/** A paste this long is somebody else's text. */
const PASTED_CHARACTERS = 40;

/** One part. Words of the last session are grey until their signer has said that they are still right, or changed them. */
const PartField = memo(function PartField({ part, value, last, measured, edit }: PartFieldProps) {
  const { staffMemberId } = useSession();
  const pasted = useRef(false);
  const isCarried = isUnread(value, last, staffMemberId);
  const { label, hint } = PART[part];
  const sourceOf = () => {
    if (pasted.current) return 'imported';
    return value.source === 'imported' || value.source === 'measured' ? value.source : 'typed';
  };
  return (
    <div data-carried={isCarried}>
      <Textarea
        label={label}
        name={`content.${part}`}
        placeholder={hint}
        autosize
        minRows={2}
        maxRows={10}
        value={value.text}
        aria-describedby={`${part}-source`}
        onPaste={(event) => {
          pasted.current = event.clipboardData.getData('text').length >= PASTED_CHARACTERS;
        }}
        onChange={({ currentTarget: { value: text } }) => {
          edit(editText(part, text, text === '' ? 'typed' : sourceOf()));
          pasted.current = false;
        }}
      />
      <div className={classes.carriedLine}>
        <Provenance part={part} value={value} isCarried={isCarried} />
        {isCarried ? (
          <span className={classes.pair}>
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconCheck size={12} aria-hidden />}
              aria-label={`Still right: ${label}`}
              onClick={() => edit(confirmText(part, staffMemberId))}
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
        ) : null}
        {measured === '' || value.text.includes(measured) ? null : (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconRuler2 size={12} aria-hidden />}
            onClick={() =>
              edit(
                editText(
                  part,
                  [isCarried ? '' : value.text, measured].filter((words) => words !== '').join(' '),
                  'measured',
                ),
              )
            }
          >
            Put in today’s numbers
          </Button>
        )}
      </div>
    </div>
  );
});

function Provenance({ part, value, isCarried }: { part: NotePart; value: NoteText; isCarried: boolean }) {
  const { date } = useClinicTime();
  const { source = 'typed', from = null } = value;
  const words =
    value.text === ''
      ? ''
      : source === 'typed' && !isCarried
        ? ''
        : `${sourceWords({ source: isCarried ? 'carried' : source, from }, date)}${isCarried ? ', not confirmed' : source === 'carried' ? ', confirmed by you' : ''}`;
  return (
    <Text size="xs" c="dimmed" id={`${part}-source`}>
      {words}
    </Text>
  );
}

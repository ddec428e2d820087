import { ActionIcon, Group, Select, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import type { HomeLimits } from '#shared/home-programme/check-exercise.ts';
import { hasOneSide, sideOf } from '#shared/home-programme/how-it-is-done.ts';
import { HomeDose } from '#shared/home-programme/model.ts';
import { Side } from '#shared/patients/model.ts';
import { DoseFields } from './DoseFields.tsx';
import { ExerciseFindings } from './ExerciseFindings.tsx';
import { ExercisePicture } from './ExercisePicture.tsx';
import type { TypedRow } from './programme-draft.ts';
import classes from './HomeProgramme.module.css';

interface EditorRowProps {
  row: TypedRow;
  place: number;
  count: number;
  limits: HomeLimits | undefined;
  /** Whether saving was tried: then what is missing is said. */
  isAsked: boolean;
  /** Whether the note is asked for in Spanish as well. */
  asksSpanish: boolean;
  onChange: (row: TypedRow) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

const SIDES = [
  { value: 'left', label: 'Left' },
  { value: 'right', label: 'Right' },
  { value: 'both', label: 'Both sides' },
];

/** One exercise of the programme that is being written. */
export function EditorRow(props: EditorRowProps) {
  const { row, place, limits, isAsked, asksSpanish, onChange } = props;
  const { content, side, note, noteEs } = row;
  const dose = HomeDose.safeParse(row.dose);
  return (
    <li className={classes.item}>
      <ExercisePicture code={content.picture} label="" small />
      <div className={classes.words}>
        <Group justify="space-between" wrap="nowrap">
          <Text fw={600}>
            {place + 1}. {content.name.en}
          </Text>
          <Acts {...props} />
        </Group>
        <DoseFields
          path={`exercises.${place}.dose`}
          of={content.name.en}
          dose={row.dose}
          onChange={(next) => onChange({ ...row, dose: next })}
        />
        <div className={classes.doses}>
          <Select
            label="Side"
            size="xs"
            w={136}
            clearable
            placeholder={hasOneSide(content) ? 'not sided' : 'both by nature'}
            disabled={!hasOneSide(content)}
            data={SIDES}
            value={sideOf({ content, side })}
            onChange={(value) => onChange({ ...row, side: Side.safeParse(value).data ?? null })}
          />
          <TextInput
            label="Note for the patient"
            name={`exercises.${place}.note`}
            size="xs"
            w={asksSpanish ? 300 : 360}
            maw="100%"
            value={note}
            onChange={(event) => onChange({ ...row, note: event.currentTarget.value })}
          />
          {asksSpanish ? (
            <TextInput
              label="The note in Spanish"
              name={`exercises.${place}.noteEs`}
              lang="es"
              size="xs"
              w={300}
              maw="100%"
              value={noteEs}
              onChange={(event) => onChange({ ...row, noteEs: event.currentTarget.value })}
            />
          ) : null}
        </div>
        {dose.success || !isAsked ? null : (
          <Text size="sm" role="alert" c="var(--tone-danger-text)">
            {dose.error.issues.map(({ message }) => message).join(' ')}
          </Text>
        )}
        <ExerciseFindings
          exercise={{ content, dose: dose.success ? dose.data : content.dose }}
          limits={limits}
        />
      </div>
    </li>
  );
}

function Acts({ row, place, count, onMove, onRemove }: EditorRowProps) {
  const name = row.content.name.en;
  return (
    <Group gap={2} wrap="nowrap">
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`Move ${name} up`}
        disabled={place === 0}
        onClick={() => onMove(-1)}
      >
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`Move ${name} down`}
        disabled={place === count - 1}
        onClick={() => onMove(1)}
      >
        <IconArrowDown size={16} />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label={`Remove ${name}`} onClick={onRemove}>
        <IconX size={16} />
      </ActionIcon>
    </Group>
  );
}

import { Button, CloseButton, Select, TextInput } from '@mantine/core';
import { getIntervention } from '#shared/prescriptions/interventions.ts';
import { isAssistant } from '#shared/platform/assistant.ts';
import { assistantMinutesOf } from '#shared/sessions/claim-modifiers.ts';
import type { GivenIntervention, SessionContent } from '#shared/sessions/model.ts';
import {
  counterpartsOf,
  PART_WORDS,
  PARTS_TAKEN,
  type PartTaken,
  type TookPart,
} from '#shared/sessions/took-part.ts';
import { useSession } from '#client/platform/session.ts';
import { NumberField } from '#client/ui/NumberField.tsx';
import { editRow, type SheetEdit } from './sheet-edits.ts';
import classes from './Sheet.module.css';

interface TookPartSectionProps {
  content: Pick<SessionContent, 'interventions' | 'tookPart'>;
  edit: (change: SheetEdit) => void;
}

const PART_OPTIONS = PARTS_TAKEN.map((value) => ({ value, label: PART_WORDS[value] }));
const MOST = 8;

/** Who else took part, as what, and what they did; and the minutes that an assistant, or an assistant's therapist, gave. */
export function TookPartSection({ content, edit }: TookPartSectionProps) {
  const { role } = useSession();
  const { interventions, tookPart = [] } = content;
  const counterparts = counterpartsOf(role);
  const change = (next: TookPart[]) => edit((old) => ({ ...old, tookPart: next }));
  const update = (index: number, part: Partial<TookPart>) =>
    change(tookPart.map((one, at) => (at === index ? { ...one, ...part } : one)));
  const isShared =
    tookPart.some((one) => counterparts.includes(one.as)) ||
    interventions.some((row) => row.assistantMinutes != null && row.assistantMinutes > 0);
  return (
    <div>
      {tookPart.map((one, index) => (
        <Person
          key={index}
          person={one}
          name={`content.tookPart.${index}`}
          onChange={(part) => update(index, part)}
          onRemove={() => edit(withoutPerson(index, counterparts))}
        />
      ))}
      {counterparts.length > 0 && isShared ? <SharedMinutes rows={interventions} edit={edit} /> : null}
      {tookPart.length >= MOST ? null : (
        <Button
          size="compact-xs"
          variant="default"
          name="content.tookPart"
          onClick={() => change([...tookPart, { name: '', as: counterparts[0] ?? 'aide', did: '' }])}
        >
          + Somebody else took part
        </Button>
      )}
    </div>
  );
}

/** Takes somebody off the list; with the last one who gave minutes, the minutes go too. */
const withoutPerson =
  (index: number, counterparts: readonly PartTaken[]): SheetEdit =>
  (content) => {
    const tookPart = (content.tookPart ?? []).filter((_, at) => at !== index);
    const isShared = tookPart.some((one) => counterparts.includes(one.as));
    const interventions = isShared
      ? content.interventions
      : content.interventions.map((row) =>
          row.assistantMinutes == null ? row : { ...row, assistantMinutes: null },
        );
    return { ...content, tookPart, interventions };
  };

interface PersonProps {
  person: TookPart;
  name: string;
  onChange: (part: Partial<TookPart>) => void;
  onRemove: () => void;
}

function Person({ person, name, onChange, onRemove }: PersonProps) {
  return (
    <div className={classes.times}>
      <TextInput
        size="xs"
        w={190}
        label="Who took part"
        name={`${name}.name`}
        placeholder="Name, credentials"
        maxLength={120}
        value={person.name}
        onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
      />
      <Select
        size="xs"
        w={170}
        label="As"
        name={`${name}.as`}
        allowDeselect={false}
        data={PART_OPTIONS}
        value={person.as}
        onChange={(as) => {
          const chosen = PARTS_TAKEN.find((one) => one === as);
          if (chosen !== undefined) onChange({ as: chosen });
        }}
      />
      <TextInput
        size="xs"
        w={300}
        label="What they did"
        name={`${name}.did`}
        maxLength={300}
        value={person.did}
        onChange={({ currentTarget }) => onChange({ did: currentTarget.value })}
      />
      <CloseButton size="sm" aria-label={`Remove ${person.name || 'this person'}`} onClick={onRemove} />
    </div>
  );
}

interface SharedMinutesProps {
  rows: readonly GivenIntervention[];
  edit: (change: SheetEdit) => void;
}

/** Minutes of each row that the other one of therapist and assistant gave. */
function SharedMinutes({ rows, edit }: SharedMinutesProps) {
  const { role } = useSession();
  const mine = isAssistant(role);
  return (
    <div className={classes.times}>
      {rows.map((row) => {
        const all = row.minutes ?? 0;
        const byAssistant = assistantMinutesOf(role, row);
        return (
          <NumberField
            key={row.code}
            size="xs"
            label={`${getIntervention(row.code)?.name ?? row.code}, by ${mine ? 'a therapist' : 'an assistant'}`}
            unit={`of ${all} min`}
            width={150}
            min={0}
            max={all}
            value={mine ? all - byAssistant : (row.assistantMinutes ?? null)}
            onChange={(minutes) =>
              edit(
                editRow(row.code, {
                  // Nothing by a therapist: all of it is the assistant's again, however long it becomes.
                  assistantMinutes: mine
                    ? (minutes ?? 0) === 0
                      ? null
                      : Math.max(0, all - (minutes ?? 0))
                    : minutes,
                }),
              )
            }
          />
        );
      })}
    </div>
  );
}

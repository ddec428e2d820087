import { Button, Checkbox, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import {
  HISTORY_TITLE_LABEL,
  INJURY_SETTING_LABEL,
  INJURY_SETTINGS,
  THERAPY_RESULT_LABEL,
  THERAPY_RESULTS,
} from '#shared/patients/history-fact.ts';
import {
  HISTORY_MEANING_LABEL,
  HISTORY_MEANING_WORDS,
  meaningsFor,
  meaningsInWords,
} from '#shared/patients/history-meaning.ts';
import { SIDES } from '#shared/patients/model.ts';
import { partialDateWords, readPartialDate } from '#shared/patients/partial-date.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import {
  asksEnd,
  asksSide,
  codedChoices,
  HISTORY_FORM_KINDS,
  isCoded,
  type HistoryFields,
} from './history-form.ts';

interface HistoryFactFieldsProps {
  value: HistoryFields;
  onChange: (part: Partial<HistoryFields>) => void;
  /** What the server said about a field. */
  errorOf: (path: string) => string | undefined;
  /** An entry of the history is put right: it does not become a coded condition. */
  withoutCoded?: boolean;
}

/** The fields of one history fact: what kind, what, when, and what belongs to its kind. */
export function HistoryFactFields(props: HistoryFactFieldsProps) {
  const { value, onChange, errorOf, withoutCoded = false } = props;
  const { kind } = value;
  const kinds = HISTORY_FORM_KINDS.filter((one) => !withoutCoded || !isCoded(one.value));
  return (
    <>
      <NativeSelect
        label="Kind"
        name="kind"
        data={kinds}
        value={kind}
        onChange={(event) => {
          const chosen = HISTORY_FORM_KINDS.find((one) => one.value === event.currentTarget.value);
          if (chosen !== undefined) onChange({ kind: chosen.value });
        }}
      />
      {kind === 'implant' || kind === 'pregnancy' ? (
        <NativeSelect
          label="Which"
          name="code"
          description="Kept as a coded condition: precautions follow from it."
          data={[
            { value: '', label: 'Choose…' },
            ...codedChoices(kind).map(({ code, display }) => ({
              value: code,
              label: `${display} (${code})`,
            })),
          ]}
          value={value.code}
          error={errorOf('code')}
          onChange={(event) => onChange({ code: event.currentTarget.value })}
        />
      ) : (
        <TextInput
          label={HISTORY_TITLE_LABEL[kind]}
          name="title"
          maxLength={200}
          value={value.title}
          error={errorOf('title')}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
      )}
      {asksSide(kind) ? (
        <ChoiceField
          label="Side (optional)"
          name="side"
          choices={SIDES.map((side) => ({ value: side, label: side }))}
          value={value.side}
          onChange={(side) => onChange({ side: value.side === side ? null : side })}
        />
      ) : null}
      <FieldRow minWidth={9}>
        <WhenField
          label={asksEnd(kind) || kind === 'work' || kind === 'social' ? 'Since' : 'When'}
          name="happenedOn"
          value={value.happenedOn}
          error={errorOf('happenedOn') ?? errorOf('onsetOn')}
          onChange={(happenedOn) => onChange({ happenedOn })}
        />
        {asksEnd(kind) ? (
          <WhenField
            label="Until (optional)"
            name="endedOn"
            value={value.endedOn}
            error={errorOf('endedOn')}
            onChange={(endedOn) => onChange({ endedOn })}
          />
        ) : null}
      </FieldRow>
      {kind === 'injury' ? <InjuryFields value={value} onChange={onChange} errorOf={errorOf} /> : null}
      {kind === 'prior-therapy' ? (
        <ChoiceField
          label="What it did"
          name="result"
          choices={THERAPY_RESULTS.map((one) => ({ value: one, label: THERAPY_RESULT_LABEL[one] }))}
          value={value.result}
          onChange={(result) => onChange({ result })}
        />
      ) : null}
      <MeaningFields value={value} onChange={onChange} errorOf={errorOf} />
      <Textarea
        label="Detail (optional)"
        name="detail"
        autosize
        minRows={2}
        maxLength={1000}
        value={value.detail}
        error={errorOf('detail')}
        onChange={(event) => onChange({ detail: event.currentTarget.value })}
      />
    </>
  );
}

/** What it leaves behind: ticked, not read from the words, because precautions follow from it. */
function MeaningFields({ value, onChange, errorOf }: HistoryFactFieldsProps) {
  const { kind, title, detail, bearsOn } = value;
  const choices = meaningsFor(kind);
  if (choices.length === 0) return null;
  const speaksFor = meaningsInWords(`${title} ${detail}`).filter(
    (meaning) => choices.includes(meaning) && !bearsOn.includes(meaning),
  );
  return (
    <Checkbox.Group
      label="What tests and therapy must know (optional)"
      description="Precautions and the questions before a test follow from what is ticked here."
      error={errorOf('bearsOn')}
      value={[...bearsOn]}
      onChange={(ticked) => onChange({ bearsOn: choices.filter((meaning) => ticked.includes(meaning)) })}
    >
      <Stack gap={6} mt={6}>
        {choices.map((meaning) => (
          <Checkbox key={meaning} size="sm" value={meaning} label={HISTORY_MEANING_LABEL[meaning]} />
        ))}
        {speaksFor.length === 0 ? null : (
          <Group gap="sm" role="status">
            <Text size="sm">
              The words speak for: {speaksFor.map((meaning) => HISTORY_MEANING_WORDS[meaning]).join(', ')}.
            </Text>
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => onChange({ bearsOn: [...bearsOn, ...speaksFor] })}
            >
              Tick {speaksFor.length === 1 ? 'it' : 'them'}
            </Button>
          </Group>
        )}
      </Stack>
    </Checkbox.Group>
  );
}

function InjuryFields({ value, onChange, errorOf }: HistoryFactFieldsProps) {
  return (
    <>
      <ChoiceField
        label="Where it happened"
        name="setting"
        choices={INJURY_SETTINGS.map((one) => ({ value: one, label: INJURY_SETTING_LABEL[one] }))}
        value={value.setting}
        onChange={(setting) => onChange({ setting })}
      />
      <TextInput
        label="Claim reference (optional)"
        name="claimReference"
        description="Of a workers’ compensation or accident claim."
        maxLength={80}
        value={value.claimReference}
        error={errorOf('claimReference')}
        onChange={(event) => onChange({ claimReference: event.currentTarget.value })}
      />
    </>
  );
}

interface WhenFieldProps {
  label: string;
  name: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** A date as precisely as it is known; says how it was read. */
function WhenField({ label, name, value, error, onChange }: WhenFieldProps) {
  const read = readPartialDate(value);
  return (
    <TextInput
      label={label}
      name={name}
      placeholder="2019, 5/2019, 14 May 2019"
      value={value}
      description={read === undefined ? 'A year is enough.' : partialDateWords(read)}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

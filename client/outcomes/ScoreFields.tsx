import { Select, Text, TextInput } from '@mantine/core';
import type { ScorePlace } from '#shared/outcomes/check-place.ts';
import type { StoredScore } from '#shared/outcomes/model.ts';
import { getMeasure, MEASURES, unitLabel, type OutcomeMeasure } from '#shared/outcomes/registry.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { NumberField } from '#client/ui/NumberField.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { ConfirmUnusual } from './ConfirmUnusual.tsx';
import { decimalsOf, judge, previousScore, type ScoreForm } from './score-form.ts';

interface ScoreFieldsProps {
  form: ScoreForm;
  scores: readonly StoredScore[];
  /** The episode: what is prescribed is offered first. */
  place: ScorePlace;
  /** The value that is being replaced: not its own predecessor, and its measure stays. */
  replaces?: string | undefined;
  errorOf: (path: string) => string | undefined;
  onChange: (part: Partial<ScoreForm>) => void;
}

/** Measure, side, value with its unit and range, day and condition; the earlier value is in sight. */
export function ScoreFields(props: ScoreFieldsProps) {
  const { form, scores, replaces, errorOf, onChange } = props;
  const { today } = useClinicTime();
  const measure = getMeasure(form.measureCode);
  const previous = previousScore(scores, form, replaces);
  const check = judge(form, previous, props.place);
  const refused = check?.kind === 'refuse' ? check : undefined;
  return (
    <>
      <FieldRow minWidth={13}>
        <Select
          label="Measure"
          name="measureCode"
          required
          searchable
          disabled={replaces !== undefined}
          data={choices(replaces === undefined ? props.place.prescribed.map((one) => one.measureCode) : [])}
          value={form.measureCode === '' ? null : form.measureCode}
          error={errorOf('scores.0.measureCode')}
          onChange={(code) =>
            onChange({ measureCode: code ?? '', side: null, value: null, confirmed: false })
          }
        />
        <PlainDateField
          label="Measured on"
          name="measuredOn"
          required
          max={today}
          value={form.measuredOn}
          error={
            errorOf('measuredOn') ??
            (form.measuredOn > today ? 'A score cannot be in the future.' : undefined)
          }
          onChange={(measuredOn) => onChange({ measuredOn })}
        />
      </FieldRow>
      {measure === undefined ? null : (
        <>
          {measure.sided ? (
            <ChoiceField
              label="Side"
              name="scores.0.side"
              required
              choices={[
                { value: 'left', label: 'Left' },
                { value: 'right', label: 'Right' },
              ]}
              value={form.side}
              onChange={(side) => onChange({ side, confirmed: false })}
            />
          ) : null}
          <FieldRow minWidth={13}>
            <NumberField
              label={measure.abbreviation}
              name="scores.0.value"
              unit={unitLabel(measure) || undefined}
              decimals={decimalsOf(measure)}
              required
              value={form.value}
              description={rangeWords(measure)}
              error={refused?.sentence ?? errorOf('scores.0.value')}
              onChange={(value) => onChange({ value, confirmed: false })}
            />
            <TextInput
              label="Condition"
              name="scores.0.condition"
              description="Walking aid, rater, recall window"
              maxLength={120}
              value={form.condition}
              onChange={(event) => onChange({ condition: event.currentTarget.value })}
            />
          </FieldRow>
          <Previous previous={previous} measure={measure} />
          {check?.kind === 'confirm' ? (
            <ConfirmUnusual
              name="scores.0.confirmed"
              sentence={check.sentence}
              confirmed={form.confirmed}
              onChange={(confirmed) => onChange({ confirmed })}
            />
          ) : null}
          <Text size="xs" c="dimmed">
            {measure.scoring}
          </Text>
        </>
      )}
    </>
  );
}

const rangeWords = (measure: OutcomeMeasure): string => {
  const { refuseBelow, refuseAbove, minExclusive } = measure.sanity;
  const better = measure.direction === 'lowerIsBetter' ? 'lower' : 'higher';
  return `${minExclusive ? 'more than ' : ''}${refuseBelow} to ${refuseAbove} in steps of ${measure.step}; ${better} is better`;
};

function Previous({ previous, measure }: { previous: StoredScore | undefined; measure: OutcomeMeasure }) {
  const { date, ago } = useClinicTime();
  const unit = unitLabel(measure);
  return (
    <Text size="sm">
      {previous === undefined
        ? 'No earlier value under this condition.'
        : `Before: ${previous.value}${unit === '' ? '' : ` ${unit}`} on ${date(previous.measuredOn)}, ${ago(previous.measuredOn)}`}
    </Text>
  );
}

const option = ({ code, abbreviation, name }: OutcomeMeasure) => ({
  value: code,
  label: abbreviation === name ? name : `${abbreviation}, ${name}`,
});

function choices(prescribed: readonly string[]) {
  const first = MEASURES.filter(({ code }) => prescribed.includes(code));
  const rest = MEASURES.filter(({ code }) => !prescribed.includes(code));
  return [
    ...(first.length === 0 ? [] : [{ group: 'Prescribed', items: first.map(option) }]),
    { group: 'All measures', items: rest.map(option) },
  ];
}

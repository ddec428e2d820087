import { Checkbox, Select, Text, TextInput } from '@mantine/core';
import { memo, useState } from 'react';
import { checkScore } from '#shared/outcomes/check-score.ts';
import type { ScoreEntry } from '#shared/outcomes/model.ts';
import {
  getMeasure,
  MEASURES,
  unitLabel,
  valueWithUnit,
  type OutcomeMeasure,
} from '#shared/outcomes/registry.ts';
import { seriesName } from '#shared/prescriptions/words.ts';
import type { SessionContent } from '#shared/sessions/model.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { NumberField } from '#client/ui/NumberField.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { editScore, previousOf, scoreOf, type SheetEdit } from './sheet-edits.ts';
import type { OpenSheet } from './use-session-sheet.ts';
import classes from './Sheet.module.css';

interface MeasuresSectionProps {
  sheet: OpenSheet;
  scores: SessionContent['scores'];
  edit: (change: SheetEdit) => void;
}

type Series = Pick<ScoreEntry, 'measureCode' | 'side'>;
const sameSeries = (a: Series, b: Series): boolean => a.measureCode === b.measureCode && a.side === b.side;

const CHOICES = MEASURES.flatMap(({ code, abbreviation, name, sided }) =>
  (sided ? (['left', 'right'] as const) : [null]).map((side) => ({
    value: `${code}|${side ?? ''}`,
    label: `${abbreviation}${side === null ? '' : ` ${side}`}, ${name}`,
  })),
);

/** Measures of today: those due first, then the other prescribed ones, then any that were added. */
export const MeasuresSection = memo(function MeasuresSection({ sheet, scores, edit }: MeasuresSectionProps) {
  const [added, setAdded] = useState<Series[]>([]);
  const due = sheet.due.toSorted((a, b) => Number(b.isDue) - Number(a.isDue));
  const extra = [...added, ...scores].filter(
    (series, at, all) =>
      !due.some((one) => sameSeries(one, series)) && all.findIndex((one) => sameSeries(one, series)) === at,
  );
  const add = (value: string | null) => {
    const [measureCode = '', side] = (value ?? '').split('|');
    if (measureCode === '') return;
    setAdded((old) => [...old, { measureCode, side: side === 'left' || side === 'right' ? side : null }]);
  };
  return (
    <div className={classes.measures}>
      {[...due, ...extra].map((series) => (
        <MeasureLine
          key={`${series.measureCode} ${series.side ?? ''}`}
          series={series}
          sheet={sheet}
          scores={scores}
          edit={edit}
        />
      ))}
      <Select
        size="xs"
        w={320}
        aria-label="Add a measure"
        placeholder="Add another measure"
        searchable
        value={null}
        data={CHOICES}
        onChange={add}
      />
    </div>
  );
});

function MeasureLine({ series, sheet, scores, edit }: MeasuresSectionProps & { series: Series }) {
  const { date } = useClinicTime();
  const measure = getMeasure(series.measureCode);
  if (measure === undefined) return null;
  const entry = scoreOf(scores, series);
  const index = entry === undefined ? -1 : scores.indexOf(entry);
  const due = sheet.due.find((one) => sameSeries(one, series));
  const known = sheet.latestScores.find((score) => sameSeries(score, series));
  const condition = entry?.condition ?? known?.condition ?? null;
  const previous = previousOf(sheet.latestScores, { ...series, condition });
  const check =
    entry === undefined
      ? undefined
      : checkScore(measure, { value: entry.value, side: entry.side, previous: previous?.value });
  const set = (change: Partial<ScoreEntry>) =>
    edit(editScore(series, { ...series, value: entry?.value ?? 0, condition, ...change }));
  const name = seriesName(series);
  return (
    <div className={classes.measure}>
      <Text size="sm" fw={600}>
        {name}{' '}
        {due?.isDue === true ? (
          <StatusBadge tone={due.daysOverdue > 0 ? 'warning' : 'info'} variant="plain">
            {dueWords(due.lastOn, due.daysOverdue)}
          </StatusBadge>
        ) : null}
      </Text>
      <NumberField
        size="xs"
        label={name}
        hideLabel
        name={index === -1 ? `score.${series.measureCode}` : `content.scores.${index}.value`}
        unit={unitLabel(measure) || undefined}
        decimals={decimalsOf(measure)}
        value={entry?.value ?? null}
        error={check?.kind === 'refuse' ? check.sentence : undefined}
        onChange={(value) =>
          value === null ? edit(editScore(series, undefined)) : set({ value, confirmed: undefined })
        }
      />
      <div className={classes.said}>
        <span>
          {previous === undefined
            ? 'no earlier value'
            : `last ${valueWithUnit(previous.value, measure)} on ${date(previous.measuredOn)}`}
          {`; ${measure.sanity.refuseBelow} to ${measure.sanity.refuseAbove}, ${measure.direction === 'lowerIsBetter' ? 'lower' : 'higher'} is better`}
        </span>
        {measure.reportedBy === 'patient' ? null : (
          <TextInput
            size="xs"
            w={150}
            aria-label={`${name}: condition`}
            placeholder="walking aid, rater"
            value={condition ?? ''}
            disabled={entry === undefined}
            onChange={(event) => set({ condition: event.currentTarget.value || null })}
          />
        )}
        {check?.kind === 'confirm' ? (
          <Checkbox
            size="xs"
            name={`content.scores.${index}.confirmed`}
            label={`${check.sentence.replace(' Confirm it.', '')} It is right.`}
            checked={entry?.confirmed === true}
            onChange={(event) => set({ confirmed: event.currentTarget.checked })}
          />
        ) : null}
      </div>
    </div>
  );
}

const decimalsOf = (measure: OutcomeMeasure): number => Math.max(0, Math.ceil(-Math.log10(measure.step)));

function dueWords(lastOn: string | null, daysOverdue: number): string {
  if (lastOn === null) return 'due: no value yet';
  return daysOverdue === 0 ? 'due today' : `due ${daysOverdue} d ago`;
}

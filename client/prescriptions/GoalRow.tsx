import { CloseButton, TextInput } from '@mantine/core';
import { getMeasure, unitLabel } from '#shared/outcomes/registry.ts';
import { rowKey } from '#shared/prescriptions/difference.ts';
import type { DraftGoal } from '#shared/prescriptions/model.ts';
import { seriesName } from '#shared/prescriptions/words.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { NumberField } from '#client/ui/NumberField.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { differenceOf, gapsOfRow, replaced, without, type DraftAccess } from './draft-access.ts';
import { DifferenceMark } from '#client/clinical/DifferenceMark.tsx';
import { MeasureSelect } from './MeasureSelect.tsx';
import { RowGaps } from './RowGaps.tsx';
import { SideSelect } from './SideSelect.tsx';
import { typedDate } from './typed-date.ts';
import classes from './Editor.module.css';

interface GoalRowProps {
  access: DraftAccess;
  goal: DraftGoal;
  index: number;
}

/** One goal: a measure, its target in the direction of better, a date, and what it means in life. */
export function GoalRow({ access, goal, index }: GoalRowProps) {
  const { content, change, page } = access;
  const measure = getMeasure(goal.measureCode);
  const name = seriesName(goal);
  const unit = measure === undefined ? '' : unitLabel(measure);
  const mark = differenceOf(access, 'goals', rowKey.series(goal));
  const update = (part: Partial<DraftGoal>) => change({ goals: replaced(content.goals, index, part) });
  return (
    <li className={`${classes.line} ${classes.goal}`} data-path={`goals.${index}`}>
      <span className={classes.series}>
        <MeasureSelect
          label={`Measure of goal ${index + 1}`}
          bodyRegion={page.header.bodyRegion}
          first={content.measures.map(({ measureCode }) => measureCode)}
          value={goal.measureCode}
          onChange={(measureCode) => update({ measureCode, side: null, target: null })}
        />
        <SideSelect
          label={`Side of goal ${index + 1}`}
          measureCode={goal.measureCode}
          value={goal.side}
          onChange={(side) => update({ side })}
        />
      </span>
      <span className={classes.target}>
        {measure?.direction === 'lowerIsBetter' ? 'at most' : 'at least'}
        <NumberField
          label={`Target of ${name}${unit === '' ? '' : ` (${unit})`}`}
          hideLabel
          size="xs"
          width={64}
          decimals={measure === undefined || Number.isInteger(measure.step) ? 0 : 2}
          value={goal.target}
          onChange={(target) => update({ target })}
        />
        {unit}
      </span>
      <PlainDateField
        label={`${name} by`}
        hideLabel
        size="xs"
        value={goal.targetOn ?? ''}
        onChange={(value) => update({ targetOn: typedDate(value) })}
      />
      <TextInput
        aria-label={`What ${name} means for the patient`}
        placeholder="Sits through a meeting of an hour"
        size="xs"
        maxLength={300}
        value={goal.description}
        onChange={(event) => update({ description: event.currentTarget.value })}
      />
      <CloseButton
        aria-label={`Remove the goal for ${name}`}
        onClick={() => change({ goals: without(content.goals, index) })}
      />
      <div className={`${classes.below} ${classes.source}`}>
        <Latest access={access} goal={goal} unit={unit} />
        {mark === undefined ? null : <DifferenceMark difference={mark} />}
      </div>
      <div className={classes.below}>
        <RowGaps gaps={gapsOfRow(access, 'goals', index)} />
      </div>
    </li>
  );
}

/** Where the patient is now on the goal's measure. */
function Latest({ access, goal, unit }: { access: DraftAccess; goal: DraftGoal; unit: string }) {
  const { date } = useClinicTime();
  const latest = access.page.latestScores.find(
    (score) => score.measureCode === goal.measureCode && score.side === goal.side,
  );
  const name = seriesName(goal);
  if (latest === undefined) return <span>{name} has not been measured in this episode</span>;
  return (
    <span>
      {name} now {[latest.value, unit].filter((part) => part !== '').join(' ')}, {date(latest.measuredOn)}
    </span>
  );
}

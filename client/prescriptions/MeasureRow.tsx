import { CloseButton, NativeSelect } from '@mantine/core';
import { getMeasure } from '#shared/outcomes/registry.ts';
import { rowKey } from '#shared/prescriptions/difference.ts';
import type { DraftMeasure } from '#shared/prescriptions/model.ts';
import { seriesName } from '#shared/prescriptions/words.ts';
import { NumberField } from '#client/ui/NumberField.tsx';
import { differenceOf, gapsOfRow, replaced, without, type DraftAccess } from './draft-access.ts';
import { DifferenceMark } from '#client/clinical/DifferenceMark.tsx';
import { RowGaps } from './RowGaps.tsx';
import { SideSelect } from './SideSelect.tsx';
import { ThresholdChoice } from './ThresholdChoice.tsx';
import classes from './Editor.module.css';

interface MeasureRowProps {
  access: DraftAccess;
  measure: DraftMeasure;
  index: number;
}

/** One measure of the plan: role, interval, and the published populations it is judged with. */
export function MeasureRow({ access, measure, index }: MeasureRowProps) {
  const { content, change, page } = access;
  const known = getMeasure(measure.measureCode);
  const name = seriesName(measure);
  const mark = differenceOf(access, 'measures', rowKey.series(measure));
  const clinic = page.thresholdChoices.find(({ measureCode }) => measureCode === measure.measureCode);
  const update = (part: Partial<DraftMeasure>) =>
    change({ measures: replaced(content.measures, index, part) });
  return (
    <li className={`${classes.line} ${classes.measure}`} data-path={`measures.${index}`}>
      <span className={classes.name}>
        {known?.abbreviation ?? measure.measureCode}
        <SideSelect
          label={`Side of ${name}`}
          measureCode={measure.measureCode}
          value={measure.side}
          onChange={(side) => update({ side })}
        />
        {mark === undefined ? null : <DifferenceMark difference={mark} />}
      </span>
      <NativeSelect
        aria-label={`Role of ${name}`}
        size="xs"
        data={['primary', 'secondary']}
        value={measure.role}
        onChange={(event) =>
          update({ role: event.currentTarget.value === 'primary' ? 'primary' : 'secondary' })
        }
      />
      <NumberField
        label={`${name} every`}
        hideLabel
        unit="days"
        size="xs"
        value={measure.everyDays}
        onChange={(everyDays) => update({ everyDays })}
      />
      <span className={classes.thresholds}>
        <ThresholdChoice
          name={name}
          kind="error"
          rows={known?.mdc ?? []}
          tag={measure.mdcTag}
          clinicTag={clinic?.mdcTag}
          onChange={(mdcTag) => update({ mdcTag })}
        />
        <ThresholdChoice
          name={name}
          kind="importance"
          rows={known?.mcid ?? []}
          tag={measure.mcidTag}
          clinicTag={clinic?.mcidTag}
          onChange={(mcidTag) => update({ mcidTag })}
        />
      </span>
      <CloseButton
        className={classes.remove}
        aria-label={`Remove ${name}`}
        onClick={() => change({ measures: without(content.measures, index) })}
      />
      <div className={classes.below}>
        <RowGaps gaps={gapsOfRow(access, 'measures', index)} />
      </div>
    </li>
  );
}

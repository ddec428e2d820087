import { daysBetween, shortDate } from '#shared/platform/time.ts';
import { writeNumber } from './measure-change-words.ts';
import { plotBottom, PLOT_RIGHT, PLOT_TOP } from './plot-frame.ts';
import { mcidValue, spreadLabels, valueAxis, type TrendProps } from './trend-model.ts';
import classes from './TrendChart.module.css';

const GAP = 13;

/** What the lines are, written at their right end, apart from each other; the latest value in bold. */
export function TrendLabels(props: TrendProps & { height: number }) {
  const { height, withDates = true } = props;
  const bottom = height - plotBottom(withDates);
  const inside = labelsOf(props, bottom).filter((label) => label.y >= PLOT_TOP - 1 && label.y <= bottom + 1);
  return (
    <div aria-hidden className={classes.labels} style={{ width: PLOT_RIGHT - 6 }}>
      {spreadLabels(inside, { gap: GAP, top: 6, bottom: height - 6 }).map((label) => (
        <span key={label.kind} data-kind={label.kind} style={{ top: label.y }}>
          {label.text}
        </span>
      ))}
    </div>
  );
}

const YEAR_UNSAID_DAYS = 300;

/** "7 Jan": of a goal in the months ahead the year is no question, and there is no room for it. */
function goalDay(on: string, asOf: string | undefined): string {
  const ahead = asOf === undefined ? undefined : daysBetween(asOf, on);
  const isNear = ahead !== undefined && ahead >= 0 && ahead < YEAR_UNSAID_DAYS;
  return shortDate(on, isNear ? on : asOf);
}

function labelsOf(props: TrendProps, bottom: number) {
  const { points, goal, direction, asOf } = props;
  const axis = valueAxis(props);
  const y = (value: number) => {
    const share = (value - axis.low) / (axis.high - axis.low || 1);
    return PLOT_TOP + (direction === 'lowerIsBetter' ? share : 1 - share) * (bottom - PLOT_TOP);
  };
  const last = points.findLast((point) => point.inError !== true);
  const important = mcidValue(props);
  const labels: { kind: string; text: string; y: number }[] = [];
  if (last !== undefined) labels.push({ kind: 'last', text: writeNumber(last.value), y: y(last.value) });
  if (goal != null)
    labels.push({
      kind: 'goal',
      text: `goal ${writeNumber(goal.value)}, ${goalDay(goal.date, asOf)}`,
      y: y(goal.value),
    });
  if (important !== undefined)
    labels.push({ kind: 'mcid', text: `MCID ${writeNumber(important)}`, y: y(important) });
  return labels;
}

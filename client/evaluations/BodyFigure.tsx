import { useId } from 'react';
import { areaLabel, type BodyMark, isSensory, markSentence } from '#shared/evaluations/body-chart.ts';
import { BODY_SHAPES, FIGURE_SIZE } from './body-shapes.ts';
import classes from './Exam.module.css';

interface BodyFigureProps {
  marks: readonly BodyMark[];
  /** A click on an area; nothing where the chart is only read. */
  onArea?: (area: string) => void;
}

const FAINTEST = 0.25;
const UNSAID = 5;

/** Front and back of a body with what hurts filled and what is numb hatched. The list beside it says the same. */
export function BodyFigure({ marks, onArea }: BodyFigureProps) {
  const hatch = useId();
  const said = marks.length === 0 ? 'nothing marked' : marks.map(markSentence).join('; ');
  return (
    <svg
      className={classes.figure}
      viewBox={`0 0 ${FIGURE_SIZE.width} ${FIGURE_SIZE.height}`}
      role="img"
      aria-label={`Body chart: ${said}`}
    >
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className={classes.hatch} x1="0" y1="0" x2="0" y2="5" />
        </pattern>
      </defs>
      {BODY_SHAPES.map(({ area, points }) => {
        const here = marks.filter((mark) => mark.area === area);
        const pain = here.filter(({ quality }) => !isSensory(quality));
        const worst = Math.max(...pain.map(({ intensity }) => intensity ?? UNSAID));
        return (
          <g key={area}>
            <polygon className={classes.area} points={points} onClick={() => onArea?.(area)}>
              <title>{areaLabel(area)}</title>
            </polygon>
            {pain.length === 0 ? null : (
              <polygon
                className={classes.pain}
                points={points}
                fillOpacity={FAINTEST + (worst / 10) * (0.9 - FAINTEST)}
              />
            )}
            {here.some(({ quality }) => isSensory(quality)) ? (
              <polygon className={classes.sensory} points={points} fill={`url(#${hatch})`} />
            ) : null}
          </g>
        );
      })}
      <text className={classes.caption} x="75" y="366" textAnchor="middle">
        front
      </text>
      <text className={classes.caption} x="225" y="366" textAnchor="middle">
        back
      </text>
      <text className={classes.caption} x="12" y="80">
        R
      </text>
      <text className={classes.caption} x="132" y="80">
        L
      </text>
      <text className={classes.caption} x="162" y="80">
        L
      </text>
      <text className={classes.caption} x="282" y="80">
        R
      </text>
    </svg>
  );
}

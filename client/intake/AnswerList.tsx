import type { AnswerLine } from './answer-words.ts';
import classes from './Intake.module.css';

/** What was asked beside what was answered. */
export function AnswerList({ lines }: { lines: readonly AnswerLine[] }) {
  return (
    <dl className={classes.pairs}>
      {lines.map(({ asked, answered }) => (
        <div key={asked} style={{ display: 'contents' }}>
          <dt>{asked}</dt>
          <dd>{answered === '' ? 'not told' : answered}</dd>
        </div>
      ))}
    </dl>
  );
}

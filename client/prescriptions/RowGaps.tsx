import { ToneIcon } from '#client/ui/ToneIcon.tsx';
import classes from './EditorSection.module.css';

/** What is missing or wrong in one row, below it. */
export function RowGaps({ gaps }: { gaps: readonly string[] }) {
  if (gaps.length === 0) return null;
  return (
    <ul className={classes.gaps}>
      {gaps.map((gap) => (
        <li key={gap}>
          <ToneIcon tone="watch" /> {gap}
        </li>
      ))}
    </ul>
  );
}

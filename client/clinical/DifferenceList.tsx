import type { Difference } from '#shared/prescriptions/difference.ts';
import { DifferenceMark } from './DifferenceMark.tsx';
import classes from './DifferenceList.module.css';

/** A difference as it is read: `path` and `row` only tell two of them apart. */
export type ReadDifference = Omit<Difference, 'path'> & { path: string };

interface DifferenceListProps {
  differences: readonly ReadDifference[];
  /** What is said when there is none. */
  none?: string;
  label: string;
}

/** Each difference on a line: its mark, what it is about, before and after. */
export function DifferenceList({ differences, none = 'No difference.', label }: DifferenceListProps) {
  if (differences.length === 0) return <p className={classes.nothing}>{none}</p>;
  return (
    <ul className={classes.differences} aria-label={label}>
      {differences.map((difference) => (
        <li key={`${difference.path} ${difference.row ?? ''} ${difference.kind}`}>
          <span className={classes.differenceMark}>
            <DifferenceMark difference={difference} />
          </span>
          <span>
            <strong>{difference.what}</strong>{' '}
            <BeforeAfter before={difference.before} after={difference.after} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function BeforeAfter({ before, after }: Pick<Difference, 'before' | 'after'>) {
  const was = before === null || before === '' ? undefined : before;
  const is = after === null || after === '' ? undefined : after;
  return (
    <>
      {was === undefined ? null : is === undefined ? <del>{was}</del> : <span>{was}</span>}
      {was !== undefined && is !== undefined ? <span aria-label="becomes"> → </span> : null}
      {is === undefined ? null : <ins>{is}</ins>}
    </>
  );
}

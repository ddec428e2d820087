import { Mark } from '@mantine/core';
import classes from './Chart.module.css';

interface FieldDifferenceProps {
  labels: Record<string, string>;
  /** Field values in words, by the names of `labels`. */
  shown: Record<string, string>;
  other: Record<string, string>;
}

/** One of two versions of a form, with what differs from the other marked. */
export function FieldDifference({ labels, shown, other }: FieldDifferenceProps) {
  return (
    <dl className={classes.pairs}>
      {Object.entries(labels).map(([field, label]) => (
        <div key={field} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>
            {shown[field] === other[field] ? wordsOf(shown[field]) : <Mark>{wordsOf(shown[field])}</Mark>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const wordsOf = (value: string | undefined): string =>
  value === undefined || value === '' ? 'blank' : value;

import type { ReactNode } from 'react';
import classes from './FieldRow.module.css';

interface FieldRowProps {
  children: ReactNode;
  /** Narrowest width of one field before the row wraps, in rem. */
  minWidth?: number;
}

/** Fields side by side, of one width, wrapping when there is no room. */
export function FieldRow({ children, minWidth = 11 }: FieldRowProps) {
  return (
    <div className={classes.row} style={{ '--field-width': `${minWidth}rem` }}>
      {children}
    </div>
  );
}

import type { ReactNode } from 'react';

interface FieldRowProps {
  children: ReactNode;
  /** Narrowest width of one field before the row wraps, in rem. */
  minWidth?: number;
}

/** Fields side by side, of one width, wrapping when there is no room. */
export function FieldRow({ children, minWidth = 11 }: FieldRowProps) {
  return (
    <div
      style={{
        display: 'grid',
        gridTemplateColumns: `repeat(auto-fit, minmax(min(${minWidth}rem, 100%), 1fr))`,
        alignItems: 'start',
        gap: '0.75rem',
      }}
    >
      {children}
    </div>
  );
}

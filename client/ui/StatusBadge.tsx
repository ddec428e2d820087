import type { ReactNode } from 'react';
import { toneColors, type Tone } from './tone.ts';
import { ToneIcon } from './ToneIcon.tsx';
import classes from './StatusBadge.module.css';

interface StatusBadgeProps {
  tone: Tone;
  /** The word: "Worsening", "No data". */
  children: ReactNode;
  /** A slice's own shape instead of the tone's (a Tabler icon of 14 px, decorative). */
  icon?: ReactNode;
  /** `filled` has a surface and an edge, `plain` is shape and word only: for dense rows. */
  variant?: 'filled' | 'plain';
}

/** A status: shape, word and colour together. */
export function StatusBadge({ tone, children, icon, variant = 'filled' }: StatusBadgeProps) {
  const { text, surface, edge } = toneColors(tone);
  const style =
    variant === 'filled' ? { color: text, background: surface, borderColor: edge } : { color: text };
  return (
    <span className={classes.badge} data-variant={variant} style={style}>
      {icon ?? <ToneIcon tone={tone} />}
      <span>{children}</span>
    </span>
  );
}

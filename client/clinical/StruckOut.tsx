import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { type EnteredInError, IN_ERROR_WORDS } from '#shared/corrections/entered-in-error.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import classes from './StruckOut.module.css';

type Mark = EnteredInError | null | undefined;

/** What was entered in error stays readable, struck through. */
export function StruckOut({ mark, children }: { mark: Mark; children: ReactNode }) {
  return mark == null ? <>{children}</> : <div className={classes.struck}>{children}</div>;
}

/** Who marked it, when and why. */
export function ErrorMark({ mark }: { mark: Mark }) {
  const { dateTime } = useClinicTime();
  if (mark == null) return null;
  return (
    <Text size="sm" c="dimmed" fw={400}>
      {IN_ERROR_WORDS.mark} {dateTime(mark.at)}
      {mark.by === null ? '' : `, ${mark.by}`}
      {mark.reason === '' ? '' : `: ${mark.reason}`}
    </Text>
  );
}

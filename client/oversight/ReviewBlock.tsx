import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Review.module.css';

/** A part of the review's columns under its own small heading. */
export function ReviewBlock({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <Title order={2} className={classes.small}>
        {title}
      </Title>
      {children}
    </div>
  );
}

import { Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import classes from './FormSection.module.css';

interface FormSectionProps {
  title: string;
  /** Why it is asked, or what counts. */
  description?: ReactNode;
  /** On the right of the heading: a button, a status. */
  actions?: ReactNode;
  children: ReactNode;
  /** Starts a new page when printed. */
  id?: string;
}

/** A named group of fields with a rule above it. */
export function FormSection({ title, description, actions, children, id }: FormSectionProps) {
  const headingId = useId();
  return (
    <section className={classes.section} aria-labelledby={headingId} id={id}>
      <div className={classes.heading}>
        <Title order={2} size="h3" id={headingId}>
          {title}
        </Title>
        {actions}
      </div>
      {description === undefined ? null : (
        <Text component="div" size="sm" c="dimmed">
          {description}
        </Text>
      )}
      <div className={classes.fields}>{children}</div>
    </section>
  );
}

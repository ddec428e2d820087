import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePageTitle } from '#client/platform/page-title.ts';
import classes from './PageHeader.module.css';

interface PageHeaderProps {
  /** The page's name: its heading and the browser tab. */
  title: string;
  /** One line under it: counts, the date, what is shown. */
  description?: ReactNode;
  /** Buttons and filters on the right. */
  actions?: ReactNode;
  /** A narrower name for the browser tab. */
  tabTitle?: string;
}

/** The top of a page. Its heading takes focus when the person arrives. */
export function PageHeader({ title, description, actions, tabTitle }: PageHeaderProps) {
  usePageTitle(tabTitle ?? title);
  return (
    <div className={classes.header}>
      <div>
        <Title order={1} tabIndex={-1}>
          {title}
        </Title>
        {description === undefined ? null : (
          <Text component="div" size="sm" c="dimmed">
            {description}
          </Text>
        )}
      </div>
      {actions === undefined ? null : (
        <Group gap="sm" data-no-print>
          {actions}
        </Group>
      )}
    </div>
  );
}

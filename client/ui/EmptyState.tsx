import { Stack, Text, Title } from '@mantine/core';
import { IconCircleDotted } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** What is not there, as a sentence: "Nobody waits for triage." */
  title: string;
  /** Why, and what would fill it. */
  children?: ReactNode;
  /** A way on: a button or a link. */
  action?: ReactNode;
  icon?: ReactNode;
  /** 1 when the whole page is empty; 2 unless told. */
  headingLevel?: 1 | 2 | 3;
}

/** A place that is empty on purpose. */
export function EmptyState({ title, children, action, icon, headingLevel = 2 }: EmptyStateProps) {
  return (
    <Stack align="center" gap="sm" py="xl" px="md" ta="center" c="dimmed">
      {icon ?? <IconCircleDotted size={28} aria-hidden />}
      <Title order={headingLevel} size="h3" c="var(--mantine-color-text)">
        {title}
      </Title>
      {children === undefined ? null : (
        <Text component="div" maw={520}>
          {children}
        </Text>
      )}
      {action}
    </Stack>
  );
}

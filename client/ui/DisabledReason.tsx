import { Group, Text } from '@mantine/core';
import { cloneElement, useId, type CSSProperties, type ReactElement } from 'react';

interface DisabledReasonProps {
  /** The policy's sentence; nothing when the button may be pressed. */
  reason?: string | undefined;
  /** One button. It stays reachable by keyboard so that its reason is found. */
  children: ReactElement<{
    'aria-disabled'?: boolean;
    'aria-describedby'?: string;
    'data-disabled'?: boolean;
    onClick?: unknown;
    style?: CSSProperties;
  }>;
}

/** A button that a policy refuses, with its reason in words beside it. */
export function DisabledReason({ reason, children }: DisabledReasonProps) {
  const id = useId();
  if (reason === undefined) return children;
  return (
    <Group gap="xs" wrap="nowrap">
      {cloneElement(children, {
        'aria-disabled': true,
        'aria-describedby': id,
        'data-disabled': true,
        style: { ...children.props.style, flexShrink: 0 },
        onClick: (event: Event) => event.preventDefault(),
      })}
      <Text id={id} size="sm" c="dimmed">
        {reason}
      </Text>
    </Group>
  );
}

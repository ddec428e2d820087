import { Button, Menu, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { Permission } from '#shared/platform/actor.ts';

export interface FactAct<Status extends string> {
  to: Status;
  /** "Resolve…" */
  label: string;
  permission: Permission;
}

interface FactMenuProps<Status extends string> {
  /** What the fact is called: names the button. */
  name: string;
  acts: readonly FactAct<Status>[];
  onChoose: (to: Status) => void;
}

/** What can be done with a listed fact. What the policy refuses stays in the list with its reason. */
export function FactMenu<Status extends string>({ name, acts, onChoose }: FactMenuProps<Status>) {
  if (acts.length === 0) return null;
  return (
    <Menu position="bottom-end" width={300} withinPortal>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={`Change ${name}`}
        >
          Change
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map(({ to, label, permission }) => (
          // A refused act stays readable: its reason is the point.
          <Menu.Item
            key={to}
            disabled={!permission.allowed}
            style={permission.allowed ? undefined : { opacity: 1, color: 'var(--mantine-color-dimmed)' }}
            onClick={() => onChoose(to)}
          >
            {label}
            {permission.allowed ? null : (
              <Text size="xs" c="dimmed">
                {permission.sentence}
              </Text>
            )}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

import { Menu, Text, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import {
  IconChevronDown,
  IconDeviceDesktop,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconPhoneCall,
  IconSun,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ROLE_LABEL } from '#shared/platform/actor.ts';
import { openShortcutSheet } from '#client/platform/shortcut-sheet.ts';
import { useSession } from '#client/platform/session.ts';
import { SignOutDialog } from './SignOutDialog.tsx';
import classes from './Shell.module.css';

const SCHEMES: readonly { value: MantineColorScheme; label: string; Icon: typeof IconSun }[] = [
  { value: 'light', label: 'Light', Icon: IconSun },
  { value: 'dark', label: 'Dark', Icon: IconMoon },
  { value: 'auto', label: 'As the device', Icon: IconDeviceDesktop },
];

/** Who is signed in and where, the colours, the keys, and the way out. */
export function UserMenu() {
  const { name, role, clinicName } = useSession();
  const [leaving, setLeaving] = useState(false);
  return (
    <>
      <Menu position="bottom-end" width={240} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <UnstyledButton className={classes.user}>
            <span>{name}</span>
            <IconChevronDown size={14} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            <Text fw={600} c="var(--mantine-color-text)">
              {name}
            </Text>
            <Text size="sm" fw={400}>
              {ROLE_LABEL[role]}, {clinicName}
            </Text>
          </Menu.Label>
          <Menu.Divider />
          <Colours />
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconPhoneCall size={16} aria-hidden />}
            renderRoot={(props) => <Link {...props} to="/on-call" search={{}} />}
          >
            On call and clinic hours
          </Menu.Item>
          <Menu.Item
            leftSection={<IconKeyboard size={16} aria-hidden />}
            rightSection="?"
            onClick={openShortcutSheet}
          >
            Keys
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => setLeaving(true)}>
            Sign out
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <SignOutDialog opened={leaving} onClose={() => setLeaving(false)} />
    </>
  );
}

function Colours() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>Colours</Menu.Label>
      <Menu.RadioGroup value={colorScheme}>
        {SCHEMES.map(({ value, label, Icon }) => (
          <Menu.RadioItem
            key={value}
            value={value}
            onChange={() => setColorScheme(value)}
            rightSection={<Icon size={16} aria-hidden />}
          >
            {label}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}

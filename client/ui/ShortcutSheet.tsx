import { Modal, Stack, Switch, Table, Text } from '@mantine/core';
import { closeShortcutSheet, openShortcutSheet, useShortcutSheet } from '#client/platform/shortcut-sheet.ts';
import {
  useShortcutGroups,
  useShortcuts,
  useSingleKeys,
  type ShortcutGroup,
} from '#client/platform/shortcuts.ts';
import { KeyHint } from './KeyHint.tsx';

/** Two parts of a page that name themselves alike are one list. */
function byTitle(groups: readonly ShortcutGroup[]): Pick<ShortcutGroup, 'title' | 'shortcuts'>[] {
  const titles = [...new Set(groups.map(({ title }) => title))];
  return titles.map((title) => ({
    title,
    shortcuts: groups.filter((group) => group.title === title).flatMap(({ shortcuts }) => shortcuts),
  }));
}

/** The `?` sheet: every key that acts on the page behind it, and a switch for single letters. */
export function ShortcutSheet() {
  const opened = useShortcutSheet();
  const groups = useShortcutGroups();
  const singleKeys = useSingleKeys();
  useShortcuts('Everywhere', [{ keys: '?', does: 'Show the keys', run: openShortcutSheet }]);
  return (
    <Modal
      opened={opened}
      onClose={closeShortcutSheet}
      title="Keys"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack gap="md">
        {byTitle(groups).map((group) => (
          <Table key={group.title} captionSide="top" aria-label={group.title}>
            <Table.Caption ta="left" fw={600} c="var(--mantine-color-text)">
              {group.title}
            </Table.Caption>
            <Table.Tbody>
              {group.shortcuts.map(({ keys, does }) => (
                <Table.Tr key={`${keys} ${does}`}>
                  <Table.Th scope="row" w={110}>
                    <KeyHint keys={keys} />
                  </Table.Th>
                  <Table.Td>{does}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        ))}
        <Switch
          label="Single letters act"
          description="Turn off when you dictate, or when letters act by mistake."
          checked={singleKeys.on}
          onChange={(event) => singleKeys.turn(event.currentTarget.checked)}
        />
        <Text size="sm" c="dimmed">
          Letters are ignored while you type.
        </Text>
      </Stack>
    </Modal>
  );
}

import { ActionIcon, Button, Group, Menu, TextInput } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { BoardFilter, type BoardFilter as Filter } from '#shared/oversight/contract.ts';
import { useSession } from '#client/platform/session.ts';
import { z } from 'zod';

const Views = z.array(z.object({ name: z.string(), filter: BoardFilter }));
type Views = z.infer<typeof Views>;

const NOTHING: Filter = {
  lane: undefined,
  state: undefined,
  therapistId: undefined,
  clinicId: undefined,
  diagnosis: undefined,
  sort: undefined,
};

function readViews(text: string | undefined): Views {
  try {
    return Views.parse(JSON.parse(text ?? '[]'));
  } catch {
    return [];
  }
}

/** Named filters of this person on this device; the filter itself is the URL, so a view can also be sent to a colleague. */
export function SavedViews({ filter, onOpen }: { filter: Filter; onOpen: (view: Filter) => void }) {
  const { staffMemberId } = useSession();
  const [views, setViews] = useLocalStorage<Views>({
    key: `tandem:board-views:${staffMemberId}`,
    defaultValue: [],
    deserialize: readViews,
    serialize: (value) => JSON.stringify(value),
  });
  const [name, setName] = useState('');
  const save = () => {
    if (name.trim() === '') return;
    setViews([...views.filter((view) => view.name !== name.trim()), { name: name.trim(), filter }]);
    setName('');
  };
  return (
    <Menu position="bottom-end" withinPortal closeOnItemClick trapFocus>
      <Menu.Target>
        <Button variant="default" size="sm" leftSection={<IconBookmark size={14} aria-hidden />} ml="auto">
          Views
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {views.length === 0 ? <Menu.Label>No saved view yet</Menu.Label> : null}
        {views.map((view) => (
          <Group key={view.name} gap={4} wrap="nowrap">
            <Menu.Item onClick={() => onOpen({ ...NOTHING, ...view.filter })}>{view.name}</Menu.Item>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Delete the view ${view.name}`}
              onClick={() => setViews(views.filter((other) => other !== view))}
            >
              <IconTrash size={14} />
            </ActionIcon>
          </Group>
        ))}
        <Menu.Divider />
        <Group gap={4} wrap="nowrap" p={4}>
          <TextInput
            size="xs"
            aria-label="Name for the present view"
            placeholder="Name this view"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            onKeyDown={(event) => {
              event.stopPropagation();
              if (event.key === 'Enter') save();
            }}
          />
          <Button size="xs" onClick={save} disabled={name.trim() === ''}>
            Keep
          </Button>
        </Group>
      </Menu.Dropdown>
    </Menu>
  );
}

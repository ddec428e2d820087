import { Button, Group, Modal, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './StaleVersionDialog.module.css';

interface StaleVersionDialogProps {
  opened: boolean;
  /** The other version is one's own, from another tab or device. */
  isOwn?: boolean;
  /** Who changed it and when: "Lindqvist, PT, 10:42". */
  changedBy?: ReactNode;
  /** What I have typed, and what is stored now, both readable. */
  mine: ReactNode;
  theirs: ReactNode;
  /** Write mine over theirs. */
  onKeepMine: () => void;
  /** Take theirs; mine is dropped. */
  onTakeTheirs: () => void;
  busy?: boolean;
}

/** Two people changed the same thing: both are shown, one is chosen, nothing is overwritten in silence. */
export function StaleVersionDialog(props: StaleVersionDialogProps) {
  const { opened, isOwn = false, changedBy, mine, theirs, onKeepMine, onTakeTheirs, busy = false } = props;
  return (
    <Modal
      opened={opened}
      onClose={() => {}}
      closeOnEscape={false}
      closeOnClickOutside={false}
      withCloseButton={false}
      title={isOwn ? 'You changed this in another tab' : 'Somebody else has changed this'}
      size="xl"
      classNames={{ title: classes.title }}
    >
      <Stack gap="md">
        <Text>
          {isOwn ? 'It was saved ' : changedBy === undefined ? 'It was changed' : 'Changed by '}
          {changedBy} while you were writing here. Look at both and choose; you can still edit afterwards.
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <section aria-labelledby="stale-mine" className={classes.side}>
            <Title order={3} id="stale-mine">
              {isOwn ? 'Typed here' : 'Mine'}
            </Title>
            {mine}
          </section>
          <section aria-labelledby="stale-theirs" className={classes.side}>
            <Title order={3} id="stale-theirs">
              Stored now
            </Title>
            {theirs}
          </section>
        </SimpleGrid>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onTakeTheirs} disabled={busy}>
            Take the stored one
          </Button>
          {/* Enter keeps what was typed; taking the other one is a choice of its own. */}
          <Button onClick={onKeepMine} loading={busy} data-autofocus>
            {isOwn ? 'Keep what is typed here' : 'Keep mine'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

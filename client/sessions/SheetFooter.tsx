import { Anchor, Button, Group, Popover, Text } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { isAssistant } from '#shared/platform/assistant.ts';
import type { ProblemIssue } from '#shared/platform/problem.ts';
import { useSession } from '#client/platform/session.ts';
import { useShortcuts } from '#client/platform/shortcuts.ts';
import type { SaveStatus } from '#client/platform/use-autosave.ts';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { KeyHint } from '#client/ui/KeyHint.tsx';
import { SaveState } from '#client/ui/SaveState.tsx';
import { goToField } from './obstacles.ts';
import type { OpenSheet } from './use-session-sheet.ts';
import classes from './Sheet.module.css';

interface SheetFooterProps {
  sheet: OpenSheet;
  missing: readonly ProblemIssue[];
  status: SaveStatus;
  onRetry: () => void;
  onRedFlag: () => void;
  onSign: () => void;
  busy: boolean;
  /** Why this person does not sign here. */
  refusal: string | undefined;
  /** The signature waits on this device. */
  queued: boolean;
  /** The way to start the sheet again. */
  discard: ReactNode;
}

/** Where the text is, the red flag, and the signature with what it still waits for. */
export function SheetFooter(props: SheetFooterProps) {
  const { missing, status, onSign, busy, refusal, queued } = props;
  const byAssistant = isAssistant(useSession().role);
  const [listed, setListed] = useState(false);
  const sign = () => {
    if (busy || queued || refusal !== undefined) return;
    if (missing.length > 0) setListed(true);
    else onSign();
  };
  useShortcuts('Session sheet', [{ keys: 'mod+Enter', does: 'Sign', run: sign }]);
  return (
    <div className={classes.bar} data-no-print>
      <Button
        variant="outline"
        color="red"
        leftSection={<IconFlag size={16} aria-hidden />}
        rightSection={<KeyHint keys="f" />}
        onClick={props.onRedFlag}
      >
        Red flag
      </Button>
      <SaveState status={status} onRetry={props.onRetry} />
      <Group gap="md">
        {props.discard}
        {byAssistant ? (
          <Text size="sm" c="dimmed">
            A physical therapist co-signs
          </Text>
        ) : null}
        <Text size="sm" c="dimmed">
          {queued
            ? 'Waiting for the network'
            : missing.length === 0
              ? 'Complete'
              : `${missing.length} ${missing.length === 1 ? 'thing' : 'things'} before signing`}
        </Text>
        {refusal === undefined ? (
          <Popover
            opened={listed && missing.length > 0}
            onClose={() => setListed(false)}
            position="top-end"
            width={440}
            trapFocus
          >
            <Popover.Target>
              <Button onClick={sign} loading={busy} disabled={queued}>
                Sign session
              </Button>
            </Popover.Target>
            <Popover.Dropdown>
              <MissingList missing={missing} onLeave={() => setListed(false)} />
            </Popover.Dropdown>
          </Popover>
        ) : (
          <DisabledReason reason={refusal}>
            <Button>Sign session</Button>
          </DisabledReason>
        )}
      </Group>
    </div>
  );
}

/** What signing still asks for; each leads to its field. */
function MissingList({ missing, onLeave }: { missing: readonly ProblemIssue[]; onLeave: () => void }) {
  return (
    <>
      <Text fw={600} mb={4}>
        Before signing
      </Text>
      <ul className={classes.missing}>
        {missing.map(({ path, message }, index) => (
          <li key={`${path} ${index}`}>
            {path === '' ? (
              message
            ) : (
              <Anchor
                component="button"
                type="button"
                size="sm"
                ta="left"
                onClick={() => {
                  onLeave();
                  goToField(path);
                }}
              >
                {message}
              </Anchor>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

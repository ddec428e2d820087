import { Button, Group } from '@mantine/core';
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
import { MissingList } from './MissingList.tsx';
import type { OpenSheet } from './use-session-sheet.ts';
import classes from './SheetFooter.module.css';

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
  const isListed = listed && missing.length > 0;
  return (
    <div className={classes.bar} data-no-print>
      {isListed ? <MissingList missing={missing} onLeave={() => setListed(false)} /> : null}
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
      <Group gap="md" wrap="nowrap">
        {props.discard}
        <div className={classes.standing}>
          {queued
            ? 'Waiting for the network'
            : missing.length === 0
              ? 'Complete'
              : `${missing.length} ${missing.length === 1 ? 'thing' : 'things'} before signing`}
          {byAssistant ? <div>A therapist co-signs</div> : null}
        </div>
        {refusal === undefined ? (
          <Button onClick={sign} loading={busy} disabled={queued}>
            Sign session
          </Button>
        ) : (
          <DisabledReason reason={refusal}>
            <Button>Sign session</Button>
          </DisabledReason>
        )}
      </Group>
    </div>
  );
}

import { Button } from '@mantine/core';
import type { Autosave } from '#client/platform/use-autosave.ts';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { KeyHint } from '#client/ui/KeyHint.tsx';
import { SaveState } from '#client/ui/SaveState.tsx';
import type { DraftAccess } from './draft-access.ts';
import { MissingBar } from './MissingBar.tsx';
import classes from './SigningBar.module.css';

interface SigningBarProps {
  access: DraftAccess;
  autosave: Autosave;
  onSign: () => void;
  onDiscard: () => void;
}

/** Always in sight: what is missing, whether it is saved, and the way to sign. */
export function SigningBar({ access, autosave, onSign, onDiscard }: SigningBarProps) {
  const { missing, previous } = access;
  const number = (previous?.versionNumber ?? 0) + 1;
  const count = missing.length;
  return (
    <div className={classes.bar}>
      <div className={classes.barLine}>
        <MissingBar missing={missing} content={access.content} />
        <span className={classes.barEnd}>
          <SaveState status={autosave.status} onRetry={() => void autosave.saveNow()} />
          <Button variant="default" onClick={onDiscard}>
            Discard draft
          </Button>
          <DisabledReason reason={count === 0 ? undefined : count === 1 ? '1 missing' : `${count} missing`}>
            <Button onClick={onSign} rightSection={<KeyHint keys="mod+Enter" />}>
              Sign version {number}
            </Button>
          </DisabledReason>
        </span>
      </div>
    </div>
  );
}

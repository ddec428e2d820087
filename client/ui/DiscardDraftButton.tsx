import { Button } from '@mantine/core';
import { useState, type ComponentProps } from 'react';
import { DiscardDraftDialog } from './DiscardDraftDialog.tsx';

interface DiscardDraftButtonProps extends Pick<
  ComponentProps<typeof DiscardDraftDialog>,
  'stays' | 'busy' | 'error'
> {
  /** Throws it away; `close` takes the question off the screen where the page stays. */
  onDiscard: (close: () => void) => void;
}

/** The way out of a draft: the button and its question. */
export function DiscardDraftButton({ onDiscard, ...question }: DiscardDraftButtonProps) {
  const [isAsking, setAsking] = useState(false);
  const close = () => setAsking(false);
  return (
    <>
      <Button variant="subtle" color="gray" onClick={() => setAsking(true)}>
        Discard draft…
      </Button>
      {isAsking ? (
        <DiscardDraftDialog {...question} onDiscard={() => onDiscard(close)} onClose={close} />
      ) : null}
    </>
  );
}

import { Button } from '@mantine/core';
import { IN_ERROR_WORDS } from '#shared/corrections/entered-in-error.ts';

interface MarkInErrorButtonProps {
  /** What it is about, where one row holds several acts. */
  about?: string;
  onAsk: () => void;
}

/** The quiet act of a row that takes it back; it opens the dialog that asks why. */
export function MarkInErrorButton({ about, onAsk }: MarkInErrorButtonProps) {
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      c="dimmed"
      fw={400}
      color="gray"
      data-no-print
      {...(about === undefined ? {} : { 'aria-label': `${about}: ${IN_ERROR_WORDS.act}` })}
      onClick={onAsk}
    >
      {IN_ERROR_WORDS.act}
    </Button>
  );
}

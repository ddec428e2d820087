import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';

interface DraftTextareaProps {
  label: string;
  /** Its place in the content, e.g. `history.present`; issues lead here by it. */
  path: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  description?: ReactNode;
  minRows?: number;
  required?: boolean;
}

/** A text of the evaluation that grows with what is written. */
export function DraftTextarea({ path, onChange, minRows = 2, ...field }: DraftTextareaProps) {
  return (
    <Textarea
      {...field}
      name={`content.${path}`}
      autosize
      minRows={minRows}
      maxRows={16}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

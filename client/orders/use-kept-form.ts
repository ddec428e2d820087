import { useState } from 'react';
import type { z } from 'zod';
import { useStoredDraft } from '#client/platform/stored-draft.ts';

/** What is typed into a small form: kept on this device until it has been sent. */
export function useKeptForm<Value extends object>(
  key: string,
  schema: z.ZodType<Value>,
  empty: NoInfer<Value>,
) {
  const kept = useStoredDraft(key, schema);
  const [value, setValue] = useState<Value>(kept.stored?.value ?? empty);
  return {
    value,
    isTouched: JSON.stringify(value) !== JSON.stringify(empty),
    set: (part: Partial<Value>) => {
      const next = { ...value, ...part };
      setValue(next);
      kept.keep(next);
    },
    /** It has been sent: the next form starts empty. */
    sent: () => {
      kept.clear();
      setValue(empty);
    },
  };
}

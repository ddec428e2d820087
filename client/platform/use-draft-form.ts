import { useState } from 'react';
import type { z } from 'zod';
import { useStoredDraft } from './stored-draft.ts';

export interface DraftForm<Value> {
  value: Value;
  /** Takes some fields and keeps all of them on this device. */
  change: (part: Partial<Value>) => void;
  /** Forgets what was kept: the server has it, or the person threw it away. */
  clear: () => void;
  /** True while this device holds text that the server does not have. */
  hasDraft: boolean;
}

/** The fields of a form that survive a closed panel, a closed tab and a lost network. Start it again by remounting. */
export function useDraftForm<Value extends object>(
  key: string,
  schema: z.ZodType<Value>,
  initial: Value,
): DraftForm<Value> {
  const draft = useStoredDraft(key, schema);
  const [value, setValue] = useState(draft.stored?.value ?? initial);
  const [hasDraft, setHasDraft] = useState(draft.stored !== undefined);
  return {
    value,
    hasDraft,
    change(part) {
      const next = { ...value, ...part };
      setValue(next);
      setHasDraft(true);
      draft.keep(next);
    },
    clear() {
      setHasDraft(false);
      draft.clear();
    },
  };
}

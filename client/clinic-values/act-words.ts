import type { ValueAct } from '#shared/clinic-values/contract.ts';

/** What was done, before "by whom". */
export const ACT_WORDS: Record<ValueAct['act'], string> = {
  changed: 'Set',
  restored: 'Back to the default',
  confirmed: 'Confirmed as it is',
};

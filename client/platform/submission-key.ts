import { useCallback, useState } from 'react';
import { newKey } from './new-key.ts';

/**
 * One idempotency key per form: a double click, a retry after a lost answer and a repeat after signing in again are
 * the same submission. Call `renew()` on success, so that the next submission of the same form is a new one.
 */
export function useSubmissionKey(): { key: string; renew: () => void } {
  const [key, setKey] = useState(newKey);
  const renew = useCallback(() => setKey(newKey()), []);
  return { key, renew };
}

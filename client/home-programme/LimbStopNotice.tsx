import { Alert } from '@mantine/core';
import { flagWords } from '#shared/sessions/flag-words.ts';

/** What the patient does at home with a leg that nobody may treat. */
export const LimbStopNotice = () => (
  <Alert color="red" role="alert" mb="sm" title={`Treatment of a leg is stopped: ${flagWords('RF-DVT')}`}>
    Tell the patient to leave out every exercise of that leg at home until a physiatrist has cleared it.
  </Alert>
);

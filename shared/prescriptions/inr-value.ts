import { z } from 'zod';

const RANGE = { error: 'Enter a value from 0.5 to 20.' };

/** What an INR may be, wherever it is entered: refuses slips of the pen only. */
export const InrValue = z.number(RANGE).min(0.5, RANGE).max(20, RANGE);

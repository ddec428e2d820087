import type { PayerProfile } from '#shared/patients/model.ts';

/** Group therapy: one untimed unit a date, 2 or more patients (rules.md 2.1). */
export const GROUP_CODE = '97150';
/** Fewer than this are no group (rules.md 2.1). */
export const SMALLEST_GROUP = 2;

/** Codes that Medicare wants under another name (rules.md 2.1, S13): unattended electrical stimulation. */
const MEDICARE_NAME: Readonly<Record<string, string>> = { '97014': 'G0283' };
/** What Medicare pays together with other services: no unit of its own (rules.md 2.1, S13). */
const MEDICARE_BUNDLED: readonly string[] = ['97010'];

/** The code under which a payer wants a service claimed. */
export const claimCode = (code: string, payer: PayerProfile): string =>
  payer === 'medicare_part_b' ? (MEDICARE_NAME[code] ?? code) : code;

/** Whether a payer pays a code within others: its minutes are treatment, and it is no line of its own. */
export const isBundled = (code: string, payer: PayerProfile): boolean =>
  payer === 'medicare_part_b' && MEDICARE_BUNDLED.includes(code);

import { z } from 'zod';

/**
 * The values that a clinic has set differently from Tandem's defaults, by key (`rc1.lowAttendance`). Stored on the clinic's row,
 * so whoever reads a clinic reads them too. What a key means is in the registry; the rules need only this file.
 */
export const ClinicOverrides = z.record(z.string(), z.union([z.number(), z.string()]));
export type ClinicOverrides = z.infer<typeof ClinicOverrides>;

/**
 * A group of values as they hold in a clinic: its own value where it has set one, else the default. A stored value of another
 * kind than the default's counts as none.
 */
export function inForce<Values extends Readonly<Record<string, number | string>>>(
  group: string,
  defaults: Values,
  overrides: ClinicOverrides,
): Values {
  const own = Object.entries(defaults).flatMap(([name, value]) => {
    const set = overrides[`${group}.${name}`];
    return set !== undefined && typeof set === typeof value ? [[name, set] as const] : [];
  });
  return own.length === 0 ? defaults : { ...defaults, ...Object.fromEntries(own) };
}

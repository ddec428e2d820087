import type { ClinicValue, ValueSection } from './model.ts';
import { ACCESS_SECTIONS } from './sections/access.ts';
import { ALERT_SECTIONS } from './sections/alerts.ts';
import { DOCUMENTATION_SECTIONS } from './sections/documentation.ts';
import { PROCEDURE_SECTIONS } from './sections/procedures.ts';
import { RESPONSE_SECTIONS } from './sections/response.ts';
import { SAFETY_SECTIONS } from './sections/safety.ts';

/**
 * Every value of rules.md tagged [M] or [P] that a clinic may set, section by section. Published thresholds and rules seen in
 * their source ([S]) are not here: the former are chosen by population, the latter are not the clinic's to change.
 */
export const VALUE_SECTIONS: readonly ValueSection[] = [
  ...RESPONSE_SECTIONS,
  ...SAFETY_SECTIONS,
  ...ALERT_SECTIONS,
  ...PROCEDURE_SECTIONS,
  ...DOCUMENTATION_SECTIONS,
  ...ACCESS_SECTIONS,
];

const BY_KEY = new Map(
  VALUE_SECTIONS.flatMap((section) =>
    section.values.map((about) => [about.key, { about, section }] as const),
  ),
);

/** A value with the section it stands in; nothing for a key that the registry does not know. */
export const getClinicValue = (key: string): { about: ClinicValue; section: ValueSection } | undefined =>
  BY_KEY.get(key);

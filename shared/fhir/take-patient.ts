import type { Identifier, Patient } from './r4.ts';
import { codeOf, textOf, writtenDate } from './read-values.ts';
import type { ImportedPatient } from './model.ts';

/** Identity documents that therapy has no use for. */
const NOT_KEPT = new Set(['SS', 'DL', 'PPN']);

/** What is kept of the patient's identity, or what is missing in it. */
export function takePatient(
  patient: Patient,
  fullUrl: string | undefined,
): { patient: Omit<ImportedPatient, 'sourceId'> } | { path: string; message: string } {
  const identifiers = identifiersOf(patient, fullUrl);
  if (identifiers.length === 0) {
    return { path: 'identifier', message: 'needs a system and a value, so that the import can be repeated' };
  }
  const name = nameOf(patient);
  if (name.familyName === '') return { path: 'name', message: 'needs a family name' };
  return {
    patient: {
      ...name,
      identifiers,
      mrn: patient.identifier?.find((one) => typeOf(one) === 'MR')?.value,
      birthDate: patient.birthDate,
      sex: patient.gender,
      phone: patient.telecom?.find((one) => one.system === 'phone')?.value,
      email: patient.telecom?.find((one) => one.system === 'email')?.value,
      address: addressOf(patient),
      language: languageOf(patient),
      deceasedOn: writtenDate(patient.deceasedDateTime),
    },
  };
}

const typeOf = ({ type }: Identifier): string | undefined => type?.coding?.find((one) => one.code)?.code;

function identifiersOf(patient: Patient, fullUrl: string | undefined): { system: string; value: string }[] {
  const given = (patient.identifier ?? []).flatMap((one) =>
    one.system !== undefined && one.value !== undefined && !NOT_KEPT.has(typeOf(one) ?? '')
      ? [{ system: one.system, value: one.value, isRecordNumber: typeOf(one) === 'MR' }]
      : [],
  );
  const sorted = [
    ...given.filter((one) => one.isRecordNumber),
    ...given.filter((one) => !one.isRecordNumber),
  ].map(({ system, value }) => ({ system, value }));
  if (sorted.length > 0 || fullUrl === undefined || !/^(urn:|https?:)/.test(fullUrl)) return sorted;
  return [{ system: 'urn:ietf:rfc:3986', value: fullUrl }];
}

function nameOf({ name }: Patient): { familyName: string; givenName: string } {
  const chosen =
    name.find((one) => one.use === 'official') ?? name.find((one) => one.use === 'usual') ?? name[0];
  if (chosen?.family !== undefined) {
    return { familyName: chosen.family.trim(), givenName: (chosen.given ?? []).join(' ').trim() };
  }
  const words = (chosen?.text ?? '').trim().split(/\s+/);
  return { familyName: words.at(-1) ?? '', givenName: words.slice(0, -1).join(' ') };
}

function addressOf({ address }: Patient): string | undefined {
  const [first] = address ?? [];
  if (first === undefined) return undefined;
  const place = [first.state, first.postalCode].filter((part) => part !== undefined).join(' ');
  const parts = [...(first.line ?? []), first.city, place, first.country].filter((part) => part);
  return first.text ?? (parts.length > 0 ? parts.join(', ') : undefined);
}

function languageOf({ communication }: Patient): string | undefined {
  const language = communication?.[0]?.language;
  return language && (textOf(language) ?? codeOf(language)?.code);
}

import type { z } from 'zod';
import type { BundleReading, ImportedPatient, ImportIssue, Skipped, TakenResource } from './model.ts';
import * as r4 from './r4.ts';
import {
  type Take,
  takeAllergy,
  takeCondition,
  takeEncounter,
  takeMedication,
  takeProcedure,
} from './take-clinical.ts';
import { takeObservation } from './take-observation.ts';
import { takePatient } from './take-patient.ts';

/** Why types that Tandem knows of are left out; any other type has no place here. */
const LEFT_OUT: Record<string, string> = {
  Claim: 'billing is not kept here',
  ExplanationOfBenefit: 'billing is not kept here',
  Coverage: 'billing is not kept here',
  Immunization: 'not used in rehabilitation',
  DiagnosticReport: 'its observations are taken one by one',
  CarePlan: 'plans are written here, not taken over',
  Goal: 'goals are set here, in the prescription',
  CareTeam: 'teams are assigned here',
  Organization: 'sites are kept by administrators',
  Practitioner: 'staff are kept by administrators',
  PractitionerRole: 'staff are kept by administrators',
  Location: 'sites are kept by administrators',
  Medication: 'taken with the order that names it',
  Provenance: 'the import keeps its own record',
};

type Entry = r4.Bundle['entry'][number];

interface Reading {
  timeZone: string;
  bundle: r4.Bundle;
  issues: ImportIssue[];
}

/** Reads a FHIR R4 bundle about one patient: all that will be stored, or every reason why nothing is. */
export function readBundle(json: unknown, timeZone: string): BundleReading {
  const envelope = r4.Bundle.safeParse(json);
  if (!envelope.success) return { kind: 'refused', issues: issuesOf(envelope.error, []) };
  const reading: Reading = { timeZone, bundle: envelope.data, issues: [] };
  const patient = readPatient(reading);
  const taken: TakenResource[] = [];
  const skipped: Skipped[] = [];
  for (const [index, entry] of reading.bundle.entry.entries()) {
    const { resourceType } = entry.resource;
    if (resourceType === 'Patient') continue;
    const take = readEntry(reading, entry, index);
    if (take === undefined) continue;
    if ('skip' in take) skipped.push({ resourceType, reason: take.skip });
    else taken.push({ resourceType, sourceId: sourceIdOf(entry, index, patient), rows: take.rows });
  }
  refuseTwins(reading, taken);
  if (patient === undefined || reading.issues.length > 0) return { kind: 'refused', issues: reading.issues };
  return { kind: 'readable', bundle: { patient, taken, skipped } };
}

function readPatient({ bundle, issues }: Reading): ImportedPatient | undefined {
  const found = [...bundle.entry.entries()].filter(([, entry]) => entry.resource.resourceType === 'Patient');
  const [first, second] = found;
  if (first === undefined) issues.push({ place: 'entry', message: 'holds no Patient' });
  if (second !== undefined) {
    issues.push({
      place: `entry[${second[0]}].resource`,
      message: 'is a second Patient; a bundle is about one. Split it and import each part',
    });
  }
  if (first === undefined || second !== undefined) return undefined;
  const [index, entry] = first;
  const parsed = parse(r4.Patient, entry, index, issues);
  if (parsed === undefined) return undefined;
  const taken = takePatient(parsed, entry.fullUrl);
  if ('message' in taken) {
    issues.push({ place: `entry[${index}].resource.${taken.path}`, message: taken.message });
    return undefined;
  }
  const [{ system, value }] = taken.patient.identifiers as [{ system: string; value: string }];
  return { ...taken.patient, sourceId: `${system}|${value}` };
}

function readEntry(reading: Reading, entry: Entry, index: number): Take | undefined {
  const { timeZone, issues } = reading;
  const read = <S extends z.ZodType<About>>(schema: S, take: (resource: z.output<S>) => Take) => {
    const resource = parse(schema, entry, index, issues);
    return resource === undefined || !isAboutThePatient(reading, resource, index)
      ? undefined
      : take(resource);
  };
  switch (entry.resource.resourceType) {
    case 'Condition':
      return read(r4.Condition, takeCondition);
    case 'AllergyIntolerance':
      return read(r4.AllergyIntolerance, takeAllergy);
    case 'MedicationRequest':
      return read(r4.MedicationRequest, (one) => takeMedication(one, medicationIn(reading)));
    case 'MedicationStatement':
      return read(r4.MedicationStatement, (one) => takeMedication(one, medicationIn(reading)));
    case 'Encounter':
      return read(r4.Encounter, (one) => takeEncounter(one, timeZone));
    case 'Procedure':
      return read(r4.Procedure, takeProcedure);
    case 'Observation':
      return read(r4.Observation, (one) => takeObservation(one, timeZone));
    default:
      return { skip: LEFT_OUT[entry.resource.resourceType] ?? 'no place for this type here' };
  }
}

type About = { subject?: r4.Reference; patient?: r4.Reference };

/** A resource about somebody else must not land in this patient's record. */
function isAboutThePatient({ bundle, issues }: Reading, resource: About, index: number): boolean {
  const field = resource.subject === undefined ? 'patient' : 'subject';
  const reference = (resource.subject ?? resource.patient)?.reference;
  const patient = bundle.entry.find((entry) => entry.resource.resourceType === 'Patient');
  if (patient === undefined) return true;
  const names = [patient.fullUrl, `Patient/${String(patient.resource['id'])}`];
  if (reference !== undefined && names.includes(reference)) return true;
  issues.push({
    place: `entry[${index}].resource.${field}.reference`,
    message: reference === undefined ? 'is needed' : 'is not the patient of this bundle',
  });
  return false;
}

const medicationIn =
  ({ bundle }: Reading) =>
  (reference: string) => {
    const found = bundle.entry.find(
      ({ fullUrl, resource }) =>
        resource.resourceType === 'Medication' &&
        (fullUrl === reference || `Medication/${String(resource['id'])}` === reference),
    );
    return r4.CodeableConcept.safeParse(found?.resource['code']).data;
  };

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What makes the resource the same one next time. An id that is unique only at its source is told apart by the patient's. */
function sourceIdOf(entry: Entry, index: number, patient: ImportedPatient | undefined): string {
  const id = entry.resource['id'];
  if (typeof id === 'string' && UUID.test(id)) return id;
  const scope = patient?.sourceId ?? '';
  if (typeof id === 'string') return `${scope}/${id}`;
  return entry.fullUrl ?? `${scope}/entry-${index}`;
}

function refuseTwins({ issues }: Reading, taken: readonly TakenResource[]): void {
  const seen = new Set<string>();
  for (const { resourceType, sourceId } of taken) {
    const key = `${resourceType}/${sourceId}`;
    if (seen.has(key)) issues.push({ place: key, message: 'is in the bundle twice' });
    seen.add(key);
  }
}

function parse<S extends z.ZodType>(
  schema: S,
  entry: Entry,
  index: number,
  issues: ImportIssue[],
): z.output<S> | undefined {
  const parsed = schema.safeParse(entry.resource);
  if (parsed.success) return parsed.data;
  issues.push(...issuesOf(parsed.error, ['entry', index, 'resource']));
  return undefined;
}

/** One issue per place: the first thing that is wrong there is the one to mend. */
function issuesOf(error: z.ZodError, at: readonly PropertyKey[]): ImportIssue[] {
  const byPlace = new Map<string, ImportIssue>();
  for (const issue of error.issues) {
    const place = placeOf([...at, ...issue.path]);
    if (!byPlace.has(place)) byPlace.set(place, { place, message: wordsOf(issue) });
  }
  return [...byPlace.values()];
}

/** `['entry', 3, 'resource', 'birthDate']` is written entry[3].resource.birthDate. */
function placeOf(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return text.replace(/^\./, '') || 'the file';
}

function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_type') return issue.message;
  if (!issue.message.startsWith('Invalid input')) return issue.message;
  return /received undefined/.test(issue.message) ? 'is needed' : `must be ${issue.expected}`;
}

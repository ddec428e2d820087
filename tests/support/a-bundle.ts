import { randomUUID } from 'node:crypto';

type Json = Record<string, unknown>;

const SNOMED = 'http://snomed.info/sct';
const LOINC = 'http://loinc.org';

const coded = (system: string, code: string, text: string): Json => ({
  coding: [{ system, code, display: text }],
  text,
});

/** A small bundle of our own: each type that is taken, a name with accents, and what must be left out. */
export function aBundle({ mrn = String(randomUUID()) } = {}) {
  const subject = { reference: 'Patient/p1' };
  const resources: Json[] = [
    {
      resourceType: 'Patient',
      id: 'p1',
      identifier: [
        { system: 'http://hl7.org/fhir/sid/us-ssn', value: '999-00-1234', type: coded('x', 'SS', 'SSN') },
        { system: 'https://other.example/mrn', value: mrn, type: coded('x', 'MR', 'Record number') },
      ],
      name: [
        { use: 'nickname', given: ['Zo'] },
        { use: 'official', family: 'Łukasiewicz-Núñez', given: ['Zoë', 'Renée'] },
      ],
      gender: 'female',
      birthDate: '1961-02-28',
      telecom: [{ system: 'phone', value: '555-0134' }],
      address: [{ line: ['5 Çınar Yolu'], city: 'Málaga', country: 'ES' }],
      communication: [{ language: { text: 'Español' } }],
    },
    {
      resourceType: 'Condition',
      id: 'c1',
      subject,
      clinicalStatus: coded('x', 'active', 'Active'),
      code: {
        text: 'Type 2 diabetes',
        coding: [
          { system: SNOMED, code: '44054006' },
          { system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'E11.9' },
        ],
      },
      onsetDateTime: '2009-11-02T23:30:00-05:00',
    },
    {
      resourceType: 'Condition',
      id: 'c2',
      subject,
      code: coded(SNOMED, '44465007', 'Sprain of ankle'),
      onsetDateTime: '2021-02',
      abatementDateTime: '2021-03-16',
    },
    {
      resourceType: 'Condition',
      id: 'c3',
      subject,
      verificationStatus: coded('x', 'entered-in-error', 'Error'),
      code: coded(SNOMED, '1', 'Never was'),
    },
    {
      resourceType: 'AllergyIntolerance',
      id: 'a1',
      patient: subject,
      code: { text: 'Latex' },
      reaction: [{ manifestation: [{ text: 'Urticària' }], severity: 'moderate' }],
    },
    {
      resourceType: 'MedicationRequest',
      id: 'm1',
      subject,
      status: 'active',
      intent: 'order',
      medicationReference: { reference: '#drug' },
      contained: [{ resourceType: 'Medication', id: 'drug', code: { text: 'Metformin 500 mg' } }],
      authoredOn: '2020-05-04',
      dosageInstruction: [
        { text: '1 tablet', timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } } },
      ],
    },
    {
      resourceType: 'MedicationStatement',
      id: 'm2',
      subject,
      status: 'completed',
      medicationCodeableConcept: { text: 'Ibuprofen' },
      effectivePeriod: { start: '2021-02-16', end: '2021-03-01' },
    },
    {
      resourceType: 'Encounter',
      id: 'e1',
      subject,
      status: 'finished',
      class: { code: 'AMB' },
      type: [{ text: 'Consultation' }],
      period: { start: '2021-02-16T10:00:00+01:00', end: '2021-02-16T10:20:00+01:00' },
    },
    {
      resourceType: 'Procedure',
      id: 'pr1',
      subject,
      status: 'completed',
      code: coded(SNOMED, '229070002', 'Stretching exercises'),
      performedPeriod: { start: '2021-02-20T08:00:00Z' },
    },
    {
      resourceType: 'Observation',
      id: 'o1',
      subject,
      status: 'final',
      code: coded(LOINC, '72514-3', 'Pain severity'),
      effectiveDateTime: '2021-02-16T10:05:00+01:00',
      valueQuantity: { value: 3.562317078434866, unit: '{score}', code: '{score}' },
    },
    {
      resourceType: 'Observation',
      id: 'o2',
      subject,
      status: 'final',
      category: [coded('x', 'vital-signs', 'Vital signs')],
      code: coded(LOINC, '85354-9', 'Blood pressure'),
      effectiveDateTime: '2021-02-16',
      component: [
        { code: coded(LOINC, '8480-6', 'Systolic'), valueQuantity: { value: 131.5, unit: 'mm[Hg]' } },
        { code: coded(LOINC, '8462-4', 'Diastolic'), valueQuantity: { value: 82, unit: 'mm[Hg]' } },
      ],
    },
    {
      resourceType: 'Observation',
      id: 'o3',
      subject,
      status: 'final',
      code: coded(LOINC, '72166-2', 'Tobacco smoking status'),
      effectiveDateTime: '2021-02-16T10:05:00Z',
      valueCodeableConcept: { text: 'Never smoker' },
    },
    { resourceType: 'Claim', id: 'x1' },
    { resourceType: 'Claim', id: 'x2' },
  ];
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) => ({ resource })),
  };
}

/** The bundle's resource at `index`, to spoil it. */
export const resourceAt = (bundle: ReturnType<typeof aBundle>, index: number): Json =>
  bundle.entry[index]?.resource ?? {};

import { z } from 'zod';

/**
 * The parts of FHIR R4 (4.0.1) that an import reads. Unknown elements are let through: other systems send more than is
 * taken, and only what is used must be right.
 */
const REAL_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/;

function isRealDate(text: string): boolean {
  const [, year, month = '01', day = '01'] = REAL_DATE.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

/** A report names the place itself, so it says only what is wrong there. */
const neededText = ({ input }: { input?: unknown }): string =>
  input === undefined ? 'is needed' : 'must be text';

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const FhirDate = z
  .string({ error: neededText })
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'must be a date like 1979-04-28')
  .refine(isRealDate, 'is not in the calendar');

/** A date as above, or a moment with seconds and an offset. */
export const FhirDateTime = z
  .string({ error: neededText })
  .regex(
    /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?)?)?$/,
    'must be a date or a moment like 2019-05-04T04:14:01+00:00',
  )
  .refine(isRealDate, 'is not in the calendar')
  .refine((text) => !text.includes('T') || !Number.isNaN(Date.parse(text)), 'is no time of day');

const words = z
  .string({ error: neededText })
  .min(1, 'must not be empty')
  .max(2000, 'is longer than 2,000 characters');

const Coding = z.object({ system: words.optional(), code: words.optional(), display: words.optional() });

export const CodeableConcept = z.object({ coding: z.array(Coding).optional(), text: words.optional() });
export type CodeableConcept = z.infer<typeof CodeableConcept>;

const Reference = z.object({ reference: words.optional(), display: words.optional() });
export type Reference = z.infer<typeof Reference>;

const Period = z.object({ start: FhirDateTime.optional(), end: FhirDateTime.optional() });

const Quantity = z.object({
  value: z.number({ error: 'must be a number' }).optional(),
  unit: words.optional(),
  code: words.optional(),
});

const common = { id: words.optional() };

export const Identifier = z.object({
  system: words.optional(),
  value: words.optional(),
  type: CodeableConcept.optional(),
});
export type Identifier = z.infer<typeof Identifier>;

export const Patient = z.object({
  ...common,
  identifier: z.array(Identifier).optional(),
  name: z
    .array(
      z.object({
        use: z.string().optional(),
        family: words.optional(),
        given: z.array(words).optional(),
        text: words.optional(),
      }),
      { error: 'is needed' },
    )
    .min(1, 'is needed'),
  telecom: z.array(z.object({ system: z.string().optional(), value: words.optional() })).optional(),
  gender: z
    .enum(['male', 'female', 'other', 'unknown'], { error: 'must be male, female, other or unknown' })
    .default('unknown'),
  birthDate: FhirDate.refine((date) => date.length === 10, 'must be a full date'),
  deceasedDateTime: FhirDateTime.optional(),
  address: z
    .array(
      z.object({
        text: words.optional(),
        line: z.array(words).optional(),
        city: words.optional(),
        state: words.optional(),
        postalCode: words.optional(),
        country: words.optional(),
      }),
    )
    .optional(),
  communication: z.array(z.object({ language: CodeableConcept })).optional(),
});
export type Patient = z.infer<typeof Patient>;

const subject = { subject: Reference };

export const Condition = z.object({
  ...common,
  ...subject,
  clinicalStatus: CodeableConcept.optional(),
  verificationStatus: CodeableConcept.optional(),
  code: CodeableConcept.optional(),
  onsetDateTime: FhirDateTime.optional(),
  onsetPeriod: Period.optional(),
  abatementDateTime: FhirDateTime.optional(),
  abatementPeriod: Period.optional(),
});
export type Condition = z.infer<typeof Condition>;

export const AllergyIntolerance = z.object({
  ...common,
  patient: Reference,
  clinicalStatus: CodeableConcept.optional(),
  verificationStatus: CodeableConcept.optional(),
  criticality: z.enum(['low', 'high', 'unable-to-assess']).optional(),
  code: CodeableConcept.optional(),
  reaction: z
    .array(
      z.object({
        manifestation: z.array(CodeableConcept).optional(),
        severity: z.enum(['mild', 'moderate', 'severe']).optional(),
      }),
    )
    .optional(),
});
export type AllergyIntolerance = z.infer<typeof AllergyIntolerance>;

const Dosage = z.object({
  text: words.optional(),
  timing: z
    .object({
      code: CodeableConcept.optional(),
      repeat: z
        .object({
          frequency: z.number().optional(),
          period: z.number().optional(),
          periodUnit: z.string().optional(),
        })
        .optional(),
    })
    .optional(),
  doseAndRate: z.array(z.object({ doseQuantity: Quantity.optional() })).optional(),
});

const medication = {
  ...common,
  ...subject,
  status: z.string({ error: 'is needed' }),
  medicationCodeableConcept: CodeableConcept.optional(),
  medicationReference: Reference.optional(),
  reasonCode: z.array(CodeableConcept).optional(),
  contained: z
    .array(z.object({ id: z.string().optional(), code: CodeableConcept.optional().catch(undefined) }))
    .optional(),
};

export const MedicationRequest = z.object({
  ...medication,
  authoredOn: FhirDateTime.optional(),
  dosageInstruction: z.array(Dosage).optional(),
});

export const MedicationStatement = z.object({
  ...medication,
  effectiveDateTime: FhirDateTime.optional(),
  effectivePeriod: Period.optional(),
  dosage: z.array(Dosage).optional(),
});

export type MedicationRequest = z.infer<typeof MedicationRequest>;
export type MedicationStatement = z.infer<typeof MedicationStatement>;

export const Encounter = z.object({
  ...common,
  ...subject,
  status: z.string({ error: 'is needed' }),
  class: Coding.optional(),
  type: z.array(CodeableConcept).optional(),
  period: Period.optional(),
  reasonCode: z.array(CodeableConcept).optional(),
});
export type Encounter = z.infer<typeof Encounter>;

export const Procedure = z.object({
  ...common,
  ...subject,
  status: z.string({ error: 'is needed' }),
  code: CodeableConcept.optional(),
  performedDateTime: FhirDateTime.optional(),
  performedPeriod: Period.optional(),
  bodySite: z.array(CodeableConcept).optional(),
  complication: z.array(CodeableConcept).optional(),
});
export type Procedure = z.infer<typeof Procedure>;

const value = {
  code: CodeableConcept,
  valueQuantity: Quantity.optional(),
  valueString: words.optional(),
  valueCodeableConcept: CodeableConcept.optional(),
  valueBoolean: z.boolean().optional(),
  valueInteger: z.number().int().optional(),
  valueDateTime: FhirDateTime.optional(),
};

export const ObservationValue = z.object(value);
export type ObservationValue = z.infer<typeof ObservationValue>;

export const Observation = z.object({
  ...common,
  ...subject,
  ...value,
  status: z.string({ error: 'is needed' }),
  category: z.array(CodeableConcept).optional(),
  effectiveDateTime: FhirDateTime.optional(),
  effectiveInstant: FhirDateTime.optional(),
  effectivePeriod: Period.optional(),
  issued: FhirDateTime.optional(),
  component: z.array(ObservationValue).optional(),
});
export type Observation = z.infer<typeof Observation>;

/** The envelope: what is in `resource` is checked by its own type. */
export const Bundle = z.object({
  resourceType: z.literal('Bundle', { error: 'must be Bundle' }),
  type: z.enum(['transaction', 'batch', 'collection'], { error: 'must be transaction or collection' }),
  entry: z
    .array(
      z.object({
        fullUrl: z.string().optional(),
        resource: z.looseObject(
          { resourceType: z.string({ error: 'is needed' }) },
          { error: 'is needed, as an object' },
        ),
        request: z.object({ method: z.enum(['POST', 'PUT'], { error: 'must be POST or PUT' }) }).optional(),
      }),
      { error: 'is needed, as a list' },
    )
    .max(5000, 'has more than 5,000 entries'),
});
export type Bundle = z.infer<typeof Bundle>;

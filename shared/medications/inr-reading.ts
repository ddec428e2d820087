import { z } from 'zod';
import { EnteredInError } from '#shared/corrections/entered-in-error.ts';
import { InrReadingId, StaffMemberId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { InrSource } from '#shared/prescriptions/inr.ts';
import { InrValue } from '#shared/prescriptions/inr-value.ts';
import { recogniseDrug } from './recognise.ts';

/** An INR as it is entered: the value, and the day the blood was drawn. */
export const NewInr = z.object({ value: InrValue, testedOn: PlainDate });
export type NewInr = z.infer<typeof NewInr>;

/** One that stands in the record; one entered in error stays readable and no longer counts. */
export const InrReading = z.object({
  /** Null on a session sheet, which is corrected as a sheet. */
  inrReadingId: InrReadingId.nullable(),
  value: z.number(),
  testedOn: PlainDate,
  source: InrSource,
  recordedById: StaffMemberId.nullable(),
  enteredInError: EnteredInError.nullish(),
});
export type InrReading = z.infer<typeof InrReading>;

/** The drugs whose dose follows the INR; the newer anticoagulants do not show in it. */
const STEERED_BY_INR: ReadonlySet<string> = new Set(['warfarin']);

/** Whether a patient takes what the INR steers. */
export const takesInrDrug = (
  medications: readonly { name: string; ingredients: readonly string[]; status: string }[],
): boolean =>
  medications.some(
    ({ name, ingredients, status }) =>
      status === 'active' &&
      (ingredients.length > 0 ? ingredients : recogniseDrug(name).ingredients).some((one) =>
        STEERED_BY_INR.has(one),
      ),
  );

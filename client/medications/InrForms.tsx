import { useState } from 'react';
import { z } from 'zod';
import type { InrReading } from '#shared/medications/inr-reading.ts';
import type { InrReadingId } from '#shared/platform/ids.ts';
import { ActPanel } from '#client/clinical/ActPanel.tsx';
import { EnteredInErrorDialog } from '#client/clinical/EnteredInErrorDialog.tsx';
import { InrFields } from '#client/clinical/InrFields.tsx';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { fieldErrorsOf } from '#client/platform/field-error.ts';
import { useDraftForm } from '#client/platform/use-draft-form.ts';
import { showNote } from '#client/ui/show-note.ts';
import { type Medications, useEnterInr, useMarkInrError } from './queries.ts';

const Typed = z.object({ value: z.number().nullable(), testedOn: z.string() });

const NAMES = { value: 'value', testedOn: 'testedOn' };

/** Enters an INR that the patient or another practice tells. */
export function InrForm({ list: { header }, onClose }: { list: Medications; onClose: () => void }) {
  const form = useDraftForm(`inr:${header.patientId}`, Typed, { value: null, testedOn: header.today });
  const enter = useEnterInr(header);
  const [isMissing, setMissing] = useState(false);
  const errorOf = fieldErrorsOf(enter.error);
  const { value, testedOn } = form.value;
  const submit = () => {
    if (value === null) return setMissing(true);
    enter.mutate(
      { value, testedOn },
      {
        onSuccess: () => {
          form.clear();
          showNote(`INR ${value} is entered.`);
          onClose();
        },
      },
    );
  };
  return (
    <ActPanel
      header={header}
      title="Enter an INR"
      submitLabel="Enter"
      busy={enter.isPending}
      error={enter.error}
      keepsDraft={form.hasDraft}
      onSubmit={submit}
      onClose={onClose}
    >
      <InrFields
        {...form.value}
        names={NAMES}
        max={header.today}
        required
        errorOf={(path) =>
          path === NAMES.value && isMissing && value === null ? 'Enter the INR.' : errorOf(path)
        }
        onChange={form.change}
      />
    </ActPanel>
  );
}

interface MarkInrErrorProps {
  list: Medications;
  reading: InrReading & { inrReadingId: InrReadingId };
  onClose: () => void;
}

/** An INR that is not this patient's, or was mistyped. */
export function MarkInrError({ list: { header }, reading, onClose }: MarkInrErrorProps) {
  const { date } = useClinicTime();
  return (
    <EnteredInErrorDialog
      name={`INR ${reading.value} of ${date(reading.testedOn)}`}
      follows="The latest INR that is left counts from now on."
      mark={useMarkInrError(header, reading.inrReadingId)}
      onClose={onClose}
    />
  );
}

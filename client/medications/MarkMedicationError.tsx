import type { ListedMedication } from '#shared/medications/model.ts';
import { EnteredInErrorDialog } from '#client/clinical/EnteredInErrorDialog.tsx';
import { type Medications, useMarkMedicationError } from './queries.ts';

interface MarkMedicationErrorProps {
  list: Medications;
  medication: ListedMedication;
  onClose: () => void;
}

/** A drug that was ordered or written down by mistake: it was never meant, which is another thing than stopped. */
export function MarkMedicationError({ list: { header }, medication, onClose }: MarkMedicationErrorProps) {
  const { mutate, ...mark } = useMarkMedicationError(header, medication.medicationOrderId);
  return (
    <EnteredInErrorDialog
      name={medication.name}
      follows="What it changed in therapy is no longer asked. If the patient has taken it, stop it instead."
      mark={{
        ...mark,
        mutate: (reason, then) => mutate({ reason, expectedVersion: medication.version }, then),
      }}
      onClose={onClose}
    />
  );
}

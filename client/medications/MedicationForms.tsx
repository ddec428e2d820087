import { ChangeForm } from './ChangeForm.tsx';
import { InrForm, MarkInrError } from './InrForms.tsx';
import { MarkMedicationError } from './MarkMedicationError.tsx';
import type { Medications } from './queries.ts';
import type { MedicationsSearch } from './medications-search.ts';
import { OrderMedicationForm } from './OrderMedicationForm.tsx';
import { StopForm } from './StopForm.tsx';

interface MedicationFormsProps {
  list: Medications;
  search: MedicationsSearch;
  onClose: () => void;
}

/** The form that the URL names, if what it is about is there. */
export function MedicationForms({ list, search: { form, on }, onClose }: MedicationFormsProps) {
  const named = list.medications.find(({ medicationOrderId }) => medicationOrderId === on);
  if (form === 'order') return <OrderMedicationForm list={list} onClose={onClose} />;
  if (form === 'inr') return <InrForm list={list} onClose={onClose} />;
  if (form === 'inr-error') return <NamedInr list={list} on={on} onClose={onClose} />;
  if (form === 'error' && named !== undefined && named.status !== 'entered-in-error') {
    return <MarkMedicationError list={list} medication={named} onClose={onClose} />;
  }
  const medication = named?.status === 'active' ? named : undefined;
  if (medication === undefined) return null;
  if (form === 'change') return <ChangeForm list={list} medication={medication} onClose={onClose} />;
  return form === 'stop' ? <StopForm list={list} medication={medication} onClose={onClose} /> : null;
}

/** The INR that the URL names, while it counts. */
function NamedInr({
  list,
  on,
  onClose,
}: Pick<MedicationFormsProps, 'list' | 'onClose'> & { on: string | undefined }) {
  const reading = list.inr.readings.find(({ inrReadingId }) => inrReadingId === on);
  if (reading === undefined || reading.inrReadingId === null || reading.enteredInError != null) return null;
  const { inrReadingId } = reading;
  return <MarkInrError list={list} reading={{ ...reading, inrReadingId }} onClose={onClose} />;
}

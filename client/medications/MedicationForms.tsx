import { ChangeForm } from './ChangeForm.tsx';
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
  const medication = list.medications.find(
    ({ medicationOrderId, status }) => medicationOrderId === on && status === 'active',
  );
  if (form === 'order') return <OrderMedicationForm list={list} onClose={onClose} />;
  if (medication === undefined) return null;
  if (form === 'change') return <ChangeForm list={list} medication={medication} onClose={onClose} />;
  return form === 'stop' ? <StopForm list={list} medication={medication} onClose={onClose} /> : null;
}

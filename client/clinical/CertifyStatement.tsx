import { Checkbox } from '@mantine/core';
import type { PayerProfile } from '#shared/patients/model.ts';

/** Whether the payer wants a certified plan: nobody states what nobody asked. */
export const asksFor = (payer: PayerProfile): boolean => payer === 'medicare_part_b';

interface CertifyStatementProps {
  payer: PayerProfile;
  /** The initial certification may rest on the order and the sending; a later one may not (CERT-5). */
  isFirst: boolean;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** What the signature says besides ordering therapy, where the payer wants a certified plan; kept with the version. */
export function CertifyStatement({ payer, isFirst, checked, onChange }: CertifyStatementProps) {
  if (!asksFor(payer)) return null;
  return (
    <Checkbox
      name="certifiesPlan"
      label="My signature also certifies this plan of care"
      description={`Kept with the version as evidence. Without it the version is the order only${isFirst ? ': Medicare then wants the plan sent within 30 days, or your dated certification later.' : ', and certifies no further days.'}`}
      checked={checked}
      onChange={({ currentTarget }) => onChange(currentTarget.checked)}
    />
  );
}

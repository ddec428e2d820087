import { GROUP_CODE, SMALLEST_GROUP } from '#shared/sessions/claim-codes.ts';
import type { SessionContent } from '#shared/sessions/model.ts';
import { NumberField } from '#client/ui/NumberField.tsx';
import type { SheetEdit } from './sheet-edits.ts';

interface GroupSizeProps {
  content: Pick<SessionContent, 'interventions' | 'groupSize'>;
  edit: (change: SheetEdit) => void;
}

/** Of how many patients the group was; asked while something is given in one. */
export function GroupSize({ content, edit }: GroupSizeProps) {
  if (!content.interventions.some(({ billingCode }) => billingCode === GROUP_CODE)) return null;
  return (
    <NumberField
      size="xs"
      label={`Patients in the group (${GROUP_CODE})`}
      name="content.groupSize"
      unit="patients"
      width={120}
      min={SMALLEST_GROUP}
      max={30}
      value={content.groupSize ?? null}
      onChange={(groupSize) => edit((old) => ({ ...old, groupSize }))}
    />
  );
}

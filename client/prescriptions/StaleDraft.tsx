import { differenceBetween } from '#shared/prescriptions/difference.ts';
import type { PrescriptionDraftContent } from '#shared/prescriptions/model.ts';
import type { PrescriptionDraft } from '#shared/prescriptions/page.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { StaleVersionDialog } from '#client/ui/StaleVersionDialog.tsx';
import { DifferenceList } from '#client/clinical/DifferenceList.tsx';

interface StaleDraftProps {
  mine: PrescriptionDraftContent;
  stored: PrescriptionDraft;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Somebody else saved the draft: where mine says something else, and where theirs does. */
export function StaleDraft({ mine, stored, onKeepMine, onTakeTheirs }: StaleDraftProps) {
  const { dateTime } = useClinicTime();
  return (
    <StaleVersionDialog
      opened
      changedBy={`${stored.author.name}, ${dateTime(stored.updatedAt)}`}
      mine={
        <DifferenceList
          differences={differenceBetween(stored.content, mine)}
          none="Mine says the same."
          label="What keeping mine changes"
        />
      }
      theirs={
        <DifferenceList
          differences={differenceBetween(mine, stored.content)}
          none="It says the same as mine."
          label="What the stored one says instead"
        />
      }
      onKeepMine={onKeepMine}
      onTakeTheirs={onTakeTheirs}
    />
  );
}

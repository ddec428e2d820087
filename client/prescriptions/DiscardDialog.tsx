import { getRouteApi } from '@tanstack/react-router';
import type { Autosave } from '#client/platform/use-autosave.ts';
import { DiscardDraftDialog } from '#client/ui/DiscardDraftDialog.tsx';
import { useDiscardDraft } from './queries.ts';

const route = getRouteApi('/shell/episodes/$episodeId/prescription');

interface DiscardDialogProps {
  episodeId: string;
  save: Autosave['saveNow'];
  onDiscarded: () => void;
  onClose: () => void;
}

/** Throws the draft away after asking; what is signed stays. */
export function DiscardDialog({ episodeId, save, onDiscarded, onClose }: DiscardDialogProps) {
  const discard = useDiscardDraft(episodeId);
  const navigate = route.useNavigate();
  const confirm = async () => {
    // A save on its way would make the version that is thrown away another one.
    const { version } = await save();
    discard.mutate(version, {
      onSuccess: () => {
        onDiscarded();
        void navigate({ search: { view: 'contract' } });
      },
    });
  };
  return (
    <DiscardDraftDialog
      stays="The version in force stays as it is; a request that the draft answers stays open."
      onDiscard={() => void confirm()}
      onClose={onClose}
      busy={discard.isPending}
      error={discard.error}
    />
  );
}

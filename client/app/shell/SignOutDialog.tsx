import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { signOut } from '#client/auth/routes.tsx';
import { useSession } from '#client/platform/session.ts';
import { countStoredDrafts, forgetStoredDrafts } from '#client/platform/stored-draft.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';

interface SignOutDialogProps {
  opened: boolean;
  onClose: () => void;
}

/** Signs out at once, or asks first when unsaved text on this device would go with it. */
export function SignOutDialog({ opened, onClose }: SignOutDialogProps) {
  const { staffMemberId } = useSession();
  const drafts = opened ? countStoredDrafts(staffMemberId) : 0;
  const { mutate, reset, error, isPending } = useMutation({
    mutationFn: signOut,
    onSuccess() {
      forgetStoredDrafts();
      // A full load drops everything the page held in memory.
      window.location.assign('/sign-in');
    },
  });
  useEffect(() => {
    if (opened && drafts === 0) mutate();
  }, [opened, drafts, mutate]);
  const asks = opened && (drafts > 0 || error !== null);
  return (
    <ConfirmDialog
      opened={asks}
      title="Sign out?"
      confirmLabel="Sign out"
      tone="danger"
      busy={isPending}
      error={error}
      onConfirm={() => mutate()}
      onClose={() => {
        reset();
        onClose();
      }}
    >
      {drafts === 0
        ? 'Signing out did not work yet.'
        : `${drafts === 1 ? 'One unsaved text is' : `${drafts} unsaved texts are`} kept on this device and will be removed.`}
    </ConfirmDialog>
  );
}

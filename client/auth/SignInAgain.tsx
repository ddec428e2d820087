import { Button, Group, Modal, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { sessionQuery, useSession } from '#client/platform/session.ts';
import { signInAgain } from '#client/platform/sign-in-again.ts';
import { SignInForm } from './SignInForm.tsx';

/** Opens over the page when the session ended in the middle of work; the page and its text stay as they are. */
export function SignInAgain() {
  const open = useSyncExternalStore(signInAgain.subscribe, signInAgain.isOpen);
  const queryClient = useQueryClient();
  const { name, staffMemberId } = useSession();
  const goOn = async () => {
    const session = await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
    // Another person must not go on in this person's page.
    if (session.staffMemberId === staffMemberId) signInAgain.done();
    else window.location.assign('/');
  };
  return (
    <Modal
      opened={open}
      onClose={signInAgain.cancel}
      title="Sign in again to go on"
      closeOnClickOutside={false}
      withCloseButton={false}
      zIndex={1000}
      styles={{ title: { fontWeight: 700, lineHeight: 1.35 } }}
    >
      <Text mb="md">
        Your session has ended. What you typed is still here; sign in as {name} and it goes on where it
        stopped.
      </Text>
      <SignInForm onSignedIn={goOn} withDemo={false} />
      <Group justify="flex-end" mt="md">
        <Button variant="subtle" color="gray" onClick={signInAgain.cancel}>
          Not now
        </Button>
      </Group>
    </Modal>
  );
}

import { Anchor, Text } from '@mantine/core';
import { IconCloudUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useSession } from '#client/platform/session.ts';
import { showNote } from '#client/ui/show-note.ts';
import { refreshSessions } from './queries.ts';
import { sendSignature } from './send-signature.ts';
import { dropSignature, queuedSignatures, queueSignature, useQueuedSignatures } from './sign-queue.ts';

const RETRY_MS = 8_000;

/** Sends signatures that wait on this device, and says in the header how many there are. */
export function QueuedSignatures() {
  const { staffMemberId } = useSession();
  const queued = useQueuedSignatures(staffMemberId);
  const waiting = queued.filter(({ refusal }) => refusal === null).length;
  useSending(staffMemberId, waiting);
  const [first] = queued;
  if (first === undefined) return null;
  const refused = queued.length - waiting;
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => (
        <Link {...props} to="/sessions/$sessionId" params={{ sessionId: first.sessionId }} />
      )}
    >
      <IconCloudUpload size={14} aria-hidden />{' '}
      <Text component="span" size="sm" role="status">
        {refused > 0
          ? `${refused} ${refused === 1 ? 'signature was' : 'signatures were'} refused`
          : `${waiting} ${waiting === 1 ? 'session waits' : 'sessions wait'} for the network`}
      </Text>
    </Anchor>
  );
}

function useSending(owner: string, waiting: number): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (waiting === 0) return undefined;
    let busy = false;
    const sendAll = async () => {
      if (busy) return;
      busy = true;
      for (const signature of queuedSignatures(owner).filter(({ refusal }) => refusal === null)) {
        const sent = await sendSignature(signature);
        if (sent.kind === 'signed') {
          localStorage.removeItem(`tandem:draft:${owner}:session:${signature.sessionId}`);
          showNote(`Signed: ${signature.patientName}.`);
          // The open sheet makes way for the signed note first: until then nothing may be saved beside the signature.
          await refreshSessions(queryClient, signature.episodeId);
          dropSignature(owner, signature.sessionId);
        }
        if (sent.kind === 'refused') queueSignature(owner, { ...signature, refusal: sent.sentence });
      }
      busy = false;
    };
    void sendAll();
    const again = setInterval(() => void sendAll(), RETRY_MS);
    const online = () => void sendAll();
    window.addEventListener('online', online);
    return () => {
      clearInterval(again);
      window.removeEventListener('online', online);
    };
  }, [owner, waiting, queryClient]);
}

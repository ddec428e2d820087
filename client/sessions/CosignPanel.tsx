import { Button, Text, TextInput } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { useState } from 'react';
import { canCosign } from '#shared/sessions/policy.ts';
import type { Cosignature, SessionSheet } from '#shared/sessions/sheet.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { useCosign } from './queries.ts';
import classes from './Sheet.module.css';

interface CosignPanelProps {
  sheet: SessionSheet;
  signedById: string;
  cosignature: Cosignature;
}

/** An assistant's note: what it waits for, or who took responsibility for it and when. */
export function CosignPanel({ sheet, signedById, cosignature }: CosignPanelProps) {
  const actor = useSession();
  const { dateTime } = useClinicTime();
  const [note, setNote] = useState('');
  const cosign = useCosign({ episodeId: sheet.episode.episodeId, sessionId: sheet.session.sessionId });
  const { by, at } = cosignature;
  if (by !== null && at !== null) {
    return (
      <Text size="sm" mt="xs">
        Co-signed by {by}, {dateTime(at)}
        {cosignature.note === null ? '' : `: ${cosignature.note}`}
      </Text>
    );
  }
  const permission = canCosign(actor, { signedById, cosigned: false });
  return (
    <section className={classes.waiting} aria-label="Co-signature">
      <IconSignature size={16} aria-hidden />
      <Text size="sm" fw={600}>
        Awaiting co-signature: an assistant signed this note
      </Text>
      {permission.allowed ? (
        <TextInput
          size="xs"
          w={320}
          aria-label="Remark with the co-signature, if any"
          placeholder="Remark, if any"
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      ) : null}
      <DisabledReason reason={permission.allowed ? undefined : permission.sentence}>
        <Button size="compact-sm" loading={cosign.isPending} onClick={() => cosign.mutate(note)}>
          Co-sign
        </Button>
      </DisabledReason>
      <ProblemAlert error={cosign.error} />
    </section>
  );
}

import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { z } from 'zod';
import type { CertificationAct } from '#shared/compliance/certification-act.ts';
import type { EpisodeId } from '#shared/platform/ids.ts';
import { useStoredDraft } from '#client/platform/stored-draft.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { SideWorkspace } from '#client/ui/SideWorkspace.tsx';
import { useCertify } from './queries.ts';

const Typed = z.object({ reason: z.string(), involvement: z.string() });
const EMPTY = { reason: '', involvement: '' };

interface CertifyPanelProps {
  act: CertificationAct;
  episodeId: EpisodeId;
  banner: ReactNode;
  onClose: () => void;
}

/** The physiatrist's dated statement: it certifies a version, or says why its certification came late (CERT-7). */
export function CertifyPanel({ act, episodeId, banner, onClose }: CertifyPanelProps) {
  const { kind, version, delay } = act;
  const { date } = useClinicTime();
  const draft = useStoredDraft(`certify:${version.prescriptionId}`, Typed);
  const [form, setForm] = useState(draft.stored?.value ?? EMPTY);
  const { reason, involvement } = form;
  const change = (part: Partial<typeof form>) => {
    const next = { ...form, ...part };
    setForm(next);
    draft.keep(next);
  };
  const certify = useCertify(episodeId);
  const isMissing =
    (delay.isLate && reason.trim() === '') || (delay.needsEvidence && involvement.trim() === '');
  const actWords = kind === 'certify' ? `Certify version ${version.versionNumber}` : 'Record the reason';
  const submit = () =>
    certify.mutate(
      {
        prescriptionId: version.prescriptionId,
        reason: reason.trim() || null,
        involvement: involvement.trim() || null,
      },
      {
        onSuccess: () => {
          draft.clear();
          showNote(kind === 'certify' ? 'The plan of care is certified.' : 'The reason is on record.');
          onClose();
        },
      },
    );
  return (
    <SideWorkspace
      opened
      onClose={onClose}
      title={kind === 'certify' ? 'Certify the plan of care' : 'Why the certification came late'}
      banner={banner}
      keepsDraft={reason !== '' || involvement !== ''}
      footer={
        <DisabledReason reason={isMissing ? 'Say why it comes late.' : undefined}>
          <Button loading={certify.isPending} onClick={submit}>
            {actWords}
          </Button>
        </DisabledReason>
      }
    >
      <Stack gap="md">
        <ProblemAlert error={certify.error} />
        <Text size="sm">
          {kind === 'certify'
            ? `With today’s date you certify the need for the services of version ${version.versionNumber}, signed on ${date(version.signedOn)} as an order.`
            : `Version ${version.versionNumber} was signed on ${date(version.signedOn)}.`}{' '}
          {delay.isLate
            ? `It was due on ${date(delay.dueOn)}: a late certification is allowed with its reason.`
            : ''}
        </Text>
        {delay.isLate ? (
          <Textarea
            data-autofocus
            label="Why it comes late"
            name="reason"
            required
            autosize
            minRows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => change({ reason: event.currentTarget.value })}
          />
        ) : null}
        {delay.needsEvidence ? (
          <Textarea
            label="What shows that you were involved meanwhile"
            description="More than six months late: visits, calls, orders or reviews, with their dates."
            name="involvement"
            required
            autosize
            minRows={2}
            maxLength={2000}
            value={involvement}
            onChange={(event) => change({ involvement: event.currentTarget.value })}
          />
        ) : null}
      </Stack>
    </SideWorkspace>
  );
}

import { Button, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { CertificationAct } from '#shared/compliance/certification-act.ts';
import { DelayWords, unsaidOfDelay } from '#shared/compliance/delayed-certification.ts';
import type { EpisodeId } from '#shared/platform/ids.ts';
import { LateCertificationFields } from '#client/clinical/LateCertificationFields.tsx';
import { useStoredDraft } from '#client/platform/stored-draft.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { SideWorkspace } from '#client/ui/SideWorkspace.tsx';
import { useCertify } from './queries.ts';

const EMPTY: DelayWords = { reason: '', involvement: '' };

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
  const draft = useStoredDraft(`certify:${version.prescriptionId}`, DelayWords);
  const [form, setForm] = useState(draft.stored?.value ?? EMPTY);
  const change = (part: Partial<typeof form>) => {
    const next = { ...form, ...part };
    setForm(next);
    draft.keep(next);
  };
  const certify = useCertify(episodeId);
  const [unsaid] = unsaidOfDelay(delay, form);
  const actWords = kind === 'certify' ? `Certify version ${version.versionNumber}` : 'Record the reason';
  const submit = () =>
    certify.mutate(
      {
        prescriptionId: version.prescriptionId,
        reason: form.reason?.trim() || null,
        involvement: form.involvement?.trim() || null,
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
      keepsDraft={Boolean(form.reason) || Boolean(form.involvement)}
      footer={
        <DisabledReason reason={unsaid?.sentence}>
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
            : `Version ${version.versionNumber} was signed on ${date(version.signedOn)}.`}
        </Text>
        <LateCertificationFields delay={delay} words={form} onChange={change} />
      </Stack>
    </SideWorkspace>
  );
}

import { Button, Stack, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { DocumentationPage } from '#shared/compliance/documentation.ts';
import { SENDING_METHOD_LABEL, SENDING_METHODS, type SendingMethod } from '#shared/compliance/model.ts';
import { PrescriptionId } from '#shared/platform/ids.ts';
import { plainDate } from '#shared/platform/time.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { SideWorkspace } from '#client/ui/SideWorkspace.tsx';
import { useRecordSending } from './queries.ts';

interface SendingPanelProps {
  page: DocumentationPage;
  banner: ReactNode;
  onClose: () => void;
}

/** Records that a version was sent: the evidence a payer asks for. */
export function SendingPanel({ page: { versions, episode, today }, banner, onClose }: SendingPanelProps) {
  const [version, setVersion] = useState<string | null>(versions[0]?.prescriptionId ?? null);
  const [sentOn, setSentOn] = useState<string>(today);
  const [sentTo, setSentTo] = useState('');
  const [method, setMethod] = useState<SendingMethod | null>(null);
  const [evidence, setEvidence] = useState('');
  const record = useRecordSending(episode.episodeId);
  const isReady = version !== null && sentOn !== '' && method !== null && sentTo.trim() !== '';
  const submit = () => {
    if (!isReady) return;
    const body = { prescriptionId: PrescriptionId.parse(version), sentOn: plainDate(sentOn), sentTo, method };
    record.mutate(
      { ...body, evidence: evidence.trim() === '' ? null : evidence },
      {
        onSuccess: () => {
          showNote('The sending is on record.');
          onClose();
        },
      },
    );
  };
  return (
    <SideWorkspace
      opened
      onClose={onClose}
      title="Record that the plan of care was sent"
      banner={banner}
      footer={
        <DisabledReason reason={isReady ? undefined : 'Say when it was sent, to whom and how.'}>
          <Button type="submit" form="sending-form" loading={record.isPending}>
            Record
          </Button>
        </DisabledReason>
      }
    >
      <form
        id="sending-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="md">
          <ProblemAlert error={record.error} />
          <ChoiceField
            label="Version"
            name="prescriptionId"
            choices={versions.map(({ prescriptionId, versionNumber }) => ({
              value: prescriptionId,
              label: `v${versionNumber}`,
            }))}
            value={version}
            onChange={setVersion}
          />
          <PlainDateField label="Sent on" name="sentOn" value={sentOn} onChange={setSentOn} max={today} />
          <TextInput
            label="To whom"
            name="sentTo"
            required
            description="The referring physician or practice"
            value={sentTo}
            onChange={(event) => setSentTo(event.currentTarget.value)}
          />
          <ChoiceField
            label="How"
            name="method"
            choices={SENDING_METHODS.map((value) => ({ value, label: SENDING_METHOD_LABEL[value] }))}
            value={method}
            onChange={setMethod}
          />
          <TextInput
            label="Evidence"
            name="evidence"
            description="Number of the fax confirmation or message, if there is one"
            value={evidence}
            onChange={(event) => setEvidence(event.currentTarget.value)}
          />
        </Stack>
      </form>
    </SideWorkspace>
  );
}

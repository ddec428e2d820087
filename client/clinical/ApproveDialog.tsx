import { Textarea } from '@mantine/core';
import { applyProposal, proposedDifferences } from '#shared/prescriptions/change-proposal.ts';
import type { ChangeRequest, PrescriptionPage, PrescriptionVersion } from '#shared/prescriptions/page.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { CertifyStatement } from './CertifyStatement.tsx';
import { DifferenceList } from './DifferenceList.tsx';
import { LateCertificationFields } from './LateCertificationFields.tsx';
import { seenRequest, useApprove } from './prescription-acts.ts';
import { useCertifying } from './use-certifying.ts';

interface ApproveDialogProps {
  page: PrescriptionPage;
  /** The version in force. */
  current: PrescriptionVersion;
  request: ChangeRequest;
  onClose: () => void;
}

/** Signs the next version with exactly what was asked, after a last look. */
export function ApproveDialog({ page, current, request, onClose }: ApproveDialogProps) {
  const approve = useApprove(page.header.episodeId);
  const certifying = useCertifying(page, applyProposal(current.content, request.proposal), {
    draftKey: `approve:${request.changeRequestId}`,
    note: '',
  });
  const next = current.versionNumber + 1;
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      onConfirm={() =>
        approve.mutate(
          {
            ...seenRequest(request),
            prescriptionId: current.prescriptionId,
            note: certifying.note.trim() || null,
            ...certifying.body,
          },
          {
            onSuccess: () => {
              certifying.clear();
              showNote(`Version ${next} is signed and in force`);
              onClose();
            },
          },
        )
      }
      title={`Sign version ${next} with exactly this change?`}
      confirmLabel={`Sign version ${next}`}
      busy={approve.isPending}
      disabledReason={certifying.unsaid}
      error={approve.error}
    >
      <DifferenceList
        differences={proposedDifferences(current.content, request.proposal)}
        none="The version in force already permits this. Decline it with a word to the therapist."
        label="What changes"
      />
      <Textarea
        mt="md"
        label="Reason of the new version"
        description="The therapist's own words stand there when this is empty."
        autosize
        minRows={2}
        maxLength={500}
        value={certifying.note}
        onChange={(event) => certifying.setNote(event.currentTarget.value)}
      />
      <CertifyStatement
        isFirst={false}
        payer={page.payerProfile}
        checked={certifying.certifiesPlan}
        onChange={certifying.setCertifies}
      />
      {certifying.delay === undefined ? null : (
        <LateCertificationFields
          delay={certifying.delay}
          words={certifying.words}
          onChange={certifying.say}
        />
      )}
    </ConfirmDialog>
  );
}

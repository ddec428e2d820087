import { Stack, Text, Textarea } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { shortDate } from '#shared/platform/time.ts';
import { opensPhase } from '#shared/prescriptions/opens-phase.ts';
import { isStep, scheduleWords, visitsOf } from '#shared/prescriptions/schedule.ts';
import { endsOn } from '#shared/prescriptions/missing-elements.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { DifferenceList } from '#client/clinical/DifferenceList.tsx';
import { CertifyStatement } from '#client/clinical/CertifyStatement.tsx';
import { LateCertificationFields } from '#client/clinical/LateCertificationFields.tsx';
import { useCertifying } from '#client/clinical/use-certifying.ts';
import type { DraftAccess } from './draft-access.ts';
import { useSign } from './queries.ts';

const route = getRouteApi('/shell/episodes/$episodeId/prescription');

interface SignDialogProps {
  access: DraftAccess;
  /** The saved version of the draft that is signed. */
  draftVersion: number;
  /** The request that this draft answers. */
  request: { name: string; reason: string } | undefined;
  onSigned: () => void;
  onClose: () => void;
}

/** The last look: what changes, what follows, why; then it is in force. */
export function SignDialog({ access, draftVersion, request, onSigned, onClose }: SignDialogProps) {
  const { previous, content, differences, page } = access;
  const certifying = useCertifying(page, content, {
    draftKey: `sign:${page.draft?.draftId ?? page.header.episodeId}`,
    note: request?.reason ?? '',
  });
  const { note: reason } = certifying;
  const sign = useSign(page.header.episodeId);
  const navigate = route.useNavigate();
  const number = (previous?.versionNumber ?? 0) + 1;
  const { frequencyPerWeek, durationWeeks, startsOn } = content;
  const taper = content.taper?.filter(isStep) ?? [];
  const needsReason = previous !== undefined && reason.trim() === '';
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      onConfirm={() =>
        sign.mutate(
          {
            expectedVersion: draftVersion,
            reason: reason.trim() || null,
            ...certifying.body,
          },
          {
            onSuccess: (signed) => {
              certifying.clear();
              onSigned();
              showNote(`Version ${signed.versionNumber} is signed and in force`);
              void navigate({ search: { view: 'contract' } });
            },
          },
        )
      }
      title={`Sign version ${number}?`}
      confirmLabel={`Sign version ${number}`}
      busy={sign.isPending}
      disabledReason={needsReason ? 'Say why it changes' : certifying.unsaid}
      error={sign.error}
    >
      <Stack gap="sm">
        {previous === undefined ? null : (
          <DifferenceList
            differences={differences}
            none={`It says the same as version ${previous.versionNumber}.`}
            label={`Changes since version ${previous.versionNumber}`}
          />
        )}
        <Text size="sm">
          {frequencyPerWeek !== null && durationWeeks !== null && startsOn !== null
            ? `${visitsOf({ ...content, frequencyPerWeek, durationWeeks, taper })} visits (${scheduleWords(content)}) from ${shortDate(startsOn)} to ${shortDate(endsOn(startsOn, durationWeeks))}. `
            : ''}
          {opensPhase(previous?.content, content)
            ? 'It opens a new phase: response is judged from a new baseline. '
            : 'The phase goes on: response is judged from the same baseline. '}
          {previous?.inForce === true ? `Version ${previous.versionNumber} ends now. ` : ''}
          {request === undefined ? '' : `It answers the request of ${request.name}. `}
          The therapists are asked to read it.
        </Text>
        {previous === undefined ? null : (
          <Textarea
            data-autofocus
            label="Why it changes"
            description="The therapist reads it first, and it stays in the history."
            name="reason"
            required
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => certifying.setNote(event.currentTarget.value)}
          />
        )}
        <CertifyStatement
          isFirst={previous === undefined}
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
      </Stack>
    </ConfirmDialog>
  );
}

import { Text } from '@mantine/core';
import type { RequestDetail } from '#shared/intake/queue.ts';
import { needsEmergencyConfirmation } from '#shared/intake/policy.ts';
import { isOpen } from '#shared/intake/model.ts';
import { BUSINESS_DAYS_WORDS } from '#shared/platform/business-days.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { FormSection } from '#client/ui/FormSection.tsx';
import { EmergencyNotice } from './EmergencyNotice.tsx';
import { dueInWords } from './route-tone.ts';
import { Suggestion } from './Suggestion.tsx';

/** Where triage sends the request and why; the rules' version makes the answer repeatable. */
export function RequestTriage({ request }: { request: RequestDetail }) {
  const { dateTime } = useClinicTime();
  const route = request.overriddenRoute ?? request.triageRoute;
  const due = dueInWords(route, request.createdAt, { now: new Date(), timeZone: request.timeZone });
  return (
    <FormSection title="First provider">
      {isOpen(request.status) && needsEmergencyConfirmation(request) ? (
        <EmergencyNotice redFlags={request.answers.redFlags} reader="finder" />
      ) : null}
      <div>
        <Suggestion request={request} />
        {request.overrideReason === null ? null : <Text mt={4}>Reason: {request.overrideReason}</Text>}
        {isOpen(request.status) && route !== 'EMERGENCY' ? (
          <Text mt={4} c={due.isLate ? 'var(--tone-danger-text)' : undefined} fw={due.isLate ? 600 : 400}>
            {due.words.charAt(0).toUpperCase() + due.words.slice(1)}.
          </Text>
        ) : null}
        <Text size="sm" c="dimmed" mt={4}>
          Worked out from the answers by fixed rules. {BUSINESS_DAYS_WORDS} No danger sign told does not mean
          that there is none.
        </Text>
        {request.decidedBy === null ? null : (
          <Text mt={4}>
            {request.status === 'accepted' ? 'Accepted' : 'Declined'} by {request.decidedBy}
            {request.decidedAt === null ? '' : `, ${dateTime(request.decidedAt)}`}
            {request.declineReason === null ? '' : `: ${request.declineReason}`}
          </Text>
        )}
      </div>
    </FormSection>
  );
}

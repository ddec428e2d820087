import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { SUBMITTER_LABEL, Submitter } from '#shared/intake/model.ts';
import type { RequestDetail } from '#shared/intake/queue.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { staffQuery } from '#client/platform/session.ts';
import { FormSection } from '#client/ui/FormSection.tsx';
import { AnswerList } from './AnswerList.tsx';
import { answerLines, placeInWords } from './answer-words.ts';

/** What was told, in the order it was asked, and what was added later. */
export function RequestAnswers({ request }: { request: RequestDetail }) {
  const { date } = useClinicTime();
  return (
    <>
      <FormSection title="What was told">
        <Text fw={600}>{request.concern}</Text>
        {request.narrative === null ? null : (
          <Text style={{ whiteSpace: 'pre-line' }}>{request.narrative}</Text>
        )}
        <AnswerList
          lines={[
            { asked: 'Part of the body', answered: placeInWords(request.bodyRegion, request.side) },
            ...answerLines(request.answers, date),
          ]}
        />
      </FormSection>
      <FormSection title="Who asked, and how to reach them">
        <AnswerList
          lines={[
            { asked: 'Telephone', answered: request.phone ?? '' },
            { asked: 'E-mail', answered: request.email ?? '' },
            { asked: 'Asked by', answered: askedBy(request) },
            ...(request.submitterContact === null
              ? []
              : [{ asked: 'Reached by', answered: request.submitterContact }]),
          ]}
        />
      </FormSection>
      <Added request={request} />
    </>
  );
}

function askedBy({ submitter, submitterName, createdBy }: RequestDetail): string {
  const known = Submitter.safeParse(submitter);
  const who = known.success ? SUBMITTER_LABEL[known.data] : (submitter ?? '');
  const taken = createdBy === null ? '' : `, taken down by ${createdBy}`;
  return `${[who, submitterName].filter(Boolean).join(': ')}${taken}`;
}

function Added({ request }: { request: RequestDetail }) {
  const { dateTime } = useClinicTime();
  const staff = useQuery(staffQuery).data?.staff ?? [];
  if (request.informationAsked === null && request.added.length === 0) return null;
  return (
    <FormSection title="Asked and answered since">
      {request.informationAsked === null ? null : <Text>Asked: {request.informationAsked}</Text>}
      <Stack gap="xs">
        {request.added.map(({ at, byId, text }) => (
          <div key={`${at} ${text}`}>
            <Text style={{ whiteSpace: 'pre-line' }}>{text}</Text>
            <Text size="sm" c="dimmed">
              {dateTime(at)}, written down by{' '}
              {staff.find(({ staffMemberId }) => staffMemberId === byId)?.name ?? 'a colleague'}
            </Text>
          </div>
        ))}
      </Stack>
    </FormSection>
  );
}

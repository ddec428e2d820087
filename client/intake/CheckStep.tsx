import { Stack, Text } from '@mantine/core';
import type { RequestForm } from '#shared/intake/model.ts';
import { SUBMITTER_LABEL } from '#shared/intake/model.ts';
import { listName } from '#shared/patients/model.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { AnswerList } from './AnswerList.tsx';
import { answerLines, placeInWords } from './answer-words.ts';

/** Everything once more before it is sent. */
export function CheckStep({ form, clinic }: { form: RequestForm; clinic: string }) {
  const { date } = useClinicTime();
  return (
    <Stack gap="md">
      <Text>Read it once more. Go back to any step to change something.</Text>
      <AnswerList
        lines={[
          { asked: 'Patient', answered: `${listName(form)}, born ${date(form.birthDate)}, ${form.sex}` },
          {
            asked: 'Reached by',
            answered: [form.phone, form.email, form.submitterContact].filter(Boolean).join(', '),
          },
          {
            asked: 'Asked by',
            answered: [SUBMITTER_LABEL[form.submitter], form.submitterName].filter(Boolean).join(': '),
          },
          { asked: 'Clinic', answered: clinic },
          { asked: 'Problem', answered: `${form.concern} (${placeInWords(form.bodyRegion, form.side)})` },
          ...answerLines(form.answers, date),
          { asked: 'Also', answered: form.narrative ?? '' },
        ]}
      />
    </Stack>
  );
}

import { Alert, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { RED_FLAG_QUESTIONS, RedFlagKey, type RedFlagLevel } from '#shared/intake/red-flags.ts';
import type { ChartEpisode, PatientChart } from '#shared/patients/chart.ts';
import { fieldErrorsOf } from '#client/platform/field-error.ts';
import { useDraftForm } from '#client/platform/use-draft-form.ts';
import { FormSection } from '#client/ui/FormSection.tsx';
import { AddPanel } from './AddPanel.tsx';
import { useReportDangerSign } from './queries.ts';

interface DangerSignPanelProps {
  chart: PatientChart;
  episode: ChartEpisode;
  onClose: () => void;
}

const Fields = z.object({ sign: RedFlagKey.nullable(), said: z.string() });

const EMPTY: z.infer<typeof Fields> = { sign: null, said: '' };

const LEVELS: readonly { level: RedFlagLevel; title: string }[] = [
  { level: 'emergency', title: 'Emergency services now' },
  { level: 'urgent', title: 'A physician the same day' },
  { level: 'prompt', title: 'A physician within days' },
];

/** What to do with the patient who is on the telephone or at the desk. */
const NEXT: Record<RedFlagLevel, string> = {
  emergency:
    'Tell the patient to call 911 now, or call for them. Therapy is stopped and the physiatrist has been told.',
  urgent:
    'The physiatrist has been told to look today and therapy is stopped. If it gets worse, the patient calls 911.',
  prompt: 'The physiatrist has been told. Therapy goes on. If it gets worse, the patient calls back.',
};

/** What a patient told the office, passed on to the physiatrist: the sign as they say it and their words, no judgement. */
export function DangerSignPanel({ chart, episode, onClose }: DangerSignPanelProps) {
  const form = useDraftForm(`danger-sign:${episode.episodeId}`, Fields, EMPTY);
  const { sign, said } = form.value;
  const [tried, setTried] = useState(false);
  const report = useReportDangerSign(chart.patient.patientId, episode.episodeId);
  const errorOf = fieldErrorsOf(report.error);
  const done = report.data;
  return (
    <AddPanel
      chart={chart}
      title={`Report a danger sign: ${episode.concern}`}
      submitLabel={done === undefined ? 'Report to the physiatrist' : 'Close'}
      onSubmit={() => {
        setTried(true);
        if (done !== undefined) onClose();
        else if (sign !== null && said.trim() !== '')
          report.mutate({ sign, said }, { onSuccess: form.clear });
      }}
      onClose={onClose}
      busy={report.isPending}
      error={report.error}
      keepsDraft={form.hasDraft}
    >
      {done === undefined ? (
        <>
          <Text size="sm">
            Choose what the patient says of themself. If in doubt, choose the more serious one: the
            physiatrist decides what it is.
          </Text>
          <Radio.Group
            label="The sign"
            required
            value={sign}
            onChange={(value) => form.change({ sign: RedFlagKey.nullable().parse(value) })}
            error={tried && sign === null ? 'Choose a sign.' : errorOf('sign')}
          >
            {LEVELS.map(({ level, title }) => (
              <FormSection key={level} title={title}>
                <Stack gap={6}>
                  {RED_FLAG_QUESTIONS.filter((question) => question.level === level).map(({ key, words }) => (
                    <Radio key={key} value={key} label={words} />
                  ))}
                </Stack>
              </FormSection>
            ))}
          </Radio.Group>
          <Textarea
            label="What was said, and by whom"
            name="said"
            required
            autosize
            minRows={2}
            maxLength={600}
            value={said}
            error={tried && said.trim() === '' ? 'Write what was said.' : errorOf('said')}
            onChange={(event) => form.change({ said: event.currentTarget.value })}
          />
        </>
      ) : (
        <Alert
          role="status"
          color={done.level === 'prompt' ? 'blue' : 'red'}
          title={LEVELS.find(({ level }) => level === done.level)?.title}
        >
          {NEXT[done.level]}
        </Alert>
      )}
    </AddPanel>
  );
}

import { Text } from '@mantine/core';
import { OneTextForm } from './OneTextForm.tsx';
import type { OrderFormProps } from './order-form-props.ts';
import { useRecommend } from './queries.ts';

/** A therapist recommends a test or a referral; the physiatrist decides. */
export function RecommendationForm(form: OrderFormProps) {
  const recommend = useRecommend(form.header.episodeId);
  return (
    <OneTextForm
      {...form}
      draftKey={`recommendation:${form.header.episodeId}`}
      title="Recommend a test or a referral"
      submitLabel="Recommend"
      label="What, and what you found that speaks for it"
      name="recommendation"
      done="The physiatrist has been told."
      submission={{
        ...recommend,
        mutate: (recommendation, options) => recommend.mutate({ recommendation }, options),
      }}
    >
      <Text size="sm" c="dimmed">
        Nothing is ordered by it: the physiatrist reads it as a task and decides. A danger sign is a red flag,
        not a recommendation.
      </Text>
    </OneTextForm>
  );
}

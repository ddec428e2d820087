import { Text, Title } from '@mantine/core';
import type { EvaluationDetail } from '#shared/evaluations/contract.ts';
import {
  dateClaimWords,
  dateOfEvaluation,
  evaluationLineWords,
} from '#shared/evaluations/evaluation-billing.ts';
import classes from './Evaluation.module.css';

/** The claim line of a signed evaluation, and what its date adds up to with what else is signed. */
export function EvaluationClaim({ evaluation: { billing, day } }: { evaluation: EvaluationDetail }) {
  if (day === null) return null;
  const date = dateOfEvaluation(billing, day);
  if (billing === null && date === undefined) return null;
  return (
    <section className={classes.reading}>
      <Title order={2} size="h3" mt="md" mb={4}>
        Billed
      </Title>
      <Text size="sm">
        {billing === null ? 'No line of its own' : evaluationLineWords(billing)}
        {date === undefined ? '' : `. With what else is signed, the date adds up to ${dateClaimWords(date)}`}.
      </Text>
    </section>
  );
}

import { Anchor, Button, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { EvaluationDetail } from '#shared/evaluations/contract.ts';
import { EVALUATION_KIND_LABEL } from '#shared/evaluations/model.ts';
import { canAddend } from '#shared/evaluations/policy.ts';
import { ROLE_LABEL } from '#shared/platform/actor.ts';
import { shortDate } from '#shared/platform/time.ts';
import { AddendumForm } from '#client/clinical/AddendumForm.tsx';
import { AddendumList } from '#client/clinical/AddendumList.tsx';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { EvaluationClaim } from './EvaluationClaim.tsx';
import { EpisodeBanner } from './EpisodeBanner.tsx';
import { useAddend } from './queries.ts';
import { ReadableEvaluation } from './ReadableEvaluation.tsx';
import classes from './Evaluation.module.css';

/** A signed evaluation: its words, who signed them and when, and what was added later. */
export function EvaluationReader({ evaluation }: { evaluation: EvaluationDetail }) {
  const { kind, header, content, authorName, authorRole, evaluatedOn, signedAt, addenda } = evaluation;
  const { dateOf, time } = useClinicTime();
  const [adding, setAdding] = useState(false);
  const permission = canAddend(useSession(), kind);
  const add = useAddend({ episodeId: header.episodeId, evaluationId: evaluation.evaluationId });
  return (
    <>
      <EpisodeBanner header={header} />
      <PageHeader
        title={`${EVALUATION_KIND_LABEL[kind]}, ${shortDate(evaluatedOn)}`}
        tabTitle={`${EVALUATION_KIND_LABEL[kind]}, ${header.familyName}`}
        description={
          <>
            {authorName}, {ROLE_LABEL[authorRole]}, {evaluation.clinicName}
            {signedAt === null ? '' : `; signed ${shortDate(dateOf(signedAt))} ${time(signedAt)}`}
          </>
        }
        actions={
          <>
            <Anchor component={Link} to={`/episodes/${header.episodeId}/evaluations`} size="sm">
              All evaluations
            </Anchor>
            <Anchor component={Link} to={`/episodes/${header.episodeId}/prescription`} size="sm">
              Prescription
            </Anchor>
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} aria-hidden />}
              onClick={() => window.print()}
            >
              Print
            </Button>
            <DisabledReason reason={permission.allowed ? undefined : permission.sentence}>
              <Button variant="default" onClick={() => setAdding(true)}>
                Add to it
              </Button>
            </DisabledReason>
          </>
        }
      />
      <ReadableEvaluation kind={kind} content={content} baseline={evaluation.baseline} />
      <EvaluationClaim evaluation={evaluation} />
      {addenda.length === 0 ? null : (
        <section className={classes.reading}>
          <Title order={2} size="h3" mt="lg" mb="xs">
            Added after signing
          </Title>
          <AddendumList addenda={addenda} />
        </section>
      )}
      {adding ? (
        <AddendumForm
          what="signed evaluation"
          subjectId={evaluation.evaluationId}
          banner={<EpisodeBanner header={header} />}
          add={add}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </>
  );
}

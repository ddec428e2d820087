import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { StoredEvaluationDraft } from '#shared/evaluations/contract.ts';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { EvaluationEditor } from './EvaluationEditor.tsx';
import { EvaluationReader } from './EvaluationReader.tsx';
import { evaluationQuery } from './queries.ts';

const route = getRouteApi('/shell/episodes/$episodeId/evaluations/$evaluationId');

/** One evaluation: its author's draft to write in, or the signed words to read and add to. */
export function EvaluationPage() {
  const place = route.useParams();
  const queryClient = useQueryClient();
  const options = evaluationQuery(place);
  const query = useQuery(options);
  const [taken, setTaken] = useState(0);

  const takeTheirs = (stored: StoredEvaluationDraft) => {
    queryClient.setQueryData(options.queryKey, (old) => (old === undefined ? old : { ...old, ...stored }));
    setTaken((times) => times + 1);
  };
  return (
    <QueryBoundary query={query}>
      {(evaluation) =>
        evaluation.status === 'signed' ? (
          <EvaluationReader evaluation={evaluation} />
        ) : (
          <EvaluationEditor
            key={`${evaluation.evaluationId} ${taken}`}
            evaluation={evaluation}
            onTakeTheirs={takeTheirs}
          />
        )
      }
    </QueryBoundary>
  );
}

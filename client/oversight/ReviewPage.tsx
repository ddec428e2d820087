import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Review } from '#shared/oversight/contract.ts';
import type { DecisionKind } from '#shared/oversight/model.ts';
import { DECISION_KINDS, DECISION_WORDS } from '#shared/oversight/model.ts';
import { canDecide, canDecideKind } from '#shared/oversight/policy.ts';
import { usePageTitle } from '#client/platform/page-title.ts';
import { useSession } from '#client/platform/session.ts';
import { useShortcuts } from '#client/platform/shortcuts.ts';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { begunOf } from './begun.ts';
import { neighboursOf } from './board-order.ts';
import { DecisionBar } from './DecisionBar.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import { reviewQuery } from './queries.ts';
import { ReviewBanner } from './ReviewBanner.tsx';
import { ReviewSide } from './ReviewSide.tsx';
import { ReviewTrends } from './ReviewTrends.tsx';
import { ReviewVerdict } from './ReviewVerdict.tsx';
import classes from './Review.module.css';

const route = getRouteApi('/shell/episodes/$episodeId/review');

/** One episode on one screen: the verdict, its numbers, what was done, and the decision. */
export function ReviewPage() {
  const { episodeId } = route.useParams();
  const review = useQuery(reviewQuery(episodeId));
  return (
    <QueryBoundary query={review}>{(data) => <ReviewScreen key={episodeId} review={data} />}</QueryBoundary>
  );
}

function ReviewScreen({ review }: { review: Review }) {
  const { role } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { previous, next } = neighboursOf(review.episodeId);
  const permission = canDecide(role, review.episode);
  const begun = begunOf(review);
  const may = (kind: DecisionKind) => permission.allowed && canDecideKind(kind, begun).allowed;
  usePageTitle(`${review.patient.name}: review`);
  const go = (episodeId: string | undefined) => {
    if (episodeId !== undefined)
      void navigate({
        to: '/episodes/$episodeId/review',
        params: { episodeId },
        search: { show: search.show },
      });
  };
  const decide = (kind: DecisionKind | undefined) =>
    void navigate({ search: { ...search, decide: kind }, replace: true });
  const toggleTable = () =>
    void navigate({
      search: { ...search, show: search.show === 'table' ? undefined : 'table' },
      replace: true,
    });

  useShortcuts('Review', [
    { keys: 'j', does: 'Next patient', run: () => go(next), disabled: next === undefined },
    { keys: 'k', does: 'Previous patient', run: () => go(previous), disabled: previous === undefined },
    { keys: 't', does: 'Charts or tables', run: toggleTable },
    { keys: 'b', does: 'Back to the board', run: () => void navigate({ to: '/board' }) },
    ...DECISION_KINDS.map((kind) => ({
      keys: DECISION_WORDS[kind].key,
      does: DECISION_WORDS[kind].label,
      run: () => decide(kind),
      disabled: !may(kind),
    })),
  ]);

  return (
    <div className={classes.screen}>
      <ReviewBanner review={review} asHeading />
      <div className={classes.columns}>
        <ReviewVerdict review={review} />
        <ReviewTrends review={review} showTable={search.show === 'table'} onToggle={toggleTable} />
        <ReviewSide review={review} />
      </div>
      <DecisionBar review={review} permission={permission} onDecide={decide} onGo={go} />
      {search.decide !== undefined && may(search.decide) ? (
        <DecisionForm
          key={search.decide}
          kind={search.decide}
          review={review}
          onClose={() => decide(undefined)}
        />
      ) : null}
    </div>
  );
}

import { oversightApi } from '#shared/oversight/contract.ts';
import { bind, type Binding } from '#server/platform/http/bind-endpoint.ts';
import { findBoard } from './board-query.ts';
import { countWorse } from './count-worse.ts';
import { decide } from './decide.ts';
import { findVerdicts } from './find-verdicts.ts';
import { loadReview } from './review-query.ts';

export function oversightRoutes(binding: Binding): void {
  bind(binding, oversightApi.board, findBoard);
  bind(binding, oversightApi.worse, countWorse);
  bind(binding, oversightApi.review, (ctx, { params }) => loadReview(ctx, params.episodeId));
  bind(binding, oversightApi.decide, decide);
  bind(binding, oversightApi.verdicts, findVerdicts);
}

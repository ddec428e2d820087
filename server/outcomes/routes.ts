import { outcomesApi } from '#shared/outcomes/contract.ts';
import { bind, type Binding } from '#server/platform/http/bind-endpoint.ts';
import { chooseThreshold } from './choose-threshold.ts';
import { correctScore, markError } from './correct-score.ts';
import { enterScores } from './enter-scores.ts';
import { listScores, listThresholds } from './queries.ts';
import { takeImported } from './take-imported.ts';

export function outcomesRoutes(binding: Binding): void {
  bind(binding, outcomesApi.list, listScores);
  bind(binding, outcomesApi.enter, enterScores);
  bind(binding, outcomesApi.markError, markError);
  bind(binding, outcomesApi.correct, correctScore);
  bind(binding, outcomesApi.takeImported, takeImported);
  bind(binding, outcomesApi.thresholds, listThresholds);
  bind(binding, outcomesApi.chooseThreshold, chooseThreshold);
}

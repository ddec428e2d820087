import { evaluationsApi } from '#shared/evaluations/contract.ts';
import { bind, type Binding } from '#server/platform/http/bind-endpoint.ts';
import { addend } from './addend.ts';
import { discardDraft } from './discard-draft.ts';
import { findEvaluations, readEvaluation } from './queries.ts';
import { saveDraft } from './save-draft.ts';
import { signEvaluation } from './sign-evaluation.ts';
import { startEvaluation } from './start-evaluation.ts';

export function evaluationsRoutes(binding: Binding): void {
  bind(binding, evaluationsApi.list, findEvaluations);
  bind(binding, evaluationsApi.start, startEvaluation);
  bind(binding, evaluationsApi.read, readEvaluation);
  bind(binding, evaluationsApi.save, saveDraft);
  bind(binding, evaluationsApi.sign, signEvaluation);
  bind(binding, evaluationsApi.discard, discardDraft);
  bind(binding, evaluationsApi.addend, addend);
}

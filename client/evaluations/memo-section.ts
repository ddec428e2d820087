import { memo, type FunctionComponent } from 'react';
import type { EvaluationContent } from '#shared/evaluations/model.ts';
import type { DraftAccess } from './use-evaluation-draft.ts';

/**
 * A section that is drawn again only when its own parts of the content change: typing in one of them must not redraw a long
 * examination. A section that reads another part must name it here.
 */
export function memoSection<Props extends { draft: DraftAccess }>(
  section: FunctionComponent<Props>,
  parts: readonly (keyof EvaluationContent)[],
) {
  return memo(section, ({ draft: before, ...old }, { draft: after, ...next }) => {
    const isSameDraft =
      before.kind === after.kind &&
      before.errors === after.errors &&
      before.content.carried === after.content.carried &&
      parts.every((part) => before.content[part] === after.content[part]);
    const others = new Map<string, unknown>(Object.entries(old));
    return isSameDraft && Object.entries(next).every(([name, value]) => others.get(name) === value);
  });
}

import { ALLOWED, refuse, type Permission, ROLE_LABEL, type StaffRole } from '#shared/platform/actor.ts';
import { assistantMayNot, isAssistant } from '#shared/platform/assistant.ts';
import { EVALUATION_KIND_LABEL, EVALUATOR_OF, type EvaluationKind, isTherapyEvaluation } from './model.ts';

interface Who {
  role: StaffRole;
  staffMemberId: string;
}

/** A consult and a follow-up diagnose, so they are the physiatrist's; each therapist evaluates in their own discipline (rules.md section 3). */
export function canWrite(who: Pick<Who, 'role'>, kind: EvaluationKind): Permission {
  if (isAssistant(who.role)) return assistantMayNot('evaluate');
  const evaluator = EVALUATOR_OF[kind];
  if (isTherapyEvaluation(kind) && who.role !== evaluator) {
    const is = EVALUATION_KIND_LABEL[kind].toLowerCase();
    return refuse('therapist-only', `The ${is} is written by ${withArticle(ROLE_LABEL[evaluator])}.`);
  }
  return who.role === evaluator
    ? ALLOWED
    : refuse('physiatrist-only', 'Only a physiatrist writes a consult or a follow-up, because it diagnoses.');
}

const withArticle = (role: string): string => `${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role}`;

/** What an episode holds already, as far as starting the next evaluation depends on it. */
export interface EpisodeEvaluations {
  open: boolean;
  /** A consult has been signed. */
  consulted: boolean;
}

/** Whether this kind comes next: the consult first, then everything else (rules.md 7.2). */
export function canStart(
  who: Pick<Who, 'role'>,
  kind: EvaluationKind,
  { open, consulted }: EpisodeEvaluations,
): Permission {
  const role = canWrite(who, kind);
  if (!role.allowed) return role;
  if (!open) return refuse('episode-closed', 'The episode of care is closed. Nothing is added to it.');
  if (kind === 'consult' && consulted) {
    return refuse('consulted', 'The consult of this episode is signed. Start a follow-up.');
  }
  if (kind !== 'consult' && !consulted) {
    return refuse(
      'not-consulted',
      'The physiatrist’s consult is not signed yet. It comes before anything else.',
    );
  }
  return ALLOWED;
}

/** A draft is its author's alone; nobody signs or changes another person's words. */
export const canEdit = (who: Pick<Who, 'staffMemberId'>, { authorId }: { authorId: string }): Permission =>
  who.staffMemberId === authorId
    ? ALLOWED
    : refuse('not-author', 'Only its author writes in a draft and signs it.');

/** Anyone who may write this kind may add to what is signed; the words before it stay. */
export const canAddend = (who: Pick<Who, 'role'>, kind: EvaluationKind): Permission => canWrite(who, kind);

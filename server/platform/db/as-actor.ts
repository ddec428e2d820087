import type { QueryConfig } from 'pg';
import type { Actor } from '#shared/platform/actor.ts';

/** Narrows what the actor can see to one patient: cheaper for PostgreSQL, and nothing else can leak. */
export type Scope = { patientId: string } | { episodeId: string } | undefined;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A uuid as an SQL literal. Anything else is refused: this text goes into a statement without parameters. */
function literal(id: string | undefined): string {
  if (id === undefined) return 'null';
  if (!UUID.test(id)) throw new Error('not a uuid');
  return `'${id}'`;
}

type Entering = readonly [
  organization: string,
  staff: string | undefined,
  kind: Actor['kind'],
  patient: string | undefined,
  episode: string | undefined,
];

function entering(actor: Actor, scope: Scope): Entering {
  const own = actor.kind === 'system' ? actor.patientId : undefined;
  return [
    actor.organizationId,
    actor.kind === 'staff' ? actor.staffMemberId : undefined,
    actor.kind,
    scope && 'patientId' in scope ? scope.patientId : own,
    scope && 'episodeId' in scope ? scope.episodeId : undefined,
  ];
}

/** The statement that puts a transaction under an actor's row-level security. */
export function enterStatement(actor: Actor, scope?: Scope): string {
  const [organization, staff, kind, patient, episode] = entering(actor, scope);
  const ids = [literal(organization), literal(staff), `'${kind}'`, literal(patient), literal(episode)];
  return `select tandem.enter(${ids.join(', ')})`;
}

/** The same, to be prepared once per connection. */
export const enterQuery = (actor: Actor, scope?: Scope): QueryConfig => ({
  name: 'enter',
  text: 'select tandem.enter($1, $2, $3, $4, $5)',
  values: [...entering(actor, scope)],
});

/**
 * The same for a use case: it also takes the chart it is about, so that two who change one chart follow each other and each reads
 * what the other left. Whoever cannot see the patient takes nothing.
 */
export const enterToWriteQuery = (actor: Actor, scope?: Scope): QueryConfig => ({
  ...enterQuery(actor, scope),
  name: 'enter-to-write',
  text: 'select tandem.enter_to_write($1, $2, $3, $4, $5)',
});

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

/** The statement that puts a transaction under an actor's row-level security. */
export function enterStatement(actor: Actor, scope?: Scope): string {
  const staff = actor.kind === 'staff' ? actor.staffMemberId : undefined;
  const own = actor.kind === 'system' ? actor.patientId : undefined;
  const patient = scope && 'patientId' in scope ? scope.patientId : own;
  const episode = scope && 'episodeId' in scope ? scope.episodeId : undefined;
  const ids = [
    literal(actor.organizationId),
    literal(staff),
    `'${actor.kind}'`,
    literal(patient),
    literal(episode),
  ];
  return `select tandem.enter(${ids.join(', ')})`;
}

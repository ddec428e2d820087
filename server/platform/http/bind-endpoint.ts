import { createHash } from 'node:crypto';
import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import type { Actor, StaffActor, StaffRole } from '#shared/platform/actor.ts';
import type { Endpoint, Input, Output } from '#shared/platform/endpoint.ts';
import { Problem, type ProblemIssue } from '#shared/platform/problem.ts';
import type { Database } from '#server/platform/db/database.ts';
import type { Context } from './context.ts';
import { RenderedFile } from './rendered-file.ts';
import { JsonText } from './json-text.ts';

/** What every slice's routes are bound with: how to find the actor, the database, the clock. */
export interface Binding {
  router: Router;
  db: Database;
  now: () => Date;
  /** The signed-in member of staff, or nothing. May add cookies to the response. */
  actorOf: (request: Request, response: Response) => Promise<StaffActor | undefined>;
  /** Why a role may not call an endpoint: a sentence for the person who tried. */
  reasonOf: (api: Endpoint, role: StaffRole) => string;
}

type StaffHandler<E extends Endpoint> = (
  ctx: Context,
  input: Input<E>,
) => Promise<Output<E> | JsonText<Output<E>> | RenderedFile>;
type PublicHandler<E extends Endpoint> = (ctx: Omit<Context, 'actor'>, input: Input<E>) => Promise<Output<E>>;

/** Binds an endpoint to its use case: who is it, parse, the coarse permission, run, answer JSON. */
export function bind<E extends Endpoint>(binding: Binding, api: E, handler: StaffHandler<E>): void {
  route(binding, api, async (request, response) => {
    const actor = await binding.actorOf(request, response);
    if (!actor)
      throw new Problem('not-signed-in', 'Your session has ended. Sign in again; nothing you typed is lost.');
    if (
      api.permission !== 'signed-in' &&
      api.permission !== 'public' &&
      !api.permission.includes(actor.role)
    ) {
      throw new Problem('forbidden', binding.reasonOf(api, actor.role));
    }
    const input = parseInput(api, request);
    const ctx: Context = { ...common(binding, request), actor, idempotency: idempotencyOf(api, request) };
    return handler(ctx, input);
  });
}

/** Binds an endpoint that needs no account. */
export function bindPublic<E extends Endpoint>(binding: Binding, api: E, handler: PublicHandler<E>): void {
  if (api.permission !== 'public') throw new Error(`${api.id} is not public`);
  route(binding, api, async (request) => handler(common(binding, request), parseInput(api, request)));
}

function route(
  { router }: Binding,
  api: Endpoint,
  answer: (request: Request, response: Response) => Promise<unknown>,
): void {
  const method = api.method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
  router[method](api.path, async (request, response) => {
    const body = await answer(request, response);
    if (body instanceof RenderedFile) {
      body.sendTo(response);
      return;
    }
    const text = body instanceof JsonText ? body.text : JSON.stringify(body);
    response.statusCode = 200;
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.end(text);
  });
}

const common = (binding: Binding, request: Request): Omit<Context, 'actor'> => ({
  db: binding.db,
  now: binding.now,
  requestId: String(request.id),
});

function parseInput<E extends Endpoint>(api: E, request: Request): Input<E> {
  const places = { params: request.params, query: request.query, body: request.body ?? {} } as const;
  const issues: ProblemIssue[] = [];
  const parsed: Record<string, unknown> = {};
  for (const place of ['params', 'query', 'body'] as const) {
    const result = api[place].safeParse(places[place]);
    if (result.success) parsed[place] = result.data;
    else issues.push(...result.error.issues.map((issue) => toIssue(place, issue)));
  }
  // An id that is no id names nothing: the same answer as for one that is not there.
  if (issues.some((issue) => issue.path.startsWith('params'))) throw new Problem('not-found');
  if (issues.length > 0) throw new Problem('invalid-input', issues[0]?.message, { issues });
  return parsed as unknown as Input<E>;
}

function toIssue(place: string, issue: z.core.$ZodIssue): ProblemIssue {
  const path = place === 'body' ? issue.path : [place, ...issue.path];
  return { path: path.map(String).join('.'), code: issue.code, message: issue.message };
}

function idempotencyOf(api: Endpoint, request: Request): Context['idempotency'] {
  if (!api.idempotent) return undefined;
  const key = z.uuid().safeParse(request.get('idempotency-key'));
  if (!key.success) {
    throw new Problem(
      'invalid-input',
      'Send an Idempotency-Key header holding a UUID, the same one for every retry.',
      {
        issues: [{ path: 'header.idempotency-key', code: 'required', message: 'A UUID is needed.' }],
      },
    );
  }
  const bodyHash = createHash('sha256')
    .update(JSON.stringify([request.params, request.body ?? null]))
    .digest('hex');
  return { key: key.data, endpoint: api.id, bodyHash };
}

/** A context for work that no request asked for. */
export const backgroundContext = <A extends Actor>(
  db: Database,
  actor: A,
  requestId: string,
  now: () => Date = () => new Date(),
): Context<A> => ({ db, actor, requestId, now });

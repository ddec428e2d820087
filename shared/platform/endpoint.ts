import { z } from 'zod';
import './issue-words.ts';
import type { StaffRole } from './actor.ts';
import { EpisodeId } from './ids.ts';
import type { ProblemCode } from './problem.ts';

/** Who may call at all; what they may do to the thing itself is the slice's policy. */
export type EndpointPermission = 'public' | 'signed-in' | readonly StaffRole[];

export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  /** `slice.verb-noun`, unique: the operation's name in OpenAPI, in the audit and in the log. */
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Express form: `/api/episodes/:episodeId`. */
  path: `/api/${string}`;
  summary: string;
  permission: EndpointPermission;
  /** Why a role that could be expected to may not call, in words for that person. */
  refusals: Readonly<Partial<Record<StaffRole, string>>>;
  params: Params;
  query: Query;
  body: Body;
  response: Response;
  /** Codes beyond those that any endpoint can give. */
  errors: readonly ProblemCode[];
  /** The caller sends `Idempotency-Key`; the same key and body give the same answer. */
  idempotent: boolean;
  /** Forms other than JSON in which the answer can be had. */
  media: readonly string[];
}

const NOTHING = z.object({});

interface EndpointSpec<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
> extends Pick<Endpoint, 'id' | 'method' | 'path' | 'summary' | 'permission'> {
  params?: P;
  query?: Q;
  body?: B;
  response: R;
  errors?: readonly ProblemCode[];
  refusals?: Endpoint['refusals'];
  idempotent?: boolean;
  media?: readonly string[];
}

/** Declares one endpoint: the server binds it, the client calls it, OpenAPI describes it. */
export function endpoint<
  R extends z.ZodType,
  P extends z.ZodType = typeof NOTHING,
  Q extends z.ZodType = typeof NOTHING,
  B extends z.ZodType = typeof NOTHING,
>(spec: EndpointSpec<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return {
    ...spec,
    params: spec.params ?? (NOTHING as unknown as P),
    query: spec.query ?? (NOTHING as unknown as Q),
    body: spec.body ?? (NOTHING as unknown as B),
    errors: spec.errors ?? [],
    refusals: spec.refusals ?? {},
    idempotent: spec.idempotent ?? false,
    media: spec.media ?? [],
  };
}

/** What a use case receives: parsed params, query and body. */
export interface Input<E extends Endpoint> {
  params: z.output<E['params']>;
  query: z.output<E['query']>;
  body: z.output<E['body']>;
}

/** What a caller sends. */
export interface CallInput<E extends Endpoint> {
  params: z.input<E['params']>;
  query: z.input<E['query']>;
  body: z.input<E['body']>;
}

export type Output<E extends Endpoint> = z.output<E['response']>;

/** Path parameters of what lies under an episode. */
export const onEpisode = z.object({ episodeId: EpisodeId });

/** Query parameters of every list: where to go on, and how many. */
export const pageQuery = {
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};

/** Free text a person typed: trimmed, without NUL, at most `max` characters. */
export const text = (max: number) =>
  z
    .string()
    .max(max, { error: `Use at most ${max} characters.` })
    .refine((value) => !value.includes('\u0000'), { error: 'Contains a character that cannot be stored.' })
    .transform((value) => value.trim());

/** Free text that must say something. */
export const requiredText = (max: number, what = 'This') =>
  text(max).refine((value) => value.length > 0, { error: `${what} is needed.` });

/** The version the caller saw: a change on top of another one is refused, never silently stored. */
export const expectedVersion = z.number().int().min(1);

import { z } from 'zod';
import type { Endpoint } from '#shared/platform/endpoint.ts';
import { PROBLEMS, ProblemDocument } from '#shared/platform/problem.ts';
import { VERSION } from '#server/auth/index.ts';
import { allEndpoints } from './all-endpoints.ts';

type JsonSchema = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema;
  return rest;
};

const COMMON_ERRORS = ['invalid-input', 'not-signed-in', 'forbidden', 'not-found', 'unavailable'] as const;

/** OpenAPI 3.1 of the whole API, from the same contracts that the server binds and the client calls. */
export function describeApi(): JsonSchema {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const api of allEndpoints()) {
    const path = api.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [api.method.toLowerCase()]: operation(api) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Tandem', version: VERSION },
    paths,
    components: { schemas: { Problem: schemaOf(ProblemDocument, 'output') } },
  };
}

function operation(api: Endpoint): JsonSchema {
  const codes = [...COMMON_ERRORS, ...api.errors];
  const statuses = [...new Set(codes.map((code) => PROBLEMS[code].status))].sort((a, b) => a - b);
  return {
    operationId: api.id,
    summary: api.summary,
    'x-permission': api.permission,
    parameters: [
      ...parameters(api.params, 'path'),
      ...parameters(api.query, 'query'),
      ...(api.idempotent
        ? [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: true,
              schema: { type: 'string', format: 'uuid' },
            },
          ]
        : []),
    ],
    ...(api.method === 'POST' || api.method === 'PUT'
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(api.body, 'input') } },
          },
        }
      : {}),
    responses: {
      200: {
        description: 'Done',
        content: {
          'application/json': { schema: schemaOf(api.response, 'output') },
          ...Object.fromEntries(api.media.map((type) => [type, { schema: { type: 'string' } }])),
        },
      },
      ...Object.fromEntries(
        statuses.map((status) => [
          status,
          {
            description: codes.filter((code) => PROBLEMS[code].status === status).join(', '),
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        ]),
      ),
    },
  };
}

function parameters(schema: z.ZodType, place: 'path' | 'query'): JsonSchema[] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: JsonSchema;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

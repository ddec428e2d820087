import { expect, test } from 'vitest';
import { allEndpoints } from '#server/app/all-endpoints.ts';
import { aClinic } from '#tests/support/a-clinic.ts';

type Operation = {
  operationId: string;
  parameters: { name: string; in: string }[];
  responses: Record<string, { content: Record<string, { schema: object }> }>;
};

test('the API describes every endpoint in one OpenAPI document', async () => {
  const clinic = await aClinic();

  const response = await clinic.as('anonymous').send('/api/openapi.json');

  expect(response.status).toBe(200);
  const document = (await response.json()) as {
    openapi: string;
    paths: Record<string, Record<string, Operation>>;
  };
  expect(document.openapi).toMatch(/^3\.1/);
  for (const api of allEndpoints()) {
    const operation = document.paths[api.path.replace(/:(\w+)/g, '{$1}')]?.[api.method.toLowerCase()];
    expect(operation?.operationId).toBe(api.id);
    const inPath = operation?.parameters.filter((one) => one.in === 'path').map((one) => one.name);
    expect(new Set(inPath)).toEqual(new Set([...api.path.matchAll(/:(\w+)/g)].map(([, name]) => name)));
    expect(operation?.responses['200']?.content['application/json']?.schema).toBeTypeOf('object');
    expect(operation?.responses['400']?.content['application/problem+json']).toBeDefined();
  }
});

test('an address that nothing answers is a problem, not a page', async () => {
  const clinic = await aClinic();

  const response = await clinic.as('physiatrist').send('/api/no-such-thing');

  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
});

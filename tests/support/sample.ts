import { randomUUID } from 'node:crypto';
import { z } from 'zod';

type JsonSchema = {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  format?: string;
  pattern?: string;
  minLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  minItems?: number;
  items?: JsonSchema;
  prefixItems?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
};

/** A date is also a fair text: most strings of the contracts are one or the other. */
const TEXT = '2026-01-15';

/**
 * The smallest thing that a schema describes: required fields only. Rules that JSON Schema cannot say may still refuse
 * it; the caller checks.
 */
export function sampleOf(schema: z.ZodType): unknown {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  return sample(root, root);
}

function sample(schema: JsonSchema, root: JsonSchema): unknown {
  if (schema.$ref !== undefined) return sample(resolve(schema.$ref, root), root);
  if ('const' in schema) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (choice !== undefined) return sample(choice, root);
  switch (schema.type) {
    case 'object':
      return sampleObject(schema, root);
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items ?? {}, root));
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return sampleText(schema);
  }
}

function sampleObject(schema: JsonSchema, root: JsonSchema): unknown {
  const parts = (schema.required ?? []).map((name) => [name, sample(schema.properties?.[name] ?? {}, root)]);
  return Object.fromEntries(parts);
}

function sampleText({ format, minLength = 0 }: JsonSchema): string {
  if (format === 'uuid') return randomUUID();
  if (format === 'date-time') return `${TEXT}T10:00:00Z`;
  if (format === 'email') return 'somebody@tandem.example';
  return TEXT.padEnd(minLength, 'x');
}

function resolve(reference: string, root: JsonSchema): JsonSchema {
  const name = reference.split('/').at(-1) ?? '';
  return root.$defs?.[name] ?? {};
}

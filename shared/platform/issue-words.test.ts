import { expect, test } from 'vitest';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const words = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues[0]?.message;

test.each<[z.ZodType, unknown, string]>([
  [z.number().min(1), 0, 'Enter 1 or more.'],
  [z.number().max(10), 12, 'Enter 10 or less.'],
  [z.number().lt(10), 10, 'Enter less than 10.'],
  [z.number().gt(0), 0, 'Enter more than 0.'],
  [z.number().int(), 1.5, 'Enter a whole number.'],
  [z.int(), 1.5, 'Enter a whole number.'],
  [z.number().multipleOf(0.5), 0.3, 'Enter a number in steps of 0.5.'],
  [z.number(), 'x', 'Enter a number.'],
  [z.number(), undefined, 'Fill this in.'],
  [z.string().min(1), '', 'Fill this in.'],
  [z.string().max(3), 'four', 'Use at most 3 characters.'],
  [z.string(), 5, 'Write this in words.'],
  [z.array(z.string()).max(1), ['a', 'b'], 'Enter at most one.'],
  [z.array(z.string()).min(2), ['a'], 'Enter at least 2.'],
  [z.enum(['left', 'right']), 'up', 'Choose one of: left, right.'],
  [z.literal('left'), 'up', 'Choose one of: left.'],
  [z.email(), 'x', 'Write an e-mail address like name@example.org.'],
  [z.uuid(), 'x', 'Choose it from the list again.'],
  [z.union([z.number(), z.boolean()]), 'x', 'This is not possible here. Correct it or leave it empty.'],
  [z.strictObject({}), { a: 1 }, 'Leave out what is not asked for: a.'],
])('%# says what to do', (schema, value, sentence) => {
  expect(endpoint).toBeDefined();
  expect(words(schema, value)).toBe(sentence);
});

test('a schema’s own sentence comes first', () => {
  expect(words(z.number().max(10, { error: 'Pain runs from 0 to 10.' }), 12)).toBe('Pain runs from 0 to 10.');
});

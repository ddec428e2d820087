import { z } from 'zod';

/**
 * What to do about a value that a schema does not take, for every schema that says nothing of its own. Set once for the whole program, so
 * that the sentence at a field, in a footer and from the server is the same, and none is written for programmers.
 */
export function issueWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'not_multiple_of':
      return `Enter a number in steps of ${issue.divisor}.`;
    case 'invalid_type':
      return wrongType(issue);
    case 'invalid_value':
      return `Choose one of: ${issue.values.map(String).join(', ')}.`;
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'Write this in the form that is asked for.';
    case 'unrecognized_keys':
      return `Leave out what is not asked for: ${issue.keys.join(', ')}.`;
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
    default:
      return 'This is not possible here. Correct it or leave it empty.';
  }
}

const FORMATS: Readonly<Record<string, string>> = {
  email: 'Write an e-mail address like name@example.org.',
  uuid: 'Choose it from the list again.',
  datetime: 'Enter a date with a time.',
  date: 'Enter a date.',
  url: 'Write an address that begins with https://.',
};

type Raw<Code extends z.core.$ZodRawIssue['code']> = Extract<z.core.$ZodRawIssue, { code: Code }>;

function tooSmall({ origin, minimum, inclusive }: Raw<'too_small'>): string {
  if (origin === 'string')
    return Number(minimum) === 1 ? 'Fill this in.' : `Write at least ${minimum} characters.`;
  if (origin === 'array' || origin === 'set') return `Enter at least ${counted(minimum)}.`;
  return inclusive === false ? `Enter more than ${minimum}.` : `Enter ${minimum} or more.`;
}

function tooBig({ origin, maximum, inclusive }: Raw<'too_big'>): string {
  if (origin === 'string') return `Use at most ${maximum} characters.`;
  if (origin === 'array' || origin === 'set') return `Enter at most ${counted(maximum)}.`;
  return inclusive === false ? `Enter less than ${maximum}.` : `Enter ${maximum} or less.`;
}

const counted = (count: number | bigint): string => (Number(count) === 1 ? 'one' : String(count));

function wrongType({ expected, input }: Raw<'invalid_type'>): string {
  if (input === undefined || input === null) return 'Fill this in.';
  if (expected === 'int') return 'Enter a whole number.';
  if (expected === 'number') return 'Enter a number.';
  if (expected === 'boolean') return 'Answer with yes or no.';
  return expected === 'string'
    ? 'Write this in words.'
    : 'This is not possible here. Correct it or leave it empty.';
}

z.config({ customError: issueWords });

/** Where a text stops being JSON, as an offset into it, and what would have to come there. */
export interface JsonError {
  position: number;
  expected: string;
}

const SPACE = /[ \t\n\r]*/y;
// eslint-disable-next-line no-control-regex -- JSON forbids exactly these inside a string
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

type Expected = 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'colon' | 'comma-or-end' | 'nothing';

const WORDS: Record<Expected, string> = {
  value: 'a value',
  'value-or-end': 'a value or ]',
  name: 'a name in double quotes',
  'name-or-end': 'a name in double quotes or }',
  colon: 'a colon',
  'comma-or-end': 'a comma or the closing bracket',
  nothing: 'the end of the file',
};

/**
 * Node's own parser does not always say where it stopped; this walks the text again only to find the place. Nothing when
 * the text is JSON.
 */
export function findJsonError(text: string): JsonError | undefined {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let position = 0;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = position;
    const found = pattern.exec(text)?.[0] ?? '';
    position += found.length;
    return found !== '';
  };
  const afterValue = (): Expected => (open.length > 0 ? 'comma-or-end' : 'nothing');
  for (;;) {
    skip(SPACE);
    const next = text[position];
    if (next === undefined && expected === 'nothing') return undefined;
    const wrong = { position, expected: WORDS[expected] };
    if (next === undefined || expected === 'nothing') return wrong;
    const isEnd = expected.endsWith('or-end') && next === (open.at(-1) === '{' ? '}' : ']');
    if (isEnd) {
      open.pop();
      position += 1;
      expected = afterValue();
    } else if (expected === 'colon' || expected === 'comma-or-end') {
      if (next !== (expected === 'colon' ? ':' : ',')) return wrong;
      position += 1;
      expected = expected === 'comma-or-end' && open.at(-1) === '{' ? 'name' : 'value';
    } else if (expected.startsWith('name')) {
      if (!skip(STRING)) return wrong;
      expected = 'colon';
    } else if (next === '{' || next === '[') {
      open.push(next);
      position += 1;
      expected = next === '{' ? 'name-or-end' : 'value-or-end';
    } else {
      if (!skip(STRING) && !skip(SCALAR)) return wrong;
      expected = afterValue();
    }
  }
}

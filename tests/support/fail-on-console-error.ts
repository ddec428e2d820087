import { format } from 'node:util';
import { afterEach, beforeEach } from 'vitest';

/** What a user would find in their console is a defect, also when every assertion holds. */
const complaints: string[] = [];

console.error = (...parts: unknown[]) => {
  complaints.push(format(...parts));
};

beforeEach(() => {
  complaints.length = 0;
});

afterEach(() => {
  const found = complaints.splice(0);
  if (found.length > 0) throw new Error(`console.error was called:\n${found.join('\n')}`);
});

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ImportIssue, ReadableBundle } from '#shared/fhir/model.ts';
import { readBundle } from '#shared/fhir/read-bundle.ts';
import { findJsonError } from './find-json-error.ts';

export type FileReading =
  | { kind: 'bundle'; bundle: ReadableBundle; sha256: string }
  | { kind: 'refused'; issues: ImportIssue[] }
  /** JSON that is no bundle, met in a folder: left alone. */
  | { kind: 'other' };

const LARGEST_BYTES = 100_000_000;

/** The JSON files that the paths name; a folder stands for all below it. Throws on a path that leads nowhere. */
export function findFiles(paths: readonly string[]): { file: string; isNamed: boolean }[] {
  return paths.flatMap((given): { file: string; isNamed: boolean }[] => {
    if (!existsSync(given)) throw new Error(`${given} does not exist.`);
    if (!statSync(given).isDirectory()) return [{ file: given, isNamed: true }];
    return readdirSync(given, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.toLowerCase().endsWith('.json'))
      .sort((a, b) => a.localeCompare(b))
      .map((name) => ({ file: path.join(given, name), isNamed: false }));
  });
}

/** Reads one file without storing anything. */
export function readBundleFile(file: string, isNamed: boolean, timeZone: string): FileReading {
  if (statSync(file).size > LARGEST_BYTES) {
    return { kind: 'refused', issues: [{ place: 'the file', message: 'is larger than 100 MB' }] };
  }
  const bytes = readFileSync(file);
  const parsed = parseJson(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  if ('issue' in parsed) return { kind: 'refused', issues: [parsed.issue] };
  if (!isNamed && !isBundle(parsed.json)) return { kind: 'other' };
  const reading = readBundle(parsed.json, timeZone);
  if (reading.kind === 'refused') return reading;
  return { kind: 'bundle', bundle: reading.bundle, sha256: createHash('sha256').update(bytes).digest('hex') };
}

const isBundle = (json: unknown): boolean =>
  typeof json === 'object' && json !== null && 'resourceType' in json && json.resourceType === 'Bundle';

function parseJson(text: string): { json: unknown } | { issue: ImportIssue } {
  try {
    return { json: JSON.parse(text) };
  } catch {
    const { position, expected } = findJsonError(text) ?? { position: 0, expected: 'JSON' };
    const before = text.slice(0, position).split('\n');
    const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
    const end = position === text.length ? ', the file ends here' : '';
    return { issue: { place, message: `is not JSON: ${expected} is expected${end}` } };
  }
}

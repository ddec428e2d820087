import { certification, type CertificationFacts } from '#shared/compliance/certification.ts';
import { progressReport, type ProgressReportFacts } from '#shared/compliance/progress-report.ts';
import { triage, TriageInput } from '#shared/intake/triage.ts';
import { judgeEpisode, type EpisodeCourse } from '#shared/oversight/judge-episode.ts';
import { judgeMeasure } from '#shared/oversight/judge-measure.ts';
import type { MeasureSeries } from '#shared/oversight/measure-judgement.ts';
import { timedUnits, type ServiceMinutes } from '#shared/sessions/timed-units.ts';

/** One case of a clinical vector file; `input` and `expected` are as the kind says. */
interface Vector {
  id: string;
  title: string;
  input: never;
  expected: Record<string, unknown>;
}

export interface VectorFailure {
  id: string;
  title: string;
  expected: string;
  got: string;
}

const TOLERANCE = 1e-6;

/** What answers each kind of case. */
const RULES: Record<string, (input: never) => object> = {
  eightMinuteRule: ({ services }: { services: ServiceMinutes[] }) => timedUnits(services),
  responseMeasure: (input: MeasureSeries) => judgeMeasure(input),
  responseEpisode: (input: EpisodeCourse) => judgeEpisode(input),
  intakeTriage: (input: unknown) => triage(TriageInput.parse(input)),
  medicareCertification: (input: CertificationFacts) => certification(input),
  progressReport: (input: ProgressReportFacts) => progressReport(input),
};

/** Runs every case of a file shaped like `clinical/vectors.json`: `{ kind: [case, ...] }`. An unknown kind is a failure, not a silence. */
export function runVectors(file: Record<string, unknown>): { passed: number; failures: VectorFailure[] } {
  const failures: VectorFailure[] = [];
  let passed = 0;
  for (const [kind, cases] of Object.entries(file)) {
    if (!Array.isArray(cases)) continue;
    for (const vector of cases as Vector[]) {
      const got = answer(kind, vector);
      if (kind in RULES && matches(got, vector.expected)) passed += 1;
      else {
        const { id, title } = vector;
        failures.push({ id, title, expected: JSON.stringify(vector.expected), got: JSON.stringify(got) });
      }
    }
  }
  return { passed, failures };
}

function answer(kind: string, { input }: Vector): object {
  const rule = RULES[kind];
  if (!rule) return { error: `no rule for cases of kind ${kind}` };
  try {
    return rule(input);
  } catch (error) {
    return { error: String(error) };
  }
}

/** Numbers within 1e-6, lists of flags and codes as sets; nested tables hold the expected keys and no others. */
function matches(got: unknown, expected: unknown, depth = 0): boolean {
  if (typeof expected === 'number') return typeof got === 'number' && Math.abs(got - expected) <= TOLERANCE;
  if (Array.isArray(expected)) {
    return Array.isArray(got) && asSet(got) === asSet(expected);
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof got !== 'object' || got === null) return false;
    const found = new Map(Object.entries(got));
    const fields = Object.entries(expected);
    const complete = depth === 0 || found.size === fields.length;
    return complete && fields.every(([key, value]) => matches(found.get(key), value, depth + 1));
  }
  return got === expected;
}

const asSet = (list: readonly unknown[]): string =>
  list
    .map((one) => JSON.stringify(one))
    .sort((a, b) => (a < b ? -1 : 1))
    .join();

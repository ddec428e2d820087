import type { ReadableBundle } from './model.ts';

/** What became of the resources of one type. */
export interface TypeReport {
  resourceType: string;
  inFile: number;
  taken: number;
  alreadyThere: number;
  /** How many were left out for which reason. */
  skipped: Record<string, number>;
}

/** Counts by type; `isKnown` says which of the taken ones were stored by an earlier import. */
export function reportOf(
  { taken, skipped }: ReadableBundle,
  isKnown: (key: string) => boolean,
  patientIsKnown: boolean,
): TypeReport[] {
  const types = new Map<string, TypeReport>();
  const of = (resourceType: string): TypeReport => {
    const found = types.get(resourceType) ?? {
      resourceType,
      inFile: 0,
      taken: 0,
      alreadyThere: 0,
      skipped: {},
    };
    types.set(resourceType, found);
    found.inFile += 1;
    return found;
  };
  of('Patient')[patientIsKnown ? 'alreadyThere' : 'taken'] += 1;
  for (const { resourceType, sourceId } of taken) {
    of(resourceType)[isKnown(`${resourceType}/${sourceId}`) ? 'alreadyThere' : 'taken'] += 1;
  }
  for (const { resourceType, reason } of skipped) {
    const { skipped: reasons } = of(resourceType);
    reasons[reason] = (reasons[reason] ?? 0) + 1;
  }
  return sorted([...types.values()]);
}

/** Several bundles' counts as one. */
export function sumReports(reports: readonly (readonly TypeReport[])[]): TypeReport[] {
  const sum = new Map<string, TypeReport>();
  for (const one of reports.flat()) {
    const found = sum.get(one.resourceType);
    if (!found) {
      sum.set(one.resourceType, { ...one, skipped: { ...one.skipped } });
      continue;
    }
    found.inFile += one.inFile;
    found.taken += one.taken;
    found.alreadyThere += one.alreadyThere;
    for (const [reason, count] of Object.entries(one.skipped)) {
      found.skipped[reason] = (found.skipped[reason] ?? 0) + count;
    }
  }
  return sorted([...sum.values()]);
}

/** What was taken first, what was left out last; each by name. */
const sorted = (types: TypeReport[]): TypeReport[] =>
  types.sort(
    (a, b) =>
      Number(isLeftOut(a)) - Number(isLeftOut(b)) ||
      Number(b.resourceType === 'Patient') - Number(a.resourceType === 'Patient') ||
      a.resourceType.localeCompare(b.resourceType),
  );

const isLeftOut = ({ taken, alreadyThere }: TypeReport): boolean => taken + alreadyThere === 0;

/** The report as a table for a terminal. */
export function formatReport(types: readonly TypeReport[]): string {
  const header = ['Type', 'In the files', 'Taken', 'Already there', 'Skipped', 'Why'];
  const lines = types.map((one) => {
    const reasons = Object.entries(one.skipped);
    const count = reasons.reduce((total, [, n]) => total + n, 0);
    const why = reasons.map(([reason, n]) => (reasons.length > 1 ? `${n} × ${reason}` : reason)).join('; ');
    return [one.resourceType, ...[one.inFile, one.taken, one.alreadyThere, count].map(String), why];
  });
  const widths = header.map((title, column) =>
    Math.max(title.length, ...lines.map((line) => (line[column] ?? '').length)),
  );
  const format = (cells: string[]): string =>
    cells
      .map((cell, column) => {
        const isNumber = column > 0 && column < 5;
        return isNumber ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
      })
      .join('  ')
      .trimEnd();
  return [format(header), ...lines.map(format)].join('\n');
}

import { type Finding, findingSentence, findingSubject, findingValue, isBlankFinding } from './findings.ts';

/** Findings as they are read: one line for each thing that was examined, with both sides and both modes in it. */
export function findingLines(findings: readonly Finding[]): string[] {
  const lines = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (isBlankFinding(finding)) continue;
    const subject = findingSubject(finding);
    const key = subject === '' ? `${lines.size}` : `${finding.kind} ${subject.toLowerCase()}`;
    lines.set(key, [...(lines.get(key) ?? []), finding]);
  }
  return [...lines.values()].map(sayTogether);
}

function sayTogether(findings: readonly Finding[]): string {
  const [first] = findings;
  if (first === undefined) return '';
  if (findings.length === 1) return findingSentence(first);
  const values = findings.map((one) => {
    const said = [one.side ?? '', findingValue(one)].filter(Boolean).join(' ');
    return one.note === '' ? said : `${said} (${one.note})`;
  });
  return `${findingSubject(first)}: ${values.join(', ')}`;
}

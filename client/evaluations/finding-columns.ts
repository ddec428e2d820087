import { emptyFinding, type Finding, type FindingKind } from '#shared/evaluations/findings.ts';

interface FindingColumn {
  label: string;
  width?: number;
}

const SIDE: FindingColumn = { label: 'Side', width: 100 };
const NOTE: FindingColumn = { label: 'Note' };

/** The headings over `FindingCells`, kind by kind. */
export const FINDING_COLUMNS: Record<FindingKind, readonly FindingColumn[]> = {
  rom: [
    { label: 'Joint', width: 130 },
    { label: 'Movement', width: 170 },
    SIDE,
    { label: 'Active or passive', width: 110 },
    { label: 'Degrees', width: 90 },
    NOTE,
  ],
  strength: [{ label: 'Muscle group', width: 270 }, SIDE, { label: 'Grade', width: 100 }, NOTE],
  reflex: [{ label: 'Reflex', width: 270 }, SIDE, { label: 'Grade', width: 100 }, NOTE],
  sensation: [
    { label: 'Area', width: 170 },
    { label: 'Modality', width: 170 },
    SIDE,
    { label: 'Result', width: 120 },
    NOTE,
  ],
  'special-test': [{ label: 'Test', width: 270 }, SIDE, { label: 'Result', width: 120 }, NOTE],
  gait: [{ label: 'Observation' }, { label: 'Walking aid', width: 180 }, NOTE],
  balance: [{ label: 'Test', width: 250 }, SIDE, { label: 'Seconds', width: 100 }, { label: 'Observation' }],
  measurement: [
    { label: 'What was measured', width: 270 },
    SIDE,
    { label: 'Value', width: 100 },
    { label: 'Unit', width: 90 },
    NOTE,
  ],
  free: [SIDE, { label: 'Finding' }],
};

/** The next row after this one: the same joint, side and mode, because findings come in runs. */
export function nextFinding(finding: Finding): Finding {
  const next = { ...emptyFinding(finding.kind), side: finding.side };
  switch (finding.kind) {
    case 'rom':
      return { ...finding, movement: '', degrees: null, note: '', carried: false };
    case 'sensation':
      return { ...finding, area: '', result: null, note: '', carried: false };
    case 'strength':
    case 'reflex':
    case 'special-test':
    case 'gait':
    case 'balance':
    case 'measurement':
    case 'free':
      return next;
    default:
      return finding satisfies never;
  }
}

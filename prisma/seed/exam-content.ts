import type { BodyMark } from '#shared/evaluations/body-chart.ts';
import { normOf } from '#shared/evaluations/exam-norms.ts';
import { suggestedRegions } from '#shared/evaluations/exam-region.ts';
import type { EvaluationContent } from '#shared/evaluations/model.ts';
import type { Digit } from '#shared/evaluations/digits.ts';
import { digitOf, type Finding } from '#shared/evaluations/findings.ts';
import type { OneSide, Programme } from './programme.ts';

const OTHER: Record<OneSide, OneSide> = { left: 'right', right: 'left' };

/** What was examined: the finding, the other side beside it, and passive where the active range is short. */
export function examinedFindings({ findings }: Programme, side: OneSide): Finding[] {
  return findings(side).flatMap((finding) => [finding, ...comparedWith(finding)]);
}

function comparedWith(finding: Finding): Finding[] {
  const { side } = finding;
  if (side !== 'left' && side !== 'right') return [];
  switch (finding.kind) {
    case 'rom': {
      const norm = normOf(finding.joint, finding.movement);
      if (norm === undefined || finding.degrees === null) return [];
      return [
        { ...finding, side: OTHER[side], degrees: norm },
        { ...finding, mode: 'passive', degrees: finding.degrees + 5 },
      ];
    }
    case 'strength':
      return [{ ...finding, side: OTHER[side], grade: 5 }];
    case 'reflex':
      return [{ ...finding, side: OTHER[side], grade: '2+' }];
    case 'sensation':
      return [{ ...finding, side: OTHER[side], result: 'normal' }];
    case 'special-test':
      return [{ ...finding, side: OTHER[side], result: 'negative' }];
    case 'gait':
    case 'balance':
    case 'measurement':
    case 'free':
      return [];
    default:
      return finding satisfies never;
  }
}

type Drawn = readonly [area: string, quality: BodyMark['quality'], lessThanWorst: number];

/** Where each problem is felt; `{side}` is the side of the patient. */
const DRAWN: Readonly<Record<string, readonly Drawn[]>> = {
  'lumbar-radiculopathy': [
    ['back::low back', 'aching', 1],
    ['back:{side}:buttock', 'burning', 0],
    ['back:{side}:calf', 'electric', 1],
    ['front:{side}:foot', 'tingling', 3],
  ],
  'low-back-pain': [
    ['back::low back', 'aching', 0],
    ['back::sacrum', 'stiff', 2],
  ],
  'neck-pain': [
    ['back::neck', 'stiff', 0],
    ['back:{side}:shoulder blade', 'aching', 1],
  ],
};

const BY_REGION: Readonly<Record<string, readonly Drawn[]>> = {
  neck: [['back::neck', 'aching', 0]],
  'lower-back': [['back::low back', 'aching', 0]],
  shoulder: [
    ['front:{side}:shoulder', 'aching', 0],
    ['front:{side}:upper arm', 'stabbing', 2],
  ],
  elbow: [['front:{side}:elbow', 'burning', 0]],
  'wrist-hand': [
    ['front:{side}:hand', 'tingling', 0],
    ['front:{side}:forearm', 'aching', 2],
  ],
  hip: [
    ['front:{side}:groin', 'aching', 0],
    ['back:{side}:buttock', 'aching', 2],
  ],
  knee: [['front:{side}:knee', 'aching', 0]],
  'ankle-foot': [['front:{side}:ankle', 'stabbing', 0]],
};

/** The sheets of the single fingers and toes on which something was found. */
const fingersIn = (findings: readonly Finding[]): Digit[] => [
  ...new Set(findings.flatMap((finding) => digitOf(finding) ?? [])),
];

/** The body chart, the sheets that were open and the findings of an examination. */
export function examination(
  programme: Programme,
  side: OneSide,
  severity: number,
): Pick<EvaluationContent, 'bodyChart' | 'examined' | 'findings'> {
  const findings = examinedFindings(programme, side);
  const drawn = DRAWN[programme.key] ?? BY_REGION[programme.region] ?? [];
  return {
    bodyChart: drawn.map(([area, quality, less]) => ({
      area: area.replace('{side}', side),
      quality,
      intensity: Math.max(1, severity - less),
      note: '',
    })),
    examined: [...suggestedRegions(programme.region), ...fingersIn(findings)],
    findings,
  };
}

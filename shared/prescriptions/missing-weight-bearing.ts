import type { BodyRegion } from '#shared/patients/model.ts';
import { rowKey } from './difference.ts';
import { missing, twice, type MissingElement } from './missing-element.ts';
import type { PrescriptionDraftContent, Side, WeightBearing } from './model.ts';
import { limbWords } from './words.ts';

/** Regions without a limb or the spine, for which weight bearing says nothing. */
export const regionsWithoutWeightBearing: readonly string[] = [
  'head-face',
  'chest-abdomen',
  'pelvis',
  'whole-body',
] satisfies BodyRegion[];

/** Toe-touch: at most 20 % of body weight (rules.md 4.2, S18). */
const TOE_TOUCH_PERCENT = 20;

const ARM_REGIONS: readonly string[] = ['shoulder', 'elbow', 'wrist-hand'] satisfies BodyRegion[];
const LEG_REGIONS: readonly string[] = ['hip', 'knee', 'ankle-foot'] satisfies BodyRegion[];

interface Treated {
  bodyRegion: string;
  /** The side of the episode. */
  side?: Side | null | undefined;
}

/** Weight bearing of each affected limb, with a percent where the status asks for one and a reason for any other limb. */
export function missingWeightBearing(draft: PrescriptionDraftContent, treated: Treated): MissingElement[] {
  if (draft.weightBearing.length === 0) {
    return regionsWithoutWeightBearing.includes(treated.bodyRegion)
      ? []
      : [missing('WEIGHT_BEARING', 'weightBearing', 'Give the weight bearing of each affected limb.')];
  }
  const rows = draft.weightBearing.flatMap((row, index) => {
    const path = `weightBearing.${index}` as const;
    return [
      ...percentGaps(row, path),
      ...(row.until !== null && draft.startsOn !== null && row.until < draft.startsOn
        ? [
            missing(
              'WEIGHT_BEARING_UNTIL',
              path,
              `The weight bearing of the ${limbWords(row.limb)} ends before the plan starts.`,
            ),
          ]
        : []),
      ...otherLimb(row, path, treated),
    ];
  });
  return [
    ...twice('weightBearing', draft.weightBearing, rowKey.weightBearing, (row) => limbWords(row.limb)),
    ...rows,
    ...treatedLimb(draft.weightBearing, treated),
  ];
}

type RowPath = `weightBearing.${number}`;

function percentGaps({ limb, status, percent }: WeightBearing, path: RowPath): MissingElement[] {
  const where = limbWords(limb);
  if (status === 'PWB' && (percent === null || percent < 1 || percent > 99)) {
    const sentence = `Partial weight bearing of the ${where} needs a percent from 1 to 99.`;
    return [missing('WEIGHT_BEARING_PERCENT', path, sentence)];
  }
  return status === 'TTWB' && percent !== null && percent > TOE_TOUCH_PERCENT
    ? [
        missing(
          'WEIGHT_BEARING_PERCENT',
          path,
          `Toe-touch of the ${where} is at most ${TOE_TOUCH_PERCENT} %.`,
        ),
      ]
    : [];
}

/** The treated limb itself must be named where the region is one: a knee needs a leg, on the side of the episode. */
function treatedLimb(rows: readonly WeightBearing[], { bodyRegion, side }: Treated): MissingElement[] {
  const kind = LEG_REGIONS.includes(bodyRegion)
    ? 'leg'
    : ARM_REGIONS.includes(bodyRegion)
      ? 'arm'
      : undefined;
  if (kind === undefined) return [];
  const wanted = side === 'left' || side === 'right' ? `${side}-${kind}` : `-${kind}`;
  return rows.some(({ limb }) => limb.endsWith(wanted))
    ? []
    : [
        missing(
          'WEIGHT_BEARING',
          'weightBearing',
          `Give the weight bearing of the treated limb: the ${wanted.startsWith('-') ? kind : wanted.replace('-', ' ')}.`,
        ),
      ];
}

/**
 * A limb that is not the treated one asks for the reason: an arm for a knee, or a limit on the other leg. Legs carry what is
 * done for the spine, and arms what is done on crutches, so only regions that are a limb are asked about.
 */
function otherLimb(
  { limb, status, reason }: WeightBearing,
  path: RowPath,
  treated: Treated,
): MissingElement[] {
  const { bodyRegion, side } = treated;
  const isLimb = LEG_REGIONS.includes(bodyRegion) || ARM_REGIONS.includes(bodyRegion);
  if (!isLimb || (reason ?? '') !== '') return [];
  const isOtherKind = limb.endsWith('-leg') !== LEG_REGIONS.includes(bodyRegion);
  const isSidedEpisode = side === 'left' || side === 'right';
  const isLimited = status !== 'FWB' && status !== 'WBAT';
  const isOtherSide = isSidedEpisode && !limb.startsWith(side) && isLimited;
  if (!isOtherKind && !isOtherSide) return [];
  return [
    missing(
      'WEIGHT_BEARING_LIMB',
      path,
      `The ${limbWords(limb)} is not the treated limb: say why its weight bearing is prescribed, or remove it.`,
    ),
  ];
}

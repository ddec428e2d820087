import { z } from 'zod';
import { text } from '#shared/platform/endpoint.ts';

export const BODY_VIEWS = ['front', 'back'] as const;
export type BodyView = (typeof BODY_VIEWS)[number];

/** Areas in the middle of the body, by view. */
const MIDLINE: Record<BodyView, readonly string[]> = {
  front: ['head', 'neck', 'chest', 'abdomen', 'pelvis'],
  back: ['head', 'neck', 'upper back', 'middle back', 'low back', 'sacrum'],
};

/** Areas on each side, by view. */
const SIDED: Record<BodyView, readonly string[]> = {
  front: [
    'shoulder',
    'upper arm',
    'elbow',
    'forearm',
    'hand',
    'groin',
    'thigh',
    'knee',
    'shin',
    'ankle',
    'foot',
  ],
  back: [
    'shoulder blade',
    'upper arm',
    'elbow',
    'forearm',
    'hand',
    'buttock',
    'thigh',
    'knee',
    'calf',
    'heel',
  ],
};

/** `front:left:knee`: one area of the chart. */
export const BODY_AREAS: readonly string[] = BODY_VIEWS.flatMap((view) => [
  ...MIDLINE[view].map((area) => `${view}::${area}`),
  ...SIDED[view].flatMap((area) => [`${view}:left:${area}`, `${view}:right:${area}`]),
]);

const KNOWN: ReadonlySet<string> = new Set(BODY_AREAS);

export const MARK_QUALITIES = [
  'aching',
  'stabbing',
  'burning',
  'throbbing',
  'electric',
  'stiff',
  'numb',
  'tingling',
] as const;
export const MarkQuality = z.enum(MARK_QUALITIES);
export type MarkQuality = z.infer<typeof MarkQuality>;

const INTENSITY = { error: 'Intensity is a whole number from 0 to 10.' };

/** One area that hurts or is numb. */
export const BodyMark = z.object({
  area: z.string().refine((area) => KNOWN.has(area), { error: 'Choose an area of the chart.' }),
  quality: MarkQuality,
  intensity: z.number(INTENSITY).int(INTENSITY).min(0, INTENSITY).max(10, INTENSITY).nullable(),
  note: text(200),
});
export type BodyMark = z.infer<typeof BodyMark>;

/** Numbness and tingling are drawn apart from pain. */
export const isSensory = (quality: MarkQuality): boolean => quality === 'numb' || quality === 'tingling';

/** "Left knee, front"; the middle of the body has no side. */
export function areaLabel(area: string): string {
  const [view = '', side = '', name = ''] = area.split(':');
  const words = [side, name].filter(Boolean).join(' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}, ${view === 'back' ? 'from behind' : view}`;
}

/** "Left knee, front: burning, 6 of 10 (at night)". */
export function markSentence({ area, quality, intensity, note }: BodyMark): string {
  const strength = intensity === null ? '' : `, ${intensity} of 10`;
  return `${areaLabel(area)}: ${quality}${strength}${note === '' ? '' : ` (${note})`}`;
}

import { z } from 'zod';
import type { ProblemIssue } from '#shared/platform/problem.ts';
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
  /** Null while it has not been asked; signing asks. */
  quality: MarkQuality.nullable(),
  intensity: z.number(INTENSITY).int(INTENSITY).min(0, INTENSITY).max(10, INTENSITY).nullable(),
  /** No intensity on purpose: the patient cannot rate it. */
  unrated: z.boolean().optional(),
  note: text(200),
});
export type BodyMark = z.infer<typeof BodyMark>;

/** Numbness and tingling are drawn apart from pain. */
export const isSensory = (quality: MarkQuality | null): boolean =>
  quality === 'numb' || quality === 'tingling';

/** "Left knee, front"; the middle of the body has no side. */
export function areaLabel(area: string): string {
  const [view = '', side = '', name = ''] = area.split(':');
  const words = [side, name].filter(Boolean).join(' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}, ${view === 'back' ? 'from behind' : view}`;
}

/** "Left knee, front: burning, 6 of 10 (at night)". */
export function markSentence({ area, quality, intensity, unrated = false, note }: BodyMark): string {
  const strength = intensity === null ? (unrated ? ', not rated' : '') : `, ${intensity} of 10`;
  return `${areaLabel(area)}: ${quality ?? 'quality not asked'}${strength}${note === '' ? '' : ` (${note})`}`;
}

/** The first area that is not marked yet, from the back's middle on: where most of what comes here hurts. */
export const nextFreeArea = (marks: readonly Pick<BodyMark, 'area'>[]): string | undefined =>
  ['back::low back', ...BODY_AREAS].find((area) => !marks.some((mark) => mark.area === area));

/** What keeps a body chart from being signed: an area twice, a quality that was not asked, an intensity left out unknowingly. */
export function bodyChartIssues(marks: readonly BodyMark[]): ProblemIssue[] {
  return marks.flatMap(({ area, quality, intensity, unrated = false }, index) => {
    const at = `bodyChart.${index}`;
    const isTwice = marks.findIndex((mark) => mark.area === area) < index;
    const issue = (field: string, message: string) => [{ path: `${at}.${field}`, code: 'missing', message }];
    return [
      ...(isTwice
        ? issue('area', `${areaLabel(area)} is marked twice. Keep one row and say the rest in its note.`)
        : []),
      ...(quality === null ? issue('quality', `${areaLabel(area)}: say what it feels like.`) : []),
      ...(intensity === null && !unrated
        ? issue('intensity', `${areaLabel(area)}: how strong, 0 to 10? Or mark it as not rated.`)
        : []),
    ];
  });
}

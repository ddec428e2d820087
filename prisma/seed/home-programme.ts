import { checkExercise, isBlocked } from '#shared/home-programme/check-exercise.ts';
import { SHIPPED_EXERCISES } from '#shared/home-programme/library/shipped-library.ts';
import type { EducationGiven, EducationTopic } from '#shared/home-programme/education.ts';
import { sideOf } from '#shared/home-programme/how-it-is-done.ts';
import { handoutLanguage } from '#shared/home-programme/library-words.ts';
import { ExerciseCode, type ProgrammeExercise } from '#shared/home-programme/model.ts';
import { hasSides, BodyRegion } from '#shared/patients/model.ts';
import { addDays, type PlainDate } from '#shared/platform/time.ts';
import { newId } from '#server/platform/db/new-id.ts';
import { type Column, type Moment, row } from './moment.ts';
import { languageOf } from './names.ts';
import { staff } from './opening-moments.ts';
import { randomFrom } from './random.ts';
import type { Telling, Version } from './telling.ts';

/** What is asked for at home, by the region that is treated: first the gentle ones, then those added later. */
const BY_REGION: Record<string, readonly [first: readonly string[], later: readonly string[]]> = {
  'lower-back': [
    ['pelvic-tilt', 'prone-press-up', 'cat-camel', 'walking-programme'],
    ['bridge', 'bird-dog', 'sit-to-stand'],
  ],
  neck: [
    ['chin-tuck', 'neck-rotation', 'shoulder-blade-squeeze'],
    ['band-row', 'wall-angel', 'neck-side-stretch'],
  ],
  shoulder: [
    ['pendulum', 'shoulder-flexion-stick', 'shoulder-blade-squeeze'],
    ['wall-climb', 'band-external-rotation', 'band-row', 'wall-push-up'],
  ],
  elbow: [['wrist-stretch', 'shoulder-blade-squeeze'], ['biceps-curl']],
  hip: [
    ['clamshell', 'bridge', 'heel-slide'],
    ['standing-hip-abduction', 'step-up', 'side-stepping'],
  ],
  knee: [
    ['short-arc-quad', 'straight-leg-raise', 'heel-slide', 'ankle-pumps'],
    ['mini-squat', 'step-up', 'heel-raise', 'calf-stretch'],
  ],
  'ankle-foot': [
    ['ankle-pumps', 'calf-stretch'],
    ['heel-raise', 'single-leg-stand', 'toe-walking'],
  ],
  'whole-body': [
    ['sit-to-stand', 'weight-shift', 'standing-march'],
    ['tandem-stand', 'toe-taps', 'step-over', 'heel-to-toe-walk', 'walking-programme'],
  ],
};

const NOTES: Record<string, string> = {
  'prone-press-up': 'Only as far as the leg stays quiet.',
  'walking-programme': 'On flat ground, with the sticks on bad days.',
  bridge: 'Stop at the height where the back stays still.',
  pendulum: 'Before breakfast and before bed.',
};

const NOTES_ES: Record<string, string> = {
  'prone-press-up': 'Solo hasta donde la pierna siga tranquila.',
  'walking-programme': 'En terreno llano; con los bastones en los días malos.',
  bridge: 'Deténgase a la altura en que la espalda sigue quieta.',
  pendulum: 'Antes del desayuno y antes de acostarse.',
};

const ABOVE = {
  first: {
    en: 'Little and often is better than much at once.',
    es: 'Poco y a menudo es mejor que mucho de una vez.',
  },
  later: {
    en: 'The first ones have become easy; these come instead. Tick the days and bring the page along.',
    es: 'Los primeros ya le resultan fáciles; estos los reemplazan. Marque los días y traiga la hoja.',
  },
} as const;

/** Whoever reads Spanish gets the notes in Spanish as well. */
const isSpanish = ({ person }: Telling): boolean => handoutLanguage(languageOf(person.familyName)) === 'es';

function exercisesOf(telling: Telling, version: Version, codes: readonly string[]): ProgrammeExercise[] {
  const region = BodyRegion.parse(telling.programme.region);
  const side = telling.programme.sided && hasSides(region) ? telling.side : null;
  return codes.flatMap((name) => {
    const code = ExerciseCode.parse(name);
    const content = SHIPPED_EXERCISES.get(code);
    if (!content || isBlocked(checkExercise(content, content.dose, version.content))) return [];
    return [
      {
        code,
        content,
        dose: content.dose,
        side: hasSides(content.region) ? sideOf({ content, side }) : null,
        note: NOTES[name] ?? '',
        noteEs: isSpanish(telling) ? (NOTES_ES[name] ?? '') : '',
      },
    ];
  });
}

const FIRST_AFTER_DAYS = 3;
const LATER_AFTER_DAYS = 20;

/** The programme of the first week of therapy, and the one that follows when the first has become easy. */
export function homeProgrammeMoments(telling: Telling, version: Version): Moment[] {
  if (version.number > 1) return [];
  const [first = [], later = []] = BY_REGION[telling.programme.region] ?? [];
  return [
    written(telling, version, { number: 1, days: FIRST_AFTER_DAYS, codes: first }),
    written(telling, version, { number: 2, days: LATER_AFTER_DAYS, codes: [...first.slice(1), ...later] }),
  ];
}

function written(
  telling: Telling,
  version: Version,
  { number, days, codes }: { number: number; days: number; codes: readonly string[] },
): Moment {
  const { calendar, scenario } = telling;
  const at = calendar.at(calendar.workday(addDays(version.startsOn, days)), '17:05');
  const id = newId(at);
  const above = number === 1 ? ABOVE.first : ABOVE.later;
  return {
    at,
    by: scenario.therapist,
    did: 'home-programme.written',
    subject: { type: 'home-programme', id },
    detail: { versionNumber: number },
    rows: [
      row('home_programme', {
        id,
        patient_id: telling.patientId,
        episode_id: telling.episodeId,
        version_number: number,
        content: {
          exercises: exercisesOf(telling, version, codes),
          note: above.en,
          noteEs: isSpanish(telling) ? above.es : '',
        },
        author_id: staff(scenario.therapist),
        signed_at: at.toISOString(),
      }),
    ],
  };
}

const TAUGHT: readonly { visit: number; topic: EducationTopic; method: EducationGiven['method'] }[] = [
  { visit: 0, topic: 'condition-and-recovery', method: 'explained' },
  { visit: 0, topic: 'warning-signs', method: 'handout' },
  { visit: 1, topic: 'home-exercises', method: 'practised' },
  { visit: 3, topic: 'activity-pacing', method: 'explained' },
  { visit: 5, topic: 'lifting-and-carrying', method: 'shown' },
];

/** What a signed note says about home exercise and education; drawn apart, so that the rest of the story stays as it is. */
export function homeColumns(
  telling: Telling,
  date: PlainDate,
  { visits, asked, pain }: { visits: number; asked: boolean; pain: number },
): Record<string, Column> {
  const random = randomFrom(`${telling.scenario.key}:home:${date}`);
  const education = TAUGHT.filter(({ visit }) => visit === visits).map(({ topic, method }) =>
    given(topic, method, random.next()),
  );
  const again: EducationGiven[] =
    visits === 2 && randomFrom(`${telling.scenario.key}:teach`).chance(0.5)
      ? [
          {
            topic: 'home-exercises',
            method: 'practised',
            teachBack: 'understood',
            note: 'Shown again, then done alone.',
          },
        ]
      : [];
  const taught = [...education, ...again];
  return {
    home_difficulty: asked
      ? Math.max(0, Math.min(10, 6 - Math.min(3, Math.floor(visits / 4)) + random.int(-1, 1)))
      : null,
    home_pain: asked ? Math.max(0, Math.min(10, pain - random.int(0, 2))) : null,
    education: taught.length === 0 ? null : taught,
  };
}

function given(topic: EducationTopic, method: EducationGiven['method'], chance: number): EducationGiven {
  if (topic === 'home-exercises' && chance < 0.45) {
    return { topic, method, teachBack: 'not-yet', note: 'Mixed up left and right; shown again next time.' };
  }
  return { topic, method, teachBack: chance > 0.85 ? 'not-asked' : 'understood', note: '' };
}

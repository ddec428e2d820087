import { z } from 'zod';
import { text } from '#shared/platform/endpoint.ts';

/** What patients are taught, as data. The Spanish name goes on what the patient takes home. */
export const EDUCATION_TOPICS = {
  'condition-and-recovery': { en: 'The condition and how it recovers', es: 'La afección y cómo se recupera' },
  'pain-and-activity': { en: 'Pain, flare-ups and staying active', es: 'Dolor, brotes y mantenerse activo' },
  'activity-pacing': { en: 'Pacing activities', es: 'Dosificar las actividades' },
  'home-exercises': { en: 'How to do the home exercises', es: 'Cómo hacer los ejercicios en casa' },
  'warning-signs': { en: 'Warning signs and whom to call', es: 'Señales de alarma y a quién llamar' },
  'fall-prevention': { en: 'Preventing falls at home', es: 'Prevenir caídas en casa' },
  'lifting-and-carrying': { en: 'Lifting and carrying', es: 'Levantar y cargar' },
  'posture-and-workplace': { en: 'Posture and the workplace', es: 'Postura y puesto de trabajo' },
  'sports-injury-prevention': { en: 'Preventing sports injuries', es: 'Prevenir lesiones deportivas' },
  'joint-protection': { en: 'Protecting the joints', es: 'Proteger las articulaciones' },
  'surgical-precautions': { en: 'Precautions after surgery', es: 'Precauciones tras la cirugía' },
  'weight-bearing': { en: 'Weight bearing and walking aids', es: 'Carga de peso y ayudas para caminar' },
  'brace-or-orthosis': { en: 'Wearing a brace or orthosis', es: 'Uso de férula u ortesis' },
  'heat-and-cold': { en: 'Heat and cold at home', es: 'Calor y frío en casa' },
  'sleep-positions': { en: 'Sleeping positions', es: 'Posturas para dormir' },
  'clot-signs': { en: 'Signs of a blood clot', es: 'Señales de un coágulo' },
  'glucose-and-exercise': { en: 'Blood glucose and exercise', es: 'Glucosa y ejercicio' },
  'energy-conservation': { en: 'Saving energy', es: 'Ahorrar energía' },
  'pelvic-floor-care': { en: 'Bladder and pelvic floor habits', es: 'Hábitos de vejiga y suelo pélvico' },
  'return-to-work-or-sport': { en: 'Returning to work or sport', es: 'Volver al trabajo o al deporte' },
} as const;
export type EducationTopic = keyof typeof EDUCATION_TOPICS;
export const EDUCATION_TOPIC_CODES = Object.keys(EDUCATION_TOPICS) as [EducationTopic, ...EducationTopic[]];

export const EDUCATION_METHODS = ['explained', 'shown', 'practised', 'handout', 'video'] as const;
export const METHOD_WORDS: Record<(typeof EDUCATION_METHODS)[number], string> = {
  explained: 'explained',
  shown: 'shown',
  practised: 'practised together',
  handout: 'handout given',
  video: 'video',
};

export const TEACH_BACK_RESULTS = ['understood', 'not-yet', 'not-asked'] as const;
export const TEACH_BACK_WORDS: Record<(typeof TEACH_BACK_RESULTS)[number], string> = {
  understood: 'taught back correctly',
  'not-yet': 'could not teach it back',
  'not-asked': 'not asked to teach back',
};

/** One topic taught in a session. Teach-back: the patient says or shows it in their own way. */
export const EducationGiven = z.object({
  topic: z.enum(EDUCATION_TOPIC_CODES),
  method: z.enum(EDUCATION_METHODS),
  teachBack: z.enum(TEACH_BACK_RESULTS),
  note: text(300),
});
export type EducationGiven = z.infer<typeof EducationGiven>;

/** Topics whose last teach-back failed, oldest first: they are taught again. `given` is in the order of the sessions. */
export function topicsToRepeat(
  given: readonly Pick<EducationGiven, 'topic' | 'teachBack'>[],
): EducationTopic[] {
  const last = new Map<EducationTopic, EducationGiven['teachBack']>();
  for (const { topic, teachBack } of given) {
    // Taught again without asking leaves the question open.
    if (teachBack === 'not-asked' && last.get(topic) === 'not-yet') continue;
    last.delete(topic);
    last.set(topic, teachBack);
  }
  return [...last].filter(([, result]) => result === 'not-yet').map(([topic]) => topic);
}

/** "Education: preventing falls at home, shown; taught back correctly". */
export const educationWords = ({ topic, method, teachBack, note }: EducationGiven): string =>
  `Education: ${EDUCATION_TOPICS[topic].en}, ${METHOD_WORDS[method]}; ${TEACH_BACK_WORDS[teachBack]}${note === '' ? '' : `. ${note}`}`;

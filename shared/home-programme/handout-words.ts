/** The fixed words of the handout. Its warning signs are those of rules.md RF-CHEST, RF-STROKE and RF-CES, in plain language. */
export const HANDOUT_WORDS = {
  en: {
    title: 'Your home exercises',
    written: (version: number, on: string, by: string) => `Version ${version}, ${on}, ${by}`,
    olderTitle: 'Not your newest page',
    older: (version: number) =>
      `Version ${version} has taken the place of these exercises. Ask for it before you go on.`,
    limbTitle: 'Rest the leg that is being checked',
    limb: 'Do no exercise with that leg until your clinic tells you that you may. Call us when it swells, hurts or gets warmer. Call 911 for chest pain or short breath.',
    limbCard: 'Not with the leg that is being checked.',
    nothing: 'No exercises are asked for at home at the moment.',
    need: 'You need',
    careful: 'Careful',
    note: 'For you',
    inOther: 'in Spanish',
    emergencyTitle: 'Stop and call 911',
    emergency:
      'Call for chest pain or pressure, fainting, short breath while you rest, or a face, arm or speech that fails. Call also when you cannot pass your water, when you lose water or stool, when the part you sit on goes numb, or when both legs get weak. Do not wait to see if it goes away, and do not drive yourself.',
    stopTitle: (phone: string | null) => (phone === null ? 'Stop and call us' : `Stop and call us: ${phone}`),
    findNumber:
      'Our number is on your appointment card. Ask at the desk to have it written here: ____________________',
    stop: 'Call if an exercise brings new or stronger pain that stays for more than two hours, new numbness or weakness, dizziness, or short breath that goes away when you rest.',
    log: 'Tick each day that you did them, and bring this page along',
    days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    exercise: 'Exercise',
  },
  es: {
    title: 'Sus ejercicios en casa',
    written: (version: number, on: string, by: string) => `Versión ${version}, ${on}, ${by}`,
    olderTitle: 'No es su hoja más reciente',
    older: (version: number) => `La versión ${version} reemplaza estos ejercicios. Pídala antes de seguir.`,
    limbTitle: 'Deje en reposo la pierna que le están revisando',
    limb: 'No haga ningún ejercicio con esa pierna hasta que su clínica le diga que puede. Llámenos si se hincha, le duele o se calienta más. Llame al 911 si tiene dolor de pecho o le falta el aire.',
    limbCard: 'No lo haga con la pierna que le están revisando.',
    nothing: 'Por el momento no tiene ejercicios para hacer en casa.',
    need: 'Necesita',
    careful: 'Cuidado',
    note: 'Para usted',
    inOther: 'en inglés',
    emergencyTitle: 'Pare y llame al 911',
    emergency:
      'Llame si tiene dolor o presión en el pecho, se desmaya, le falta el aire en reposo, o le fallan la cara, un brazo o el habla. Llame también si no puede orinar, si se le escapan la orina o las heces, si se le duerme la zona con la que se sienta o si pierde fuerza en ambas piernas. No espere a ver si se le pasa y no conduzca usted.',
    stopTitle: (phone: string | null) => (phone === null ? 'Pare y llámenos' : `Pare y llámenos: ${phone}`),
    findNumber:
      'Nuestro número está en su tarjeta de citas. Pida en recepción que lo escriban aquí: ____________________',
    stop: 'Llame si un ejercicio le provoca un dolor nuevo o más fuerte que dura más de dos horas, adormecimiento o debilidad nuevos, mareo, o falta de aire que se le pasa al descansar.',
    log: 'Marque cada día que los hizo y traiga esta hoja',
    days: ['Lun', 'Mar', 'Mié', 'Jue', 'Vie', 'Sáb', 'Dom'],
    exercise: 'Ejercicio',
  },
} as const;

/**
 * What the walking exercise said about chest pain before there was one order for it. A programme keeps the words of its
 * day, but this sentence told the patient to wait, so it is never printed again.
 */
export const OUTDATED_CAUTION = {
  en: 'Stop and rest with chest pain, short breath or dizziness; call 911 if it does not pass.',
  es: 'Pare y descanse si tiene dolor de pecho, falta de aire o mareo; llame al 911 si no se le pasa.',
} as const;

/** What to do about chest pain while walking: the one order for it, stop and call 911 (rules.md RF-CHEST). */
export const WALKING_CAUTION = {
  en: 'Chest pain or pressure: stop and call 911. Dizzy or short of breath: stop and rest, then call us.',
  es: 'Dolor o presión en el pecho: pare y llame al 911. Mareo o falta de aire: pare y descanse, y después llámenos.',
} as const;

import type { Equipment, ExerciseCategory, Language } from './model.ts';

export const CATEGORY_LABEL: Record<ExerciseCategory, string> = {
  strength: 'Strength',
  flexibility: 'Flexibility',
  posture: 'Posture',
  balance: 'Balance',
  coordination: 'Coordination',
  gait: 'Gait',
};

export const EQUIPMENT_LABEL: Record<Equipment, Record<Language, string>> = {
  chair: { en: 'firm chair', es: 'silla firme' },
  wall: { en: 'wall', es: 'pared' },
  counter: { en: 'counter', es: 'encimera' },
  mat: { en: 'mat or bed', es: 'colchoneta o cama' },
  step: { en: 'step', es: 'escalón' },
  band: { en: 'elastic band', es: 'banda elástica' },
  weight: { en: 'light weight', es: 'peso ligero' },
  towel: { en: 'towel', es: 'toalla' },
  ball: { en: 'ball', es: 'pelota' },
  stick: { en: 'stick', es: 'palo' },
  strap: { en: 'strap or towel', es: 'correa o toalla' },
};

export const LANGUAGE_LABEL: Record<Language, string> = { en: 'English', es: 'Spanish' };

/** The patient's recorded language (a word, or a code as imported), as far as handouts are written in it. */
export const handoutLanguage = (recorded: string | null): Language | undefined => {
  const named = (recorded ?? '').trim();
  if (/^(es|spa|esp|español|spanish|castellano)\b/i.test(named)) return 'es';
  return /^(en|eng|english|inglés)\b/i.test(named) ? 'en' : undefined;
};

import { boundWords, cautionsOf, contraindicationOf, doseWords } from '#shared/prescriptions/bounds.ts';
import { limitsToRead, type TherapyLimits } from '#shared/prescriptions/limits-in-force.ts';
import type { PrescribedIntervention } from '#shared/prescriptions/model.ts';
import { progressionWords } from '#shared/prescriptions/progression.ts';
import { agreedWords } from '#shared/prescriptions/words.ts';
import type { PastSession, SheetPrescription } from '#shared/sessions/sheet.ts';

/** One line of the exercise grid. */
export interface GridRow {
  code: string;
  name: string;
  permitted: boolean;
  limit: string;
  /** The prescription's rule for the next step; empty without one. */
  progression: string;
  authority: PrescribedIntervention['authority'] | undefined;
  /** Why it is given, in the physiatrist's words, and what is stricter than its own limits. */
  why: string;
  /** Precautions that watch this intervention; those about any exercise stand in the banner. */
  cautions: string[];
  /** What it was on each date of the history, oldest first; "-" when it was not given. */
  past: PastDose[];
}

/** A dose of an earlier date, and whether it differs from the one before it. */
export interface PastDose {
  words: string;
  changed: boolean;
}

const NOTHING = { precautions: [] };

/** The interventions of the prescription in its order, then those of the last sessions that it no longer permits. */
export function gridRows(
  prescription: SheetPrescription | null,
  history: readonly PastSession[],
  today: readonly string[],
): GridRow[] {
  const dates = history.toReversed();
  const interventions = prescription?.content.interventions ?? [];
  const known = new Set(interventions.map(({ code }) => code));
  const past = history.flatMap((session) => session.interventions);
  const others = [...past.map(({ code }) => code), ...today].filter((code) => !known.has(code));
  return [
    ...interventions.map((one) => permittedRow(one, prescription?.content ?? NOTHING, dates)),
    ...[...new Set(others)].map((code) => ({
      code,
      name: past.find((row) => row.code === code)?.name ?? code,
      permitted: false,
      limit: prescription === null ? 'no prescription' : `not on v${prescription.versionNumber}`,
      progression: '',
      authority: undefined,
      why: '',
      cautions: [],
      past: pastDoses(code, dates),
    })),
  ];
}

function permittedRow(
  intervention: PrescribedIntervention,
  content: Pick<TherapyLimits, 'precautions' | 'weightBearing'>,
  dates: readonly PastSession[],
): GridRow {
  const { code, name, authority, rationale } = intervention;
  const { precautions } = content;
  const forbidden = contraindicationOf(precautions, code);
  const bounds = limitsToRead(content, intervention);
  const limits = bounds.length === 0 ? 'no limit' : bounds.map(boundWords).join(', ');
  const agreed = agreedWords(intervention);
  return {
    code,
    name,
    permitted: forbidden === undefined,
    limit: forbidden === undefined ? [limits, agreed].filter(Boolean).join(', ') : 'contraindicated',
    progression: progressionWords(intervention),
    authority,
    why: [
      rationale,
      ...new Set(bounds.flatMap(({ because }) => (because === undefined ? [] : [`limited by ${because}`]))),
    ]
      .filter(Boolean)
      .join('; '),
    cautions: cautionsOf(precautions, code)
      .filter(({ agents }) => !agents.includes('exercise'))
      .map(({ intervention }) => intervention),
    past: pastDoses(code, dates),
  };
}

const NOT_GIVEN = '-';

function pastDoses(code: string, dates: readonly PastSession[]): PastDose[] {
  const words = dates.map((session) => {
    const row = session.interventions.find((one) => one.code === code);
    return row === undefined ? NOT_GIVEN : doseWords(row.dose);
  });
  return words.map((dose, at) => {
    const before = words.slice(0, at).findLast((one) => one !== NOT_GIVEN);
    return { words: dose, changed: dose !== NOT_GIVEN && before !== undefined && before !== dose };
  });
}

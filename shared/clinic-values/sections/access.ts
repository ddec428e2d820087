import { normUnit, ROM_NORMS } from '#shared/evaluations/exam-norms.ts';
import { TRIAGE } from '#shared/intake/triage.ts';
import { described, type ClinicValue, type NumberDescription, type ValueSection } from '../model.ts';

const edge = (
  title: string,
  explanation: string,
  unit: string,
  [min, max]: [number, number],
): NumberDescription => ({
  title,
  explanation,
  tag: 'P',
  source: 'Rules 7.1: from the clinic’s mission; chosen for Tandem.',
  kind: 'whole',
  unit,
  min,
  max,
  step: 1,
});

const NORMS: ClinicValue[] = Object.entries(ROM_NORMS).map(([name, degrees]) => ({
  key: `rom.${name}`,
  default: degrees,
  title: name.replaceAll('-', ' '),
  explanation: 'Usual active range of an adult; age and sex shift it.',
  tag: 'M',
  source: 'After the orthopaedic handbooks.',
  kind: 'whole',
  unit: normUnit(name),
  min: 0,
  max: 200,
  step: 1,
}));

/** How a request is sorted, and what an examination is compared with. */
export const ACCESS_SECTIONS: readonly ValueSection[] = [
  {
    id: 'triage',
    title: 'Triage of requests',
    usedIn: 'The route that is suggested for a new request for care. Requests that are in keep theirs.',
    keeper: 'clinic',
    judgesAgain: false,
    values: described('triage', TRIAGE, {
      severe: edge(
        'Severe',
        'From this severity a physiatrist sees the patient first (T4, T6).',
        'of 10',
        [4, 10],
      ),
      recentSurgeryDays: edge(
        'Recent surgery',
        'Surgery within so many days goes to the physiatrist first (T5).',
        'days',
        [30, 365],
      ),
      nearlyDays: edge(
        'Nearly recent surgery',
        'So many days past that window, the rule is still named as nearly met.',
        'days',
        [0, 90],
      ),
    }),
  },
  {
    id: 'rom',
    title: 'Usual ranges of motion',
    usedIn: 'The word usual beside a range in the examination sheet; never a judgement.',
    keeper: 'clinic',
    judgesAgain: false,
    values: NORMS,
  },
];

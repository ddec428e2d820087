import type { DocumentBlock, DocumentContent } from '#shared/documents/model.ts';
import { changeWords, VERDICT_WORDS } from '#shared/oversight/reasons.ts';
import { shortDate } from '#shared/platform/time.ts';
import { getRedFlag } from '#shared/sessions/red-flags.ts';
import { ORDER_KIND_LABEL, OrderKind } from './model.ts';
import { placeWords } from './procedure.ts';
import { judgeResponse } from './procedure-response.ts';
import type { SurgicalEvaluation, SurgicalRecord } from './surgical.ts';

export interface RecordSection {
  title: string;
  blocks: DocumentBlock[];
}

type Writing = Pick<SurgicalEvaluation, 'specialty' | 'addressee' | 'question' | 'summary' | 'record'>;

const two = (value: number): string => String(Math.round(value * 100) / 100);
const joined = (...parts: (string | null | undefined | false)[]): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join(', ');
const orNone = (texts: readonly string[], none: string): string =>
  texts.length === 0 ? none : texts.join('; ');

/** The built part, in the surgeon's order: the diagnosis, dangers, pictures, what was tried, how much, with what effect. */
export function recordSections(record: SurgicalRecord): RecordSection[] {
  return [
    diagnosisSection(record),
    redFlagSection(record),
    imagingSection(record),
    triedSection(record),
    responseSection(record),
    procedureSection(record),
    backgroundSection(record),
  ];
}

function diagnosisSection({ diagnoses, episode, impression, asOf }: SurgicalRecord): RecordSection {
  const on = (date: string) => shortDate(date, asOf);
  return {
    title: 'Diagnosis',
    blocks: [
      {
        kind: 'list',
        items:
          diagnoses.length === 0
            ? [`${episode.concern}; no diagnosis is coded`]
            : diagnoses.map(({ code, display, side }) => `${joined(display, side)} (${code})`),
      },
      {
        kind: 'paragraph',
        text: joined(
          episode.onsetOn === null ? 'onset not recorded' : `onset ${on(episode.onsetOn)}`,
          `in our care since ${on(episode.openedOn)}`,
        ),
      },
      ...(impression === null || impression.text === ''
        ? []
        : [
            {
              kind: 'paragraph' as const,
              text: `Impression of ${on(impression.on)} (${impression.by}): ${impression.text}`,
            },
          ]),
    ],
  };
}

function redFlagSection({ redFlags, asOf }: SurgicalRecord): RecordSection {
  const items = redFlags.map(({ code, openedOn, note, closedOn, closeReason }) => {
    const what = getRedFlag(code)?.finding ?? code;
    const end =
      closedOn === null ? 'OPEN' : `cleared ${shortDate(closedOn, asOf)}: ${closeReason ?? 'no reason'}`;
    return `${code}, ${shortDate(openedOn, asOf)}: ${note === '' ? what : note}. ${end}`;
  });
  return {
    title: 'Red flags',
    blocks: [
      items.length === 0
        ? { kind: 'paragraph', text: 'None was raised in this episode.' }
        : { kind: 'list', items },
    ],
  };
}

function imagingSection({ tests, asOf }: SurgicalRecord): RecordSection {
  const items = tests
    .filter(({ status }) => status !== 'cancelled')
    .map((test) => {
      const kind = OrderKind.safeParse(test.kind).data;
      const name = joined(
        kind === undefined ? test.kind : ORDER_KIND_LABEL[kind],
        test.bodyRegion,
        test.side,
      );
      if (test.resultOn === null) return `${name}: ordered ${shortDate(test.orderedOn, asOf)}, no result yet`;
      const reading =
        test.ownReading === null
          ? 'Not read by us yet.'
          : `Our reading${test.readBy === null ? '' : ` (${test.readBy})`}: ${test.ownReading}`;
      return `${name}, ${shortDate(test.resultOn, asOf)}. Report: ${test.reportText ?? 'none'} ${reading}`;
    });
  return {
    title: 'Imaging and tests, with our readings',
    blocks: [
      items.length === 0
        ? { kind: 'paragraph', text: 'No test was ordered in this episode.' }
        : { kind: 'list', items },
    ],
  };
}

function triedSection({ interventions, versions, dose, asOf }: SurgicalRecord): RecordSection {
  const on = (date: string) => shortDate(date, asOf);
  const { attendance, home } = dose;
  return {
    title: 'What was tried, and how much of it',
    blocks: [
      {
        kind: 'list',
        items: [
          ...versions.map(
            (version) =>
              `v${version.versionNumber}, ${on(version.startsOn)} to ${on(version.until)}: ${version.frequencyPerWeek} times a week, ${version.visitsPrescribed} visits prescribed${version.reason === null ? '' : `; ${version.reason}`}`,
          ),
          ...interventions.map(
            (one) =>
              `${one.name}: ${one.sessions} sessions, ${one.minutes} min, ${on(one.firstOn)} to ${on(one.lastOn)}`,
          ),
        ],
      },
      {
        kind: 'key-values',
        columns: 2,
        pairs: [
          {
            label: 'Delivered',
            value:
              dose.firstOn === null ? 'no session yet' : `${dose.sessions} sessions, ${dose.minutes} minutes`,
          },
          {
            label: 'Attendance in this phase',
            value:
              attendance === null
                ? 'nothing prescribed'
                : `${attendance.attended} of ${attendance.prescribedToDate} due`,
          },
          { label: 'Missed or cancelled', value: `${dose.missed} missed, ${dose.cancelled} cancelled` },
          {
            label: 'Home exercise, two weeks',
            value: home === null ? 'not recorded' : `${home.daysDone} of ${home.daysPrescribed} days`,
          },
        ],
      },
    ],
  };
}

function responseSection({ measures, verdict, reason, asOf }: SurgicalRecord): RecordSection {
  const value = (score: { date: string; value: number } | null) =>
    score === null ? 'none' : `${two(score.value)} (${shortDate(score.date, asOf)})`;
  return {
    title: 'Response, with the measurement error',
    blocks: [
      {
        kind: 'table',
        columns: [
          { label: 'Measure', share: 3 },
          { label: 'At the start', share: 3 },
          { label: 'Now', share: 3 },
          { label: 'Whole episode', share: 4 },
          { label: 'This phase', share: 4 },
          { label: 'Goal', align: 'end', share: 2 },
        ],
        rows: measures.map((m) => [
          `${m.abbreviation}${m.unit === '' ? '' : ` ${m.unit}`}`,
          value(m.episode.baseline),
          value(m.latest ?? m.baseline),
          changeWords({ ...m, improvement: m.episode.improvement }) || 'cannot be judged',
          changeWords(m) || 'cannot be judged',
          m.goal === null ? '' : two(m.goal.target),
        ]),
        empty: 'No outcome measure was prescribed.',
      },
      ...(verdict === null
        ? []
        : [
            {
              kind: 'paragraph' as const,
              text: `Judged: ${VERDICT_WORDS[verdict]}${reason === null ? '' : `. ${reason}`}`,
            },
          ]),
    ],
  };
}

function procedureSection({ procedures, asOf }: SurgicalRecord): RecordSection {
  const items = procedures.map((procedure) => {
    const { expected, seen } = judgeResponse(procedure, asOf);
    const what = joined(procedure.display, placeWords(procedure), procedure.agent, procedure.dose);
    const trouble = procedure.complication === null ? '' : ` Complication: ${procedure.complication}.`;
    return `${shortDate(procedure.performedOn, asOf)}: ${what}. Expected: ${expected}. Seen: ${seen}${trouble}`;
  });
  return {
    title: 'Injections and blocks',
    blocks: [
      items.length === 0 ? { kind: 'paragraph', text: 'None was performed.' } : { kind: 'list', items },
    ],
  };
}

function backgroundSection({ comorbidities, allergies, medications }: SurgicalRecord): RecordSection {
  return {
    title: 'Background',
    blocks: [
      {
        kind: 'key-values',
        columns: 1,
        pairs: [
          {
            label: 'Comorbidities',
            value: orNone(
              comorbidities.map(({ code, display }) => `${display} (${code})`),
              'none recorded',
            ),
          },
          { label: 'Medication', value: orNone(medications, 'none recorded') },
          { label: 'Allergies', value: orNone(allergies, 'none recorded') },
        ],
      },
    ],
  };
}

interface Signed {
  by: string;
  /** In words, on the clinic's wall. */
  on: string;
}

/** The letter: question on top, then the record in the surgeon's order, then who signed. */
export function surgicalLetter({ record, ...writing }: Writing, signed: Signed | undefined): DocumentContent {
  const { patient, episode, asOf } = record;
  const [diagnosis, ...rest] = recordSections(record);
  return {
    title: 'Surgical opinion: referral',
    subtitle: `To ${joined(writing.addressee, writing.specialty) || 'the surgeon'}. Record as of ${shortDate(asOf)}`,
    pages: { min: 1, max: 2 },
    unsigned: signed === undefined,
    patient: {
      name: patient.name,
      recordNumber: patient.mrn,
      pairs: [
        { label: 'Born', value: `${shortDate(patient.birthDate)}, ${patient.sex}` },
        { label: 'Region', value: joined(episode.bodyRegion.replaceAll('-', ' '), episode.side) },
        { label: 'Telephone', value: patient.phone ?? 'not recorded' },
      ],
    },
    sections: [
      ...(diagnosis === undefined ? [] : [diagnosis]),
      {
        title: 'Our question',
        blocks: [
          { kind: 'paragraph', text: writing.question || 'Not written yet.', style: 'lead' },
          { kind: 'paragraph', text: writing.summary || 'No summary yet.' },
        ],
      },
      ...rest,
      {
        blocks: [
          {
            kind: 'signature',
            statement: 'Written and signed by',
            name: signed?.by ?? '',
            credentials: 'Physical medicine and rehabilitation',
            ...(signed === undefined ? {} : { signedOn: signed.on }),
          },
        ],
      },
    ],
  };
}

import type { DocumentBlock } from '#shared/documents/model.ts';
import { changeWords, VERDICT_WORDS } from '#shared/oversight/reasons.ts';
import { codedWords, isAnticoagulant } from '#shared/patients/episode-header.ts';
import { historyWhen, THERAPY_RESULT_LABEL } from '#shared/patients/history-fact.ts';
import { shortDate } from '#shared/platform/time.ts';
import { aWeekWords, timesADay } from '#shared/prescriptions/schedule.ts';
import { flagTitle } from '#shared/sessions/flag-words.ts';
import { getRedFlag } from '#shared/sessions/red-flags.ts';
import { examinationLines } from './examined.ts';
import { ORDER_KIND_LABEL, OrderKind } from './model.ts';
import { type Extent, extract, leftOut, shortened, WHOLE } from './one-page.ts';
import { placeWords } from './procedure.ts';
import { judgeResponse } from './procedure-response.ts';
import { howMany, type SurgicalRecord } from './surgical.ts';

export interface RecordSection {
  title: string;
  blocks: DocumentBlock[];
}

type Score = { date: string; value: number } | null;

const two = (value: number): string => String(Math.round(value * 100) / 100);
const joined = (...parts: (string | null | undefined | false)[]): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join(', ');
const sentence = (words: string): string =>
  /[.?!)…]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`;
const listOr = (items: string[], none: string): DocumentBlock =>
  items.length === 0 ? { kind: 'paragraph', text: none } : { kind: 'list', items };

type SectionOf = (record: SurgicalRecord, extent: Extent) => RecordSection;

/** The built part, in the surgeon's order: diagnosis, what was tried, how much, with what effect, examination, pictures, dangers. */
export const SECTIONS: readonly [diagnosis: SectionOf, ...rest: SectionOf[]] = [
  diagnosisSection,
  triedSection,
  responseSection,
  examinationSection,
  imagingSection,
  backgroundSection,
];

/** All of it, as it is read on the screen. */
export const recordSections = (record: SurgicalRecord): RecordSection[] =>
  SECTIONS.map((section) => section(record, WHOLE));

function diagnosisSection({ diagnoses, episode, impression }: SurgicalRecord, extent: Extent): RecordSection {
  const course = `${episode.onsetOn === null ? 'Onset not recorded' : `Onset ${shortDate(episode.onsetOn)}`}, in our care since ${shortDate(episode.openedOn)}.`;
  const seen =
    impression === null || impression.text === ''
      ? ''
      : ` Impression of ${shortDate(impression.on)} (${impression.by}): ${sentence(shortened(impression.text, extent.signs * 2))}`;
  return {
    title: 'Diagnosis',
    blocks: [
      {
        kind: 'list',
        items:
          diagnoses.length === 0
            ? [`${episode.concern}; no diagnosis is coded`]
            : extract(diagnoses.map(codedWords), extent),
      },
      { kind: 'paragraph', text: `${course}${seen}` },
    ],
  };
}

/** How often a version treated; days where each of them had several treatments (POC-3). */
const oftenWords = (version: SurgicalRecord['versions'][number]): string =>
  (version.amountPerDay ?? 1) > 1
    ? `${aWeekWords(version.frequencyPerWeek, version)}, ${timesADay(version.amountPerDay ?? 1)}`
    : `${howMany(version.frequencyPerWeek, 'time')} a week`;

function triedSection(record: SurgicalRecord, extent: Extent): RecordSection {
  const { versions, interventions, dose } = record;
  // The newest version is what is treated by now; it is the last to be left out.
  const planned = versions.toReversed().map((version) => {
    const visits = howMany(version.visitsPrescribed, 'visit');
    const why = version.reason === null ? '' : `; ${version.reason}`;
    return `v${version.versionNumber}, ${shortDate(version.startsOn)} to ${shortDate(version.until)}: ${oftenWords(version)}, ${visits} prescribed${why}`;
  });
  const given = interventions.map(
    (one) =>
      `${one.name}: ${howMany(one.sessions, 'session')}, ${one.minutes} min, ${shortDate(one.firstOn)} to ${shortDate(one.lastOn)}`,
  );
  const before = (record.history ?? [])
    .filter(({ kind }) => kind === 'prior-therapy')
    .map((one) => {
      const result = one.result === null ? '' : `: ${THERAPY_RESULT_LABEL[one.result]}`;
      return `Before our care, ${factWords(one)}${result}`;
    });
  return {
    title: 'What was tried, and how much of it',
    blocks: [
      listOr(
        [...extract(planned, extent), ...extract(given, extent), ...extract(before, extent)],
        'Nothing was prescribed or given yet.',
      ),
      { kind: 'key-values', columns: 2, pairs: dosePairs(dose) },
      listOr(procedureLines(record, extent), 'No injection or block was performed.'),
    ],
  };
}

function dosePairs({
  firstOn,
  sessions,
  minutes,
  attendance,
  missed,
  cancelled,
  home,
}: SurgicalRecord['dose']) {
  return [
    {
      label: 'Delivered',
      value:
        firstOn === null
          ? 'no session yet'
          : `${howMany(sessions, 'session')}, ${howMany(minutes, 'minute')}`,
    },
    {
      label: 'Attendance in this phase',
      value:
        attendance === null
          ? 'nothing prescribed'
          : `${attendance.attended} of ${attendance.prescribedToDate} due`,
    },
    { label: 'Missed or cancelled', value: `${missed} missed, ${cancelled} cancelled` },
    {
      label: 'Home exercise, two weeks',
      value: home === null ? 'not recorded' : `${home.daysDone} of ${home.daysPrescribed} days`,
    },
  ];
}

const procedureLines = ({ procedures, asOf }: SurgicalRecord, extent: Extent): string[] =>
  extract(
    procedures.map((procedure) => {
      const { expected, seen } = judgeResponse(procedure, asOf, { withYear: true });
      const what = joined(procedure.display, placeWords(procedure), procedure.agent, procedure.dose);
      const trouble =
        procedure.complication === null ? '' : ` Complication: ${sentence(procedure.complication)}`;
      return `${shortDate(procedure.performedOn)}: ${what}.${trouble} Expected: ${sentence(expected)} Seen: ${sentence(seen)}`;
    }),
    { ...extent, signs: extent.signs * 2 },
  );

function responseSection({ measures, verdict, reason }: SurgicalRecord, extent: Extent): RecordSection {
  const value = (score: Score) =>
    score === null ? 'none' : `${two(score.value)} (${shortDate(score.date)})`;
  const whole = (m: SurgicalRecord['measures'][number]) =>
    changeWords({ ...m, improvement: m.episode.improvement }) || 'cannot be judged';
  // One version, or a phase as long as the episode: the change is said once.
  const phases = measures.some((m) => whole(m) !== (changeWords(m) || 'cannot be judged'));
  const rows = measures.map((m) => [
    `${m.abbreviation}${m.unit === '' ? '' : ` (${m.unit})`}`,
    value(m.episode.baseline),
    value(m.latest ?? m.baseline),
    whole(m),
    ...(phases ? [changeWords(m) || 'cannot be judged'] : []),
    m.goal === null ? '' : two(m.goal.target),
  ]);
  const rest = leftOut(rows.length - extent.entries);
  return {
    title: 'Response, with the measurement error',
    blocks: [
      {
        kind: 'table',
        columns: [
          { label: 'Measure', share: 3 },
          { label: 'At the start', share: 3 },
          { label: 'Now', share: 3 },
          { label: phases ? 'Whole episode' : 'Change', share: 4 },
          ...(phases ? [{ label: 'This phase', share: 4 }] : []),
          { label: 'Goal', align: 'end', share: 1 },
        ],
        rows: rows.slice(0, extent.entries),
        ...(rest === '' ? {} : { caption: rest }),
        empty: 'No outcome measure was prescribed.',
      },
      ...(verdict === null ? [] : [judged(VERDICT_WORDS[verdict], reason, extent)]),
    ],
  };
}

const judged = (words: string, reason: string | null, extent: Extent): DocumentBlock => ({
  kind: 'paragraph',
  text: [`Judged: ${sentence(words)}`, reason === null ? '' : sentence(shortened(reason, extent.signs * 2))]
    .filter(Boolean)
    .join(' '),
});

function examinationSection({ examination }: SurgicalRecord, extent: Extent): RecordSection {
  const lines = examination ? examinationLines(examination.findings, extent) : [];
  return {
    title:
      examination && lines.length > 0
        ? `Examination of ${shortDate(examination.on)} (${examination.by})`
        : 'Examination',
    blocks: [listOr(lines, 'No finding is recorded in this episode.')],
  };
}

function imagingSection({ tests }: SurgicalRecord, extent: Extent): RecordSection {
  const entries = tests
    .filter(({ status }) => status !== 'cancelled')
    .map((test) => testWords(test, { ...extent, signs: extent.signs * 1.5 }));
  return {
    title: 'Imaging and tests, with our readings',
    blocks: [
      listOr(extract(entries, { ...extent, signs: Infinity }), 'No test was ordered in this episode.'),
    ],
  };
}

/** Report and reading are shortened apart: neither may push the other out. */
function testWords(test: SurgicalRecord['tests'][number], { signs }: Extent): string {
  const kind = OrderKind.safeParse(test.kind).data;
  const name = joined(
    kind === undefined ? test.kind : ORDER_KIND_LABEL[kind],
    test.bodyRegion.replaceAll('-', ' '),
    test.side,
  );
  if (test.resultOn === null) return `${name}: ordered ${shortDate(test.orderedOn)}, no result yet`;
  const report = sentence(shortened(test.reportText ?? 'none', signs));
  const reading =
    test.ownReading === null
      ? 'Not read by us yet.'
      : `Our reading${test.readBy === null ? '' : ` (${test.readBy})`}: ${sentence(shortened(test.ownReading, signs))}`;
  return `${name}, ${shortDate(test.resultOn)}. Report: ${report} ${reading}`;
}

function backgroundSection(record: SurgicalRecord, extent: Extent): RecordSection {
  const { comorbidities, allergies, medications } = record;
  const thinners = medications.filter(isAnticoagulant);
  const others = medications.filter((one) => !isAnticoagulant(one));
  const before = (record.history ?? []).filter(({ kind }) => kind !== 'prior-therapy').map(factWords);
  // What matters for an operation is cut last.
  const more = { ...extent, entries: extent.entries * 2 };
  const said = (all: readonly string[], none: string) => extract(all, more).join('; ') || none;
  // What may harm on the table is never left out: where room is short every substance is named without its reaction.
  const named = (all: readonly string[]) =>
    all.map((one) => (extent.signs === WHOLE.signs ? one : (one.split(':')[0] ?? one))).join('; ') ||
    'none recorded';
  return {
    title: 'Red flags, comorbidities, medication',
    blocks: [
      {
        kind: 'key-values',
        columns: 1,
        pairs: [
          { label: 'Red flags', value: redFlagWords(record, extent) },
          { label: 'Operations, implants, illness', value: said(before, 'none recorded') },
          { label: 'Comorbidities', value: said(comorbidities.map(codedWords), 'none recorded') },
          { label: 'Anticoagulant', value: named(thinners) },
          { label: 'Allergies', value: named(allergies) },
          { label: 'Other medication', value: said(others, 'none recorded') },
        ],
      },
    ],
  };
}

/** `Pacemaker, left (2019)`; what has ended says when, as in the chart. */
function factWords(fact: NonNullable<SurgicalRecord['history']>[number]): string {
  const { kind, title, side, happenedOn, endedOn = null } = fact;
  const when = historyWhen({ kind, happenedOn, endedOn });
  return `${joined(title, side)}${when === '' ? '' : ` (${when})`}`;
}

/** Those that stand open come first, and none of these is left out. */
function redFlagWords({ redFlags }: SurgicalRecord, extent: Extent): string {
  const words = ({ code, openedOn, note, closedOn, closeReason }: SurgicalRecord['redFlags'][number]) => {
    const what = note === '' ? (getRedFlag(code)?.finding ?? code) : note;
    const end = closedOn === null ? 'OPEN' : `cleared ${shortDate(closedOn)}: ${closeReason ?? 'no reason'}`;
    return `${flagTitle(code)}, ${shortDate(openedOn)}: ${shortened(what, extent.signs)} (${shortened(end, extent.signs)})`;
  };
  const open = redFlags.filter(({ closedOn }) => closedOn === null);
  const closed = redFlags.filter(({ closedOn }) => closedOn !== null);
  const whole = { ...extent, signs: Infinity };
  const all = [...open.map(words), ...extract(closed.map(words), whole)];
  return all.length === 0 ? 'none was raised in this episode' : all.join('; ');
}

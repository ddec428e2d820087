import type { DocumentBlock, DocumentContent } from '#shared/documents/model.ts';
import { dateInZone, shortDate, type PlainDate } from '#shared/platform/time.ts';
import { getIntervention } from '#shared/prescriptions/interventions.ts';
import {
  amountWords,
  aWeekWords,
  durationWords,
  scheduleWords,
  visitsOf,
} from '#shared/prescriptions/schedule.ts';
import {
  agreedWords,
  capital,
  limitWords,
  precautionWords,
  seriesName,
  targetWords,
  weightBearingInFull,
} from '#shared/prescriptions/words.ts';
import { documentationOf } from './documentation-values.ts';
import { episodeCertification } from './episode-certification.ts';
import type { PlanOfCareFacts } from './document-facts.ts';
import { paragraphs, patientBlock } from './document-parts.ts';

/**
 * A version of the plan of care (rules.md POC-2), for the physician who certifies it: diagnosis first, then goals, then what
 * is given and how often. One page, two when the plan is long.
 */
export function planOfCareDocument(facts: PlanOfCareFacts): DocumentContent {
  const { version } = facts;
  const { content } = version;
  return {
    title: 'Plan of care',
    subtitle: `Version ${version.versionNumber}, signed ${shortDate(version.signedOn)}`,
    pages: { min: 1, max: 2 },
    patient: patientBlock(facts, version.signedOn),
    sections: [
      diagnosisSection(facts),
      { title: 'Long-term goals', blocks: [goals(content)] },
      { title: 'Therapy', blocks: [...schedule(facts), interventions(content)] },
      { title: 'Precautions', blocks: precautions(content) },
      ...(content.homeProgramme
        ? [{ title: 'Home programme', blocks: paragraphs(content.homeProgramme) }]
        : []),
      ...(version.reason === null ? [] : [{ title: 'Why this version', blocks: paragraphs(version.reason) }]),
      facts.episode.payerProfile === 'none'
        ? { title: 'Signature', blocks: [ordered(facts)] }
        : { title: 'Certification', blocks: certification(facts) },
    ],
  };
}

type Content = PlanOfCareFacts['version']['content'];

function diagnosisSection({ version, episode }: PlanOfCareFacts): DocumentContent['sections'][number] {
  const { content } = version;
  const dates = [
    { label: 'Onset', date: content.onsetOn ?? episode.onsetOn },
    { label: 'Surgery', date: content.surgeryOn },
  ].flatMap(({ label, date }) => (date === null ? [] : [{ label, value: shortDate(date) }]));
  return {
    title: 'Diagnosis',
    blocks: [
      {
        kind: 'list',
        items: content.diagnoses.map(({ display, code, side }) =>
          [`${display} (${code})`, side].filter(Boolean).join(', '),
        ),
      },
      { kind: 'key-values', pairs: [...dates, { label: 'Concern', value: episode.concern }], columns: 2 },
    ],
  };
}

const goals = ({ goals: all }: Content): DocumentBlock => ({
  kind: 'table',
  columns: [
    { label: 'Goal', share: 5 },
    { label: 'Measured by', share: 2 },
    { label: 'Target', share: 2 },
    { label: 'By', share: 2 },
  ],
  rows: all.map((goal) => [goal.description, seriesName(goal), targetWords(goal), shortDate(goal.targetOn)]),
});

function schedule(facts: PlanOfCareFacts): DocumentBlock[] {
  const { version } = facts;
  const { content } = version;
  const isTapered = (content.taper ?? []).length > 0;
  return [
    {
      kind: 'key-values',
      columns: 3,
      pairs: [
        {
          label: 'Frequency',
          value: isTapered ? scheduleWords(content) : frequencyWords(content),
        },
        { label: 'Duration', value: durationWords(content) },
        { label: 'Amount', value: amountWords(content) },
        { label: 'Visits', value: `${visitsOf(content)}` },
        { label: 'From', value: `${shortDate(version.startsOn)} to ${shortDate(version.endsOn)}` },
        { label: 'Re-evaluation', value: shortDate(content.reEvaluationOn) },
      ],
    },
  ];
}

/** Times a week; days a week where each of them has several treatments (POC-3). */
const frequencyWords = (content: Content): string =>
  (content.amountPerDay ?? 1) > 1
    ? aWeekWords(content.frequencyPerWeek, content)
    : `${content.frequencyPerWeek} times a week`;

const AUTHORITY: Record<Content['interventions'][number]['authority'], string> = {
  free: 'therapist adjusts',
  notify: 'therapist adjusts and tells',
  ask: 'therapist asks before each increase',
};

const interventions = ({ interventions: all, excluded }: Content): DocumentBlock => ({
  kind: 'table',
  columns: [
    { label: 'Type of therapy', share: 3 },
    { label: 'Limits, and what the therapist decides alone', share: 5 },
  ],
  rows: all.map((one) => [
    one.name,
    [limitWords(one), AUTHORITY[one.authority], agreedWords(one)].filter(Boolean).join('; '),
  ]),
  ...(excluded.length === 0
    ? {}
    : { caption: `Not to be given: ${excluded.map(({ name }) => name).join(', ')}.` }),
});

function precautions({ precautions: all, weightBearing, interventions: given }: Content): DocumentBlock[] {
  const limbs = weightBearing.map(weightBearingInFull);
  const kept = all.filter(({ decision }) => decision === 'keep');
  const items = [
    ...(limbs.length === 0 ? [] : [`Weight bearing: ${limbs.join('; ')}`]),
    ...kept.map((one) =>
      [`${capital(precautionWords(one, all))}: ${one.intervention}`, one.note].filter(Boolean).join('. '),
    ),
    ...all.filter(({ decision }) => decision === 'override').map((one) => overridden(one, given)),
  ];
  return items.length === 0 ? [{ kind: 'paragraph', text: 'None known.' }] : [{ kind: 'list', items }];
}

/**
 * A precaution that the physiatrist set aside is part of the plan: what it permits, where it still does not (rules.md 4.3, "local"), and
 * why.
 */
function overridden(
  { agents, intervention, scope, overrideReason, level }: Content['precautions'][number],
  given: Content['interventions'],
): string {
  const names = given
    .filter(({ code }) => getIntervention(code)?.agents.some((agent) => agents.includes(agent)))
    .map(({ name }) => name);
  const what = `${intervention.slice(0, 1).toLowerCase()}${intervention.slice(1)}`;
  const against = level === 'contraindicated' ? 'a contraindication' : 'a precaution';
  const permitted =
    names.length === 0
      ? `Set aside by the physiatrist, ${against}: ${what}.`
      : scope === 'local'
        ? `${names.join(', ')} permitted elsewhere; not where it is ${level === 'contraindicated' ? 'contraindicated' : 'warned of'}: ${what}.`
        : `${names.join(', ')} permitted against ${against}: ${what}.`;
  return `${permitted} Reason: ${overrideReason ?? 'not stated'}`;
}

function certification(facts: PlanOfCareFacts): DocumentBlock[] {
  const { version, signedAt } = facts;
  const { certifiedLater: later, certifiesPlan } = version;
  const late =
    (later?.reason ?? null) === null ? [] : paragraphs(`Late certification: ${later?.reason ?? ''}`);
  const shown = later?.involvement ? paragraphs(`Involvement meanwhile: ${later.involvement}`) : [];
  if (certifiesPlan)
    return [signature(certifyWords(facts, version.signedOn), version.signedBy, signedAt), ...late, ...shown];
  return [
    ordered(facts),
    ...(later === null
      ? paragraphs(
          'This signature is the order. It does not certify the plan of care: the physician certifies by a dated signature, or, for the initial certification, by the order and this plan having been sent.',
        )
      : [
          signature(certifyWords(facts, dateInZone(new Date(later.at), facts.timeZone)), later.by, later.at),
          ...late,
          ...shown,
        ]),
  ];
}

/** The order: all that the signature says where no payer asks for a certified plan. */
const ordered = ({ version, signedAt }: PlanOfCareFacts): DocumentBlock =>
  signature('I order the therapy of this plan of care.', version.signedBy, signedAt);

const signature = (statement: string, signedBy: string, signedOn: string): DocumentBlock => {
  const [name = '', ...credentials] = signedBy.split(', ');
  return { kind: 'signature', statement, name, credentials: credentials.join(', '), signedOn };
};

/** The statement that certifies, with the days it covers. */
function certifyWords(
  { version, certification: course, clinicValues }: PlanOfCareFacts,
  on: PlainDate,
): string {
  const standing = episodeCertification(
    course,
    on > version.startsOn ? on : version.startsOn,
    documentationOf(clinicValues),
  );
  const period =
    standing === undefined
      ? ''
      : ` from ${shortDate(standing.certifiedFrom)} through ${shortDate(standing.certifiedThrough)}`;
  return `I certify the need for these services furnished under this plan of care${period}.`;
}

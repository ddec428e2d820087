import { STARTER_BASIS } from '#shared/prescriptions/starters/starter.ts';
import type { EarlierPrescription, PrescriptionTemplate } from '#shared/prescriptions/template-contract.ts';
import { templateOf, type TemplateContent } from '#shared/prescriptions/template.ts';
import { shortDate } from '#shared/platform/time.ts';
import { scheduleWords } from '#shared/prescriptions/schedule.ts';

/** Something a draft can be started from. */
export interface TemplateSource {
  key: string;
  title: string;
  detail: string;
  /** Where it comes from, in words. */
  basis: string;
  content: TemplateContent;
  template?: PrescriptionTemplate;
}

export interface SourceGroup {
  title: string;
  sources: TemplateSource[];
}

interface Wanted {
  codes: readonly string[];
  bodyRegion: string;
  /** What is typed into the search. */
  query: string;
}

/** Templates and earlier prescriptions in the order of use: for this problem, of this patient, the others, retired ones. */
export function sourceGroups(
  templates: readonly PrescriptionTemplate[],
  earlier: readonly EarlierPrescription[],
  wanted: Wanted,
): SourceGroup[] {
  const current = templates.filter(({ retired }) => !retired);
  const fits = current.filter((one) => isFor(one, wanted));
  const groups = [
    { title: 'For this problem', sources: fits.map(ofTemplate) },
    { title: 'Earlier prescriptions of this patient', sources: earlier.map(ofEarlier) },
    { title: 'Other templates', sources: current.filter((one) => !fits.includes(one)).map(ofTemplate) },
    { title: 'Retired', sources: templates.filter(({ retired }) => retired).map(ofTemplate) },
  ];
  const words = wanted.query.toLowerCase().split(/\s+/).filter(Boolean);
  return groups
    .map(({ title, sources }) => ({
      title,
      sources: sources.filter((one) =>
        words.every((word) => `${one.title} ${one.detail}`.toLowerCase().includes(word)),
      ),
    }))
    .filter(({ sources }) => sources.length > 0);
}

const isFor = ({ codes, bodyRegion }: PrescriptionTemplate, wanted: Wanted): boolean =>
  codes.some((prefix) => wanted.codes.some((code) => code.startsWith(prefix))) ||
  (codes.length === 0 && bodyRegion === wanted.bodyRegion);

const ofTemplate = (template: PrescriptionTemplate): TemplateSource => ({
  key: template.templateId ?? `starter ${template.starterKey ?? ''}`,
  title: [template.name, template.phase].filter(Boolean).join(', '),
  detail: scheduleWords(template.content),
  basis:
    template.savedBy === null
      ? STARTER_BASIS
      : `Version ${template.version} of the clinic, saved by ${template.savedBy}`,
  content: template.content,
  template,
});

const ofEarlier = (prescription: EarlierPrescription): TemplateSource => ({
  key: prescription.prescriptionId,
  title: `${placed(prescription)}: version ${prescription.versionNumber}`,
  detail: `${shortDate(prescription.startsOn)} to ${shortDate(prescription.endsOn)}`,
  basis: `Signed by ${prescription.signedBy}`,
  content: templateOf(prescription.content),
});

/** A concern often names its side already. */
const placed = ({ concern, side }: EarlierPrescription): string =>
  side === null || new RegExp(`\\b${side}\\b`, 'i').test(concern) ? concern : `${concern}, ${side}`;

import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { listName, SEX_LETTER } from '#shared/patients/model.ts';
import type { PrescribedPrecaution, WeightBearing } from '#shared/prescriptions/model.ts';
import { precautionCard } from '#shared/prescriptions/precaution-card.ts';
import { KIND_WORDS } from '#shared/prescriptions/precaution-kinds.ts';
import { limbWords, weightBearingWords } from '#shared/prescriptions/words.ts';
import type { SessionEpisode, SessionPatient, SessionSheet } from '#shared/sessions/sheet.ts';
import { PatientBanner } from '#client/ui/PatientBanner.tsx';

interface SessionBannerProps {
  patient: z.infer<typeof SessionPatient>;
  episode: z.infer<typeof SessionEpisode>;
  /** What must not happen to this patient; left out on pages without a prescription. */
  precautions?: ReactNode;
  asHeading?: boolean;
  /** The link to the chart; the sheet has it elsewhere, to keep its head low. */
  withChart?: boolean;
}

/** Who this is, on every page of sessions. */
export function SessionBanner(props: SessionBannerProps) {
  const { patient, episode, precautions, asHeading = false, withChart = true } = props;
  return (
    <PatientBanner
      name={listName(patient)}
      birthDate={patient.birthDate}
      sex={SEX_LETTER[patient.sex]}
      recordNumber={patient.mrn}
      diagnosis={episode.diagnosis ?? episode.concern}
      precautions={precautions}
      asHeading={asHeading}
      chips={withChart ? <ChartLink patientId={patient.patientId} /> : undefined}
    />
  );
}

/** To the patient's chart. */
export function ChartLink({ patientId }: { patientId: string }) {
  return (
    <Anchor
      size="sm"
      data-no-print
      renderRoot={(props) => <Link {...props} to="/patients/$patientId" params={{ patientId }} />}
    >
      Chart
    </Anchor>
  );
}

/** Precautions as one line: what is contraindicated first, what stops a session, what is watched, then weight bearing. */
function precautionLine(
  precautions: readonly PrescribedPrecaution[],
  weightBearing: readonly WeightBearing[],
): string {
  const groups: [string, string[]][] = [
    ...precautionCard(precautions).map(({ kind, lines }): [string, string[]] => [
      KIND_WORDS[kind],
      lines.map(({ words }) => lowerFirst(words)),
    ]),
    [
      'Weight bearing',
      weightBearing
        .filter(({ status }) => status !== 'FWB')
        .map((one) => `${weightBearingWords(one)} ${limbWords(one.limb)}`),
    ],
  ];
  const said = groups.filter(([, entries]) => entries.length > 0);
  return said.length === 0
    ? 'none known'
    : said.map(([title, entries]) => `${title}: ${entries.join('; ')}`).join(' | ');
}

/** The precautions of the prescription that governs a sheet, in words. */
export const sheetPrecautions = ({ prescription }: Pick<SessionSheet, 'prescription'>): string =>
  prescription === null
    ? 'no prescription for this day'
    : precautionLine(prescription.content.precautions, prescription.content.weightBearing);

/** "TENS" stays as it is, "Heavy loading" loses its capital. */
const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

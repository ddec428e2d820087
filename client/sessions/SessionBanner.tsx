import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { listName, SEX_LETTER } from '#shared/patients/model.ts';
import type { PrescribedPrecaution, WeightBearing } from '#shared/prescriptions/model.ts';
import { limbWords, weightBearingWords } from '#shared/prescriptions/words.ts';
import type { SessionEpisode, SessionPatient } from '#shared/sessions/sheet.ts';
import { PatientBanner } from '#client/ui/PatientBanner.tsx';

interface SessionBannerProps {
  patient: z.infer<typeof SessionPatient>;
  episode: z.infer<typeof SessionEpisode>;
  /** What must not happen to this patient; left out on pages without a prescription. */
  precautions?: ReactNode;
  chips?: ReactNode;
  asHeading?: boolean;
}

/** Who this is, on every page of sessions. */
export function SessionBanner({ patient, episode, precautions, chips, asHeading }: SessionBannerProps) {
  return (
    <PatientBanner
      name={listName(patient)}
      birthDate={patient.birthDate}
      sex={SEX_LETTER[patient.sex]}
      recordNumber={patient.mrn}
      diagnosis={episode.diagnosis ?? episode.concern}
      precautions={precautions}
      asHeading={asHeading ?? false}
      chips={
        <>
          {chips}
          <Anchor
            size="sm"
            data-no-print
            renderRoot={(props) => (
              <Link {...props} to="/patients/$patientId" params={{ patientId: patient.patientId }} />
            )}
          >
            Chart
          </Anchor>
        </>
      }
    />
  );
}

/** Precautions as one line: what is forbidden first, then what is watched, then weight bearing. */
export function precautionLine(
  precautions: readonly PrescribedPrecaution[],
  weightBearing: readonly WeightBearing[],
): string {
  const kept = precautions.filter(({ decision }) => decision === 'keep');
  const words = ({ intervention, note, level }: PrescribedPrecaution) =>
    `${level === 'contraindicated' ? 'no ' : ''}${lowerFirst(intervention)}${note === null || note === '' ? '' : ` (${note})`}`;
  const limbs = weightBearing
    .filter(({ status }) => status !== 'FWB')
    .map((one) => `${weightBearingWords(one)} ${limbWords(one.limb)}`);
  const lines = [
    ...kept.filter(({ level }) => level === 'contraindicated').map(words),
    ...kept.filter(({ level }) => level === 'precaution').map(words),
    ...limbs,
  ];
  return lines.length === 0 ? 'none known' : lines.join(' | ');
}

/** "TENS" stays as it is, "Heavy loading" loses its capital. */
const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { listName, SEX_LETTER } from '#shared/patients/model.ts';
import type { PrescribedPrecaution, WeightBearing } from '#shared/prescriptions/model.ts';
import { precautionCard } from '#shared/prescriptions/precaution-card.ts';
import { KIND_WORDS } from '#shared/prescriptions/precaution-kinds.ts';
import { shortWords } from '#shared/prescriptions/short-words.ts';
import { limbWords, weightBearingWords } from '#shared/prescriptions/words.ts';
import type { SessionEpisode, SessionPatient, SessionSheet } from '#shared/sessions/sheet.ts';
import { PatientBanner } from '#client/ui/PatientBanner.tsx';
import classes from './Sheet.module.css';

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

/** Precautions in few words: what is contraindicated first, what stops a session, what is watched, then weight bearing. */
function groupsOf(
  precautions: readonly PrescribedPrecaution[],
  weightBearing: readonly WeightBearing[],
): [title: string, entries: string[]][] {
  const groups: [string, string[]][] = [
    ...precautionCard(precautions).map(({ kind, lines }): [string, string[]] => [
      KIND_WORDS[kind],
      lines.map(({ words, scope, avoid, rows }) =>
        [
          lowerFirst(shortWords(words)),
          avoid.length > 0 ? ` (not at ${avoid.join(', ')})` : scope === 'local' ? ' (local)' : '',
          rows.some(({ undecided }) => undecided === true) ? ' (new on the chart)' : '',
        ].join(''),
      ),
    ]),
    [
      'Weight bearing',
      weightBearing
        .filter(({ status }) => status !== 'FWB')
        .map((one) => `${weightBearingWords(one)} ${limbWords(one.limb)}`),
    ],
  ];
  return groups.filter(([, entries]) => entries.length > 0);
}

/** What must not happen to the patient of a sheet: a line for each kind, in short, and the allergies. */
export function SheetPrecautions({ sheet }: { sheet: Pick<SessionSheet, 'prescription' | 'allergies'> }) {
  const { prescription, allergies } = sheet;
  const groups =
    prescription === null
      ? []
      : groupsOf(prescription.content.precautions, prescription.content.weightBearing);
  const allergic = allergies.map(({ substance, reaction }) =>
    reaction === null || reaction === '' ? substance : `${substance} (${reaction})`,
  );
  return (
    <span className={classes.safety}>
      {prescription === null ? <span>no prescription for this day</span> : null}
      {prescription !== null && groups.length === 0 ? <span>none known</span> : null}
      {groups.map(([title, entries]) => (
        <span key={title}>
          <strong>{title}</strong>: {entries.map(unbroken).join('; ')}
        </span>
      ))}
      {allergic.length === 0 ? null : (
        <span>
          <strong>Allergies</strong>: {allergic.join('; ')}
        </span>
      )}
    </span>
  );
}

/** "SpO2 < 88 %": a sign, its number and the unit stay on one line. */
const unbroken = (words: string): string => words.replace(/([<>]) (?=\d)|(?<=\d) (?=%)/g, '$1\u00A0');

/** "TENS" stays as it is, "Heavy loading" loses its capital. */
const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

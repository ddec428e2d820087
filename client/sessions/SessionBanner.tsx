import { useState, type ReactNode } from 'react';
import { bannerOf, type EpisodeHeader } from '#shared/patients/episode-header.ts';
import type { PrescribedPrecaution, WeightBearing } from '#shared/prescriptions/model.ts';
import { precautionCard } from '#shared/prescriptions/precaution-card.ts';
import { KIND_WORDS } from '#shared/prescriptions/precaution-kinds.ts';
import { shortWords } from '#shared/prescriptions/short-words.ts';
import { weightBearingInFull } from '#shared/prescriptions/words.ts';
import type { SessionSheet } from '#shared/sessions/sheet.ts';
import { PrecautionCard } from '#client/clinical/PrecautionCard.tsx';
import { PatientBanner } from '#client/ui/PatientBanner.tsx';
import classes from './SessionBanner.module.css';

interface SessionBannerProps {
  header: EpisodeHeader;
  asHeading?: boolean;
  /** Links on the right. */
  chips?: ReactNode;
}

/** Who this is, in the same words as on every other page. */
export function SessionBanner({ header, asHeading = false, chips }: SessionBannerProps) {
  return (
    <PatientBanner {...bannerOf(header)} asHeading={asHeading} chartOf={header.patientId} chips={chips} />
  );
}

/** Precautions in few words: what is contraindicated first and weight bearing, then what stops a session and what is watched. */
function groupsOf(
  precautions: readonly PrescribedPrecaution[],
  weightBearing: readonly WeightBearing[],
): [title: string, entries: string[]][] {
  const kinds = precautionCard(precautions).map(({ kind, lines }): [string, string[]] => [
    KIND_WORDS[kind],
    lines.map(({ words, scope, avoid, rows }) =>
      [
        lowerFirst(shortWords(words)),
        avoid.length > 0 ? ` (not at ${avoid.join(', ')})` : scope === 'local' ? ' (local)' : '',
        rows.some(({ undecided }) => undecided === true) ? ' (new)' : '',
      ].join(''),
    ),
  ]);
  const isForbidden = ([title]: [string, string[]]) => title === KIND_WORDS.contraindicated;
  const borne = weightBearing.filter(({ status }) => status !== 'FWB').map((one) => weightBearingInFull(one));
  const groups: [string, string[]][] = [
    ...kinds.filter(isForbidden),
    ['Weight bearing', borne],
    ...kinds.filter((group) => !isForbidden(group)),
  ];
  return groups.filter(([, entries]) => entries.length > 0);
}

/** What the prescription of a sheet's day forbids, stops and watches: a line for each kind, in short. */
export function SheetRules({ prescription }: Pick<SessionSheet, 'prescription'>) {
  const [full, showFull] = useState(false);
  if (prescription === null) return <div className={classes.rules}>No prescription for this day.</div>;
  const { precautions, weightBearing } = prescription.content;
  const groups = groupsOf(precautions, weightBearing);
  if (groups.length === 0) return null;
  return (
    <>
      <div className={classes.rules} data-full={full} role="group" aria-label="Rules of this prescription">
        {groups.map(([title, entries]) => (
          <span key={title} data-tone={title === KIND_WORDS.contraindicated ? 'danger' : undefined}>
            <strong>{title}</strong> {entries.map(unbroken).join('; ')}
          </span>
        ))}
        {precautions.length === 0 ? null : (
          <button
            type="button"
            className={classes.inFull}
            aria-expanded={full}
            onClick={() => showFull(!full)}
          >
            {full ? 'Hide sources' : 'In full, with sources'}
          </button>
        )}
      </div>
      {full ? (
        <div className={classes.fullRules}>
          <PrecautionCard precautions={precautions} />
        </div>
      ) : null}
    </>
  );
}

/** "SpO2 < 88 %": a sign, its number and the unit stay on one line. */
const unbroken = (words: string): string => words.replace(/([<>]) (?=\d)|(?<=\d) (?=%)/g, '$1\u00A0');

/** "TENS" stays as it is, "Heavy loading" loses its capital. */
const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

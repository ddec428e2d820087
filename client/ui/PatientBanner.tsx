import { ageOn } from '#shared/platform/time.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './PatientBanner.module.css';

interface PatientBannerProps {
  /** Family name first: "Okafor, Grace". */
  name: string;
  /** `YYYY-MM-DD`. */
  birthDate: string;
  /** `F`, `M`, or a word. */
  sex: string;
  recordNumber: string;
  /** "L5 radiculopathy (M54.16 L)". */
  diagnosis?: ReactNode;
  /** Always in sight: what must not happen to this patient. "No known precautions" is said, not left out. */
  precautions?: ReactNode;
  /** With how bad they were; "none recorded" is said. */
  allergies?: ReactNode;
  /** Whose chart a link leads to; a panel over a page has none. */
  chartOf?: string;
  /** Status and version chips on the right. */
  chips?: ReactNode;
  /** Makes the name the page's heading; a panel over a page leaves it plain. */
  asHeading?: boolean;
}

/** Who this is: the same line on every page about a patient, so that nobody writes into the wrong chart. */
export function PatientBanner(props: PatientBannerProps) {
  const {
    name,
    birthDate,
    sex,
    recordNumber,
    diagnosis,
    precautions,
    allergies,
    chartOf,
    chips,
    asHeading = false,
  } = props;
  const { today, date } = useClinicTime();
  const Name = asHeading ? 'h1' : 'strong';
  return (
    <div role="group" aria-label={`Patient ${name}`} className={classes.banner}>
      <div className={classes.who}>
        <Name className={classes.name} {...(asHeading ? { tabIndex: -1 } : {})}>
          {name}
        </Name>
        <span>
          {ageOn(birthDate, today)} {sex}
        </span>
        <span>born {date(birthDate)}</span>
        <span>MRN {recordNumber}</span>
        {chartOf === undefined ? null : (
          <Anchor
            size="sm"
            data-no-print
            renderRoot={(props) => (
              <Link {...props} to="/patients/$patientId" params={{ patientId: chartOf }} />
            )}
          >
            Chart
          </Anchor>
        )}
      </div>
      {diagnosis === undefined ? null : <div className={classes.diagnosis}>{diagnosis}</div>}
      {precautions === undefined && allergies === undefined ? null : (
        <div className={classes.careful}>
          {precautions === undefined ? null : (
            <span>
              <span className={classes.label}>Precautions</span> {precautions}
            </span>
          )}{' '}
          {allergies === undefined ? null : (
            <span>
              <span className={classes.label}>Allergies</span> {allergies}
            </span>
          )}
        </div>
      )}
      {chips === undefined ? null : <div className={classes.chips}>{chips}</div>}
    </div>
  );
}

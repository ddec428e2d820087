import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PatientChart } from '#shared/patients/chart.ts';
import { FormSection } from '#client/ui/FormSection.tsx';
import { useChartPanel } from './use-panel.ts';
import classes from './Chart.module.css';

/** How the patient is reached, and the numbers other systems know them by. */
export function ContactSection({ chart: { patient, identifiers } }: { chart: PatientChart }) {
  const { open } = useChartPanel();
  return (
    <FormSection
      title="Details"
      actions={
        <Button size="compact-sm" variant="default" data-no-print onClick={() => open('identity')}>
          Correct
        </Button>
      }
    >
      <dl className={classes.pairs}>
        <Pair name="Sex">{patient.sex}</Pair>
        <Pair name="Phone">{patient.phone}</Pair>
        <Pair name="E-mail">{patient.email}</Pair>
        <Pair name="Address">{patient.address}</Pair>
        <Pair name="Preferred language">{patient.language ?? 'not asked yet'}</Pair>
        <Pair name="Clinic">{patient.clinicName}</Pair>
        {patient.source === 'entered' ? null : <Pair name="Source">imported</Pair>}
        {identifiers.map(({ system, value }) => (
          <Pair key={`${system} ${value}`} name={lastPart(system)}>
            {value}
          </Pair>
        ))}
      </dl>
    </FormSection>
  );
}

function Pair({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children ?? 'not recorded'}</dd>
    </>
  );
}

/** A system is an address; its last part is what a person can use. */
const lastPart = (system: string): string => system.replace(/\/+$/, '').split(/[/:]/).at(-1) ?? system;

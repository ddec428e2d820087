import { Text } from '@mantine/core';
import type { PatientChart } from '#shared/patients/chart.ts';
import { carefulOf, codedWords } from '#shared/patients/episode-header.ts';
import { markedInHistory } from '#shared/patients/history-meaning.ts';
import { listName, SEX_LETTER } from '#shared/patients/model.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { PatientBanner } from '#client/ui/PatientBanner.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';

/** Who the chart is about, with the comorbidities that change what therapy may do. */
export function ChartBanner({ chart, asHeading = false }: { chart: PatientChart; asHeading?: boolean }) {
  const { date } = useClinicTime();
  const { patient } = chart;
  return (
    <PatientBanner
      name={listName(patient)}
      birthDate={patient.birthDate}
      sex={SEX_LETTER[patient.sex]}
      recordNumber={patient.mrn}
      diagnosis={chart.clinical ? <Diagnoses chart={chart} /> : undefined}
      {...(chart.clinical ? careful(chart) : {})}
      chips={
        patient.deceasedOn === null ? undefined : (
          <StatusBadge tone="neutral">Died {date(patient.deceasedOn)}</StatusBadge>
        )
      }
      asHeading={asHeading}
    />
  );
}

const careful = ({ conditions, historyFacts, medications, allergies }: PatientChart) =>
  carefulOf({
    conditions: [...conditions.filter(isActive), ...markedInHistory(historyFacts.filter(isActive))],
    medications: medications.filter(isActive).map(({ name }) => name),
    allergies: allergies.filter(isActive),
  });

const isActive = ({ status }: { status: string }) => status === 'active';

const SHOWN = 2;

function Diagnoses({ chart }: { chart: PatientChart }) {
  const active = chart.conditions.filter(
    ({ category, status }) => category === 'diagnosis' && status === 'active',
  );
  if (active.length === 0) {
    return (
      <Text span c="dimmed" fw={400}>
        No diagnosis signed yet
      </Text>
    );
  }
  const named = active.slice(0, SHOWN).map(codedWords);
  const more = active.length - SHOWN;
  return more > 0 ? `${named.join('; ')} and ${more} more` : named.join('; ');
}

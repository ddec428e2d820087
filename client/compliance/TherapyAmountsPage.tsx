import { Button, Group, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { documentationOf } from '#shared/compliance/documentation-values.ts';
import { kxStanding } from '#shared/compliance/kx-threshold.ts';
import { canEnterAmount } from '#shared/compliance/policy.ts';
import { listName, SEX_LETTER } from '#shared/patients/model.ts';
import type { PatientId } from '#shared/platform/ids.ts';
import { plainDate } from '#shared/platform/time.ts';
import { useSession } from '#client/platform/session.ts';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import { NumberField } from '#client/ui/NumberField.tsx';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { PatientBanner } from '#client/ui/PatientBanner.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { AmountTable } from './AmountTable.tsx';
import { kxWords } from './KxSection.tsx';
import { amountsQuery, useEnterAmount } from './queries.ts';
import classes from './Documentation.module.css';

const route = getRouteApi('/shell/patients/$patientId/therapy-amounts');

/** What the payer has allowed for therapy this year and before, against the KX threshold of each year. */
export function TherapyAmountsPage() {
  const { patientId } = route.useParams();
  const query = useQuery(amountsQuery(patientId));
  return (
    <QueryBoundary query={query}>
      {({ patient, amounts, today, clinicValues }) => {
        const values = documentationOf(clinicValues);
        const year = Number(today.slice(0, 4));
        const newest = amounts.find((one) => one.year === year && one.enteredInError == null);
        return (
          <>
            <PatientBanner
              name={listName(patient)}
              birthDate={patient.birthDate}
              sex={SEX_LETTER[patient.sex]}
              recordNumber={patient.mrn}
              chartOf={patientId}
            />
            <PageHeader
              title="Therapy amounts"
              tabTitle={`Therapy amounts, ${patient.familyName}`}
              description={kxWords(kxStanding(year, newest?.amountCents ?? null, values))}
            />
            <div className={classes.page}>
              <EnterAmount patientId={patientId} today={today} />
              <AmountTable patientId={patient.patientId} amounts={amounts} values={values} />
            </div>
          </>
        );
      }}
    </QueryBoundary>
  );
}

function EnterAmount({ patientId, today }: { patientId: PatientId; today: string }) {
  const permission = canEnterAmount(useSession());
  const [dollars, setDollars] = useState<number | null>(null);
  const [asOfOn, setAsOfOn] = useState<string>(today);
  const [source, setSource] = useState('');
  const enter = useEnterAmount(patientId);
  const missing = dollars === null || asOfOn === '' || source.trim() === '';
  const submit = () => {
    if (dollars === null) return;
    enter.mutate(
      { amountCents: Math.round(dollars * 100), asOfOn: plainDate(asOfOn), source },
      {
        onSuccess: () => {
          setDollars(null);
          setSource('');
          showNote('Amount entered.');
        },
      },
    );
  };
  if (!permission.allowed) return <Text c="dimmed">{permission.sentence}</Text>;
  return (
    <FormSection
      title="Year to date"
      description="Physical therapy and speech-language pathology together, as the payer shows it. The newest date of a year counts."
    >
      <ProblemAlert error={enter.error} />
      <FieldRow>
        <NumberField
          label="Allowed amount"
          name="amountCents"
          unit="$"
          min={0}
          max={1_000_000}
          decimals={2}
          value={dollars}
          onChange={setDollars}
        />
        <PlainDateField label="As of" name="asOfOn" value={asOfOn} onChange={setAsOfOn} max={today} />
        <TextInput
          label="Source"
          name="source"
          placeholder="Contractor’s portal"
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
      </FieldRow>
      <Group>
        <DisabledReason reason={missing ? 'Enter the amount, its date and its source.' : undefined}>
          <Button loading={enter.isPending} onClick={submit}>
            Enter
          </Button>
        </DisabledReason>
      </Group>
    </FormSection>
  );
}

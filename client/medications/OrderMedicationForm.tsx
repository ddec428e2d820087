import { Autocomplete, Text, TextInput } from '@mantine/core';
import { z } from 'zod';
import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { checkMedication } from '#shared/medications/check-medication.ts';
import { DRUG_CLASS_LABEL } from '#shared/medications/drug-classes.ts';
import { KNOWN_NAMES, recogniseDrug } from '#shared/medications/recognise.ts';
import { consequencesOf } from '#shared/medications/therapy-consequences.ts';
import { fieldErrorsOf } from '#client/platform/field-error.ts';
import { useDraftForm } from '#client/platform/use-draft-form.ts';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { FindingList } from './FindingList.tsx';
import { ActPanel } from '#client/clinical/ActPanel.tsx';
import { type Medications, useOrderMedication } from './queries.ts';
import { RegimenFields, regimenOf, TypedRegimen } from './RegimenFields.tsx';

const Typed = TypedRegimen.extend({
  name: z.string(),
  startsOn: z.string(),
  reason: z.string(),
  reasons: z.record(z.string(), z.string()),
});

/** "advil (ibuprofen)" as it is offered becomes "ibuprofen (advil)": the ingredient first, as it is ordered. */
const ingredientFirst = (offered: string): string =>
  offered.replace(/^(.+) \((.+)\)$/, (_all, brand: string, ingredient: string) => `${ingredient} (${brand})`);

/** Orders a medication, with what the record says about it while the name is typed. */
export function OrderMedicationForm({ list, onClose }: { list: Medications; onClose: () => void }) {
  const { header } = list;
  const { today } = header;
  const form = useDraftForm(`order-medication:${header.episodeId}`, Typed, {
    ...{ name: '', dose: '', route: 'by-mouth', frequency: '', stopOn: '', taper: '' },
    ...{ startsOn: today, reason: '', reasons: {} },
  });
  const { value, change } = form;
  const order = useOrderMedication(header);
  const errorOf = fieldErrorsOf(order.error);
  const findings = checkMedication(value.name, {
    allergies: list.allergies,
    medications: list.medications.filter(({ status }) => status === 'active'),
  });
  const submit = () => {
    const answers = Object.entries(value.reasons)
      .filter(([finding, reason]) => reason.trim() !== '' && findings.some(({ code }) => code === finding))
      .map(([finding, reason]) => ({ finding, reason }));
    const { route, ...regimen } = regimenOf(value);
    if (route === undefined) return;
    order.mutate(
      { name: value.name, startsOn: value.startsOn, reason: value.reason, ...regimen, route, answers },
      {
        onSuccess: () => {
          form.clear();
          showNote(`${value.name} is ordered.`);
          onClose();
        },
      },
    );
  };
  return (
    <ActPanel
      header={list.header}
      title="Order a medication"
      submitLabel="Order"
      busy={order.isPending}
      error={order.error}
      keepsDraft={form.hasDraft}
      onSubmit={submit}
      onClose={onClose}
    >
      <Autocomplete
        label="Medication"
        name="name"
        required
        maxLength={200}
        limit={8}
        data={value.name === '' ? [] : [...KNOWN_NAMES]}
        description={recognisedWords(value.name)}
        value={value.name}
        error={errorOf('name')}
        onChange={(name) => change({ name: KNOWN_NAMES.includes(name) ? ingredientFirst(name) : name })}
      />
      {value.name.trim() === '' ? null : (
        <FindingList
          findings={findings}
          reasons={value.reasons}
          onReason={(finding, reason) => change({ reasons: { ...value.reasons, [finding]: reason } })}
        />
      )}
      <RegimenFields value={value} startsOn={value.startsOn} errorOf={errorOf} onChange={change} />
      <FieldRow>
        <PlainDateField
          label="From"
          name="startsOn"
          required
          value={value.startsOn}
          error={errorOf('startsOn')}
          onChange={(startsOn) => change({ startsOn })}
        />
        <TextInput
          label="For what"
          name="reason"
          required
          maxLength={300}
          value={value.reason}
          error={errorOf('reason')}
          onChange={(event) => change({ reason: event.currentTarget.value })}
        />
      </FieldRow>
      <Consequences
        name={value.name}
        isTapered={value.taper.trim() !== ''}
        clinicValues={header.clinicValues}
      />
    </ActPanel>
  );
}

function recognisedWords(name: string): string {
  if (name.trim() === '') return 'Ingredient or brand; any name may be written';
  const { ingredients, classes } = recogniseDrug(name);
  return ingredients.length === 0
    ? 'not in the table'
    : `recognised as ${ingredients.join(' and ')} (${classes.map((one) => DRUG_CLASS_LABEL[one]).join(', ')})`;
}

interface ConsequencesProps {
  name: string;
  isTapered: boolean;
  clinicValues: ClinicOverrides;
}

function Consequences({ name, isTapered, clinicValues }: ConsequencesProps) {
  const rows = consequencesOf(recogniseDrug(name).ingredients, { isTapered, clinicValues });
  if (rows.length === 0) return null;
  return (
    <section aria-label="What it changes in therapy">
      <Text fw={600}>What it changes in therapy</Text>
      {rows.map(({ sentence, source, isProposed }) => (
        <Text size="sm" key={sentence}>
          {sentence}
          <Text span size="sm" c="dimmed">
            {' '}
            {source}.{' '}
            {isProposed ? 'It is proposed to the prescription’s precautions.' : 'It is shown to the team.'}
          </Text>
        </Text>
      ))}
    </section>
  );
}

import { Autocomplete, Select, TextInput } from '@mantine/core';
import { z } from 'zod';
import { ICD_10_CM, isIcd10Shaped, normalizeIcd10 } from '#shared/patients/code-systems.ts';
import { COMORBIDITIES, comorbidityKeysOf, comorbidityLabel } from '#shared/patients/comorbidities.ts';
import type { PatientChart } from '#shared/patients/chart.ts';
import { Side, SIDES } from '#shared/patients/model.ts';
import { canAddDiagnosis } from '#shared/patients/policy.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { fieldErrorsOf } from '#client/platform/field-error.ts';
import { useSession } from '#client/platform/session.ts';
import { useDraftForm } from '#client/platform/use-draft-form.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { AddPanel } from './AddPanel.tsx';
import { useAddCondition } from './queries.ts';

const Fields = z.object({
  category: z.enum(['comorbidity', 'diagnosis']),
  code: z.string(),
  display: z.string(),
  side: Side.nullable(),
  onsetOn: z.string(),
});

const EMPTY: z.infer<typeof Fields> = {
  category: 'comorbidity',
  code: '',
  display: '',
  side: null,
  onsetOn: '',
};

const SUGGESTED = COMORBIDITIES.flatMap(({ suggested = [] }) => suggested);
const wordsOf = ({ code, display }: { code: string; display: string }) => `${code} ${display}`;

/** Records a condition by its code; the common comorbidities are offered, any ICD-10-CM code is taken. */
export function AddConditionPanel({ chart, onClose }: { chart: PatientChart; onClose: () => void }) {
  const { patientId } = chart.patient;
  const session = useSession();
  const { today } = chart;
  const form = useDraftForm(`condition:${patientId}`, Fields, EMPTY);
  const add = useAddCondition(patientId);
  const errorOf = fieldErrorsOf(add.error);
  const { category, code, display, side, onsetOn } = form.value;
  const diagnosis = canAddDiagnosis(session);
  const submit = () => {
    const onset = PlainDate.safeParse(onsetOn);
    add.mutate(
      { category, code, display, side, onsetOn: onset.success ? onset.data : null },
      {
        onSuccess: () => {
          form.clear();
          showNote(`${display} is recorded.`);
          onClose();
        },
      },
    );
  };
  return (
    <AddPanel
      chart={chart}
      title="Add a condition"
      submitLabel="Record condition"
      onSubmit={submit}
      onClose={onClose}
      busy={add.isPending}
      error={add.error}
      keepsDraft={form.hasDraft}
    >
      <ChoiceField
        label="Kind"
        name="category"
        value={category}
        choices={[
          { value: 'comorbidity', label: 'Comorbidity' },
          { value: 'diagnosis', label: 'Diagnosis', disabled: !diagnosis.allowed },
        ]}
        description={diagnosis.allowed ? undefined : diagnosis.sentence}
        onChange={(next) => form.change({ category: next })}
      />
      <Autocomplete
        label="ICD-10-CM code"
        name="code"
        description="Type a code, or a word to find a common comorbidity."
        placeholder="E11.9"
        required
        withAsterisk={false}
        data={SUGGESTED.map(wordsOf)}
        limit={8}
        value={code}
        error={errorOf('code')}
        onChange={(next) => form.change(readChoice(next))}
        onBlur={() => form.change({ code: normalizeIcd10(code) })}
      />
      <TextInput
        label="What it means"
        name="display"
        required
        withAsterisk={false}
        maxLength={200}
        description={meaningOf(code)}
        value={display}
        error={errorOf('display')}
        onChange={(event) => form.change({ display: event.currentTarget.value })}
      />
      <FieldRow>
        <Select
          label="Side"
          name="side"
          placeholder="no side"
          clearable
          data={SIDES.map((value) => ({ value, label: value }))}
          value={side}
          onChange={(next) => form.change({ side: Side.nullable().parse(next) })}
        />
        <PlainDateField
          label="Since (optional)"
          name="onsetOn"
          max={today}
          value={onsetOn}
          error={errorOf('onsetOn')}
          onChange={(next) => form.change({ onsetOn: next })}
        />
      </FieldRow>
    </AddPanel>
  );
}

/** A suggestion fills code and words; typing leaves the words alone. */
function readChoice(next: string): Partial<z.infer<typeof Fields>> {
  const chosen = SUGGESTED.find((one) => wordsOf(one) === next);
  return chosen === undefined ? { code: next } : chosen;
}

/** What the code will count as, said before it is stored. */
function meaningOf(code: string): string {
  const normal = normalizeIcd10(code);
  if (!isIcd10Shaped(normal)) return 'In words, as it should be read on the chart.';
  const keys = comorbidityKeysOf([{ code: normal, codeSystem: ICD_10_CM, status: 'active' }]);
  return keys.length === 0
    ? 'This code changes no precaution.'
    : `Counts for precautions as: ${keys.map(comorbidityLabel).join(', ')}.`;
}

import { Autocomplete, Select, Textarea, TextInput } from '@mantine/core';
import {
  CONSENTS,
  DOSE_UNITS,
  DoseUnit,
  GUIDANCE,
  PROCEDURE_KIND_LABEL,
  PROCEDURE_KINDS,
} from '#shared/orders/procedure.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { NumberField } from '#client/ui/NumberField.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { FindingReasons } from './FindingReasons.tsx';
import { missingIn, type ProcedureDraft } from './procedure-draft.ts';
import { SideField } from './SideField.tsx';
import { TherapyLimitFields } from './TherapyLimitFields.tsx';

interface ProcedureFieldsProps {
  draft: ProcedureDraft;
  onChange: (part: Partial<ProcedureDraft>) => void;
  /** In front of every field's name: `detail.procedure.`. */
  prefix?: string;
  today: string;
  /** It has been sent once: what is missing is marked. */
  isAsked: boolean;
  /** Measures that the effect may be expected in; left out where something else states the expectation. */
  series?: readonly { value: string; label: string }[];
}

/** An injection or a nerve block: what, where, with what, what it should do by when, and what therapy leaves out. */
export function ProcedureFields(props: ProcedureFieldsProps) {
  const { draft, onChange, prefix = '', today, isAsked, series } = props;
  const missing = isAsked ? missingIn(draft) : {};
  return (
    <>
      <ChoiceField
        label="Procedure"
        name={`${prefix}kind`}
        choices={PROCEDURE_KINDS.map((kind) => ({ value: kind, label: PROCEDURE_KIND_LABEL[kind] }))}
        value={draft.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <TextInput
        label="What was done"
        name={`${prefix}display`}
        required
        placeholder="Transforaminal epidural injection"
        value={draft.display}
        onChange={(event) => onChange({ display: event.currentTarget.value })}
      />
      <Where draft={draft} onChange={onChange} prefix={prefix} />
      <Agent draft={draft} onChange={onChange} prefix={prefix} />
      <FindingReasons
        findings={draft.findings}
        prefix={prefix}
        onChange={(findings) => onChange({ findings })}
      />
      <FieldRow>
        <PlainDateField
          label="Performed on"
          name={`${prefix}performedOn`}
          max={today}
          value={draft.performedOn}
          onChange={(performedOn) => onChange({ performedOn })}
        />
        <ChoiceField
          label="Consent"
          name={`${prefix}consent`}
          required
          choices={CONSENTS.map((value) => ({ value, label: value }))}
          value={draft.consent}
          error={missing.consent}
          onChange={(consent) => onChange({ consent })}
        />
      </FieldRow>
      <TextInput
        label="Complication"
        name={`${prefix}complication`}
        placeholder="none"
        value={draft.complication}
        onChange={(event) => onChange({ complication: event.currentTarget.value })}
      />
      <Effect {...props} prefix={prefix} missing={missing.expectedChange} series={series} />
      <TherapyLimitFields
        prefix={prefix}
        value={draft}
        onChange={onChange}
        performedOn={draft.performedOn}
        error={missing.restDays}
      />
    </>
  );
}

type PartProps = Pick<ProcedureFieldsProps, 'draft' | 'onChange'> & { prefix: string };

function Where({ draft, onChange, prefix }: PartProps) {
  return (
    <>
      <FieldRow>
        <TextInput
          label="Site"
          name={`${prefix}site`}
          required
          placeholder="L5 root"
          value={draft.site}
          onChange={(event) => onChange({ site: event.currentTarget.value })}
        />
        <TextInput
          label="Level"
          name={`${prefix}level`}
          placeholder="L5-S1"
          value={draft.level}
          onChange={(event) => onChange({ level: event.currentTarget.value })}
        />
        <Autocomplete
          label="Guidance"
          name={`${prefix}guidance`}
          data={[...GUIDANCE]}
          value={draft.guidance}
          onChange={(guidance) => onChange({ guidance })}
        />
      </FieldRow>
      <SideField name={`${prefix}side`} value={draft.side} onChange={(side) => onChange({ side })} />
    </>
  );
}

function Agent({ draft, onChange, prefix }: PartProps) {
  return (
    <FieldRow minWidth={7}>
      <TextInput
        label="Agent"
        name={`${prefix}agent`}
        placeholder="Dexamethasone"
        value={draft.agent}
        onChange={(event) => onChange({ agent: event.currentTarget.value, findings: [] })}
      />
      <NumberField
        label="Dose"
        name={`${prefix}doseAmount`}
        decimals={3}
        min={0}
        value={draft.doseAmount}
        onChange={(doseAmount) => onChange({ doseAmount })}
      />
      <Select
        label="Unit"
        name={`${prefix}doseUnit`}
        data={[...DOSE_UNITS]}
        allowDeselect={false}
        value={draft.doseUnit}
        onChange={(unit) => onChange({ doseUnit: DoseUnit.safeParse(unit).data ?? null })}
      />
      <TextInput
        label="Lot"
        name={`${prefix}lot`}
        value={draft.lot}
        onChange={(event) => onChange({ lot: event.currentTarget.value })}
      />
    </FieldRow>
  );
}

function Effect(
  props: Omit<ProcedureFieldsProps, 'prefix'> & { prefix: string; missing: string | undefined },
) {
  const { draft, onChange, prefix, series, missing } = props;
  const window = (
    <NumberField
      label="Seen within"
      name={`${prefix}responseWindowDays`}
      unit="days"
      min={1}
      max={365}
      value={draft.responseWindowDays}
      onChange={(responseWindowDays) => onChange({ responseWindowDays })}
    />
  );
  if (series === undefined) return <FieldRow>{window}</FieldRow>;
  return (
    <>
      <FieldRow minWidth={9}>
        <Select
          label="Expected in"
          name={`${prefix}expected.measureCode`}
          clearable
          placeholder="no measure"
          data={[...series]}
          value={draft.expectedSeries}
          onChange={(expectedSeries) => onChange({ expectedSeries })}
        />
        <NumberField
          label="Better by"
          name={`${prefix}expected.change`}
          decimals={2}
          min={0}
          error={missing}
          disabled={draft.expectedSeries === null}
          value={draft.expectedChange}
          onChange={(expectedChange) => onChange({ expectedChange })}
        />
        {window}
      </FieldRow>
      <Textarea
        label="Expected effect in words"
        name={`${prefix}expectedEffect`}
        autosize
        minRows={1}
        placeholder="Leg pain low enough to load the leg"
        value={draft.expectedEffect}
        onChange={(event) => onChange({ expectedEffect: event.currentTarget.value })}
      />
    </>
  );
}

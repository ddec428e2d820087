import { Autocomplete, Select, Textarea, TextInput } from '@mantine/core';
import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import {
  PROCEDURE_KIND,
  PROCEDURE_KINDS,
  ProcedureKind,
  usualRestDays,
} from '#shared/orders/procedure-kinds.ts';
import { CONSENTS, DOSE_UNITS, DoseUnit, GUIDANCE } from '#shared/orders/procedure.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { NumberField } from '#client/ui/NumberField.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { FindingReasons } from './FindingReasons.tsx';
import { MuscleFields } from './MuscleFields.tsx';
import { missingIn, type ProcedureDraft, withKind } from './procedure-draft.ts';
import { SideField } from './SideField.tsx';
import { TherapyLimitFields } from './TherapyLimitFields.tsx';

interface ProcedureFieldsProps {
  draft: ProcedureDraft;
  onChange: (part: Partial<ProcedureDraft>) => void;
  /** In front of every field's name: `detail.procedure.`. */
  prefix?: string;
  today: string;
  /** What the clinic usually leaves out after each kind. */
  clinicValues: ClinicOverrides;
  /** It has been sent once: what is missing is marked. */
  isAsked: boolean;
  /** Measures that the effect may be expected in; left out where something else states the expectation. */
  series?: readonly { value: string; label: string }[];
}

/** A procedure: what, where, with what, what it should do by when, and what therapy leaves out. */
export function ProcedureFields(props: ProcedureFieldsProps) {
  const { draft, onChange, prefix = '', today, isAsked, series, clinicValues } = props;
  const missing = isAsked ? missingIn(draft) : {};
  const part = { draft, onChange, prefix, missing };
  const isSurgery = draft.kind === 'surgery';
  return (
    <>
      <Select
        label="Procedure"
        name={`${prefix}kind`}
        allowDeselect={false}
        data={PROCEDURE_KINDS.map((kind) => ({ value: kind, label: PROCEDURE_KIND[kind].label }))}
        value={draft.kind}
        onChange={(kind) => {
          const known = ProcedureKind.safeParse(kind);
          if (known.success) onChange(withKind(draft, known.data, clinicValues));
        }}
      />
      <TextInput
        label="What was done"
        name={`${prefix}display`}
        required
        placeholder={PROCEDURE_KIND[draft.kind].example}
        error={missing['display']}
        value={draft.display}
        onChange={(event) => onChange({ display: event.currentTarget.value })}
      />
      {draft.kind === 'botulinum' ? (
        <MuscleFields draft={draft} onChange={onChange} prefix={prefix} error={missing['muscles']} />
      ) : null}
      <Where {...part} />
      {isSurgery ? (
        <TextInput
          label="Who operated, and where"
          name={`${prefix}performedElsewhere`}
          placeholder="Dr Novak, County Hospital"
          value={draft.performedElsewhere}
          onChange={(event) => onChange({ performedElsewhere: event.currentTarget.value })}
        />
      ) : (
        <Agent {...part} />
      )}
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
        {isSurgery ? null : (
          <ChoiceField
            label="Consent"
            name={`${prefix}consent`}
            required
            choices={CONSENTS.map((value) => ({ value, label: value }))}
            value={draft.consent}
            error={missing['consent']}
            onChange={(consent) => onChange({ consent })}
          />
        )}
      </FieldRow>
      <TextInput
        label="Complication"
        name={`${prefix}complication`}
        placeholder="none"
        value={draft.complication}
        onChange={(event) => onChange({ complication: event.currentTarget.value })}
      />
      {isSurgery ? null : <Effect {...props} prefix={prefix} missing={missing} series={series} />}
      <TherapyLimitFields
        prefix={prefix}
        value={draft}
        onChange={onChange}
        performedOn={draft.performedOn}
        error={missing['restDays']}
        usual={usualWords(draft.kind, clinicValues)}
      />
    </>
  );
}

/** The clinic's usual rest, which the field starts with: nobody publishes it. */
function usualWords(kind: ProcedureKind, clinicValues: ClinicOverrides): string {
  const days = usualRestDays(kind, clinicValues);
  return days === null
    ? 'After surgery the surgeon says when therapy begins.'
    : `Usual here: ${days} ${days === 1 ? 'day' : 'days'} (clinic value, from memory, to be confirmed).`;
}

type PartProps = Pick<ProcedureFieldsProps, 'draft' | 'onChange'> & {
  prefix: string;
  missing: Record<string, string>;
};

function Where({ draft, onChange, prefix, missing }: PartProps) {
  const isSpinal = PROCEDURE_KIND[draft.kind].isSpinal;
  return (
    <>
      <FieldRow>
        {draft.kind === 'botulinum' ? null : (
          <TextInput
            label="Site"
            name={`${prefix}site`}
            required
            placeholder="L5 root"
            error={missing['site']}
            value={draft.site}
            onChange={(event) => onChange({ site: event.currentTarget.value })}
          />
        )}
        {draft.kind === 'botulinum' ? null : (
          <TextInput
            label="Level"
            name={`${prefix}level`}
            required={isSpinal}
            placeholder="L5-S1"
            error={missing['level']}
            value={draft.level}
            onChange={(event) => onChange({ level: event.currentTarget.value })}
          />
        )}
        {draft.kind === 'surgery' ? null : (
          <Autocomplete
            label="Guidance"
            name={`${prefix}guidance`}
            required={isSpinal || draft.kind === 'botulinum'}
            data={[...GUIDANCE]}
            error={missing['guidance']}
            value={draft.guidance}
            onChange={(guidance) => onChange({ guidance })}
          />
        )}
      </FieldRow>
      <SideField
        name={`${prefix}side`}
        value={draft.side}
        error={missing['side']}
        onChange={(side) => onChange({ side })}
      />
    </>
  );
}

function Agent({ draft, onChange, prefix, missing }: PartProps) {
  const isToxin = draft.kind === 'botulinum';
  return (
    <FieldRow minWidth={7}>
      <TextInput
        label={isToxin ? 'Product' : 'Agent'}
        name={`${prefix}agent`}
        required={isToxin}
        placeholder={isToxin ? 'OnabotulinumtoxinA' : 'Dexamethasone'}
        error={missing['agent']}
        value={draft.agent}
        onChange={(event) => onChange({ agent: event.currentTarget.value, findings: [] })}
      />
      {isToxin ? (
        <TextInput
          label="Dilution"
          name={`${prefix}dilution`}
          required
          placeholder="100 units in 2 mL"
          error={missing['dilution']}
          value={draft.dilution}
          onChange={(event) => onChange({ dilution: event.currentTarget.value })}
        />
      ) : (
        <Dose draft={draft} onChange={onChange} prefix={prefix} missing={missing} />
      )}
      <TextInput
        label="Lot"
        name={`${prefix}lot`}
        required={isToxin}
        error={missing['lot']}
        value={draft.lot}
        onChange={(event) => onChange({ lot: event.currentTarget.value })}
      />
    </FieldRow>
  );
}

function Dose({ draft, onChange, prefix, missing }: PartProps) {
  return (
    <>
      <NumberField
        label="Dose"
        name={`${prefix}doseAmount`}
        decimals={3}
        min={0}
        error={missing['doseAmount']}
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
    </>
  );
}

function Effect(
  props: Omit<ProcedureFieldsProps, 'prefix'> & { prefix: string; missing: Record<string, string> },
) {
  const { draft, onChange, prefix, series, missing } = props;
  const window = (
    <NumberField
      label="Seen within"
      name={`${prefix}responseWindowDays`}
      unit="days"
      error={missing['responseWindowDays']}
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
          error={missing['expectedChange'] ?? missing['expected']}
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

import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import {
  DOSE_PARAMETERS,
  getIntervention,
  type DoseParameterCode,
} from '#shared/prescriptions/interventions.ts';
import type { PrescribedIntervention } from '#shared/prescriptions/model.ts';
import type { GivenIntervention } from '#shared/sessions/model.ts';
import { DoseValueField } from '#client/clinical/DoseValueField.tsx';
import { editDose, type SheetEdit } from './sheet-edits.ts';
import classes from './ExerciseGrid.module.css';

interface DoseFieldsProps {
  row: GivenIntervention;
  index: number;
  name: string;
  prescribed: PrescribedIntervention | undefined;
  edit: (change: SheetEdit) => void;
  /** What stands behind the fields, before what could be added to them. */
  children?: ReactNode;
}

/** The parts a dose of this intervention is written in: those of the catalogue, those limited, those given before. */
export function doseParameters(
  code: string,
  prescribed: PrescribedIntervention | undefined,
  dose: GivenIntervention['dose'],
): DoseParameterCode[] {
  const wanted = new Set<string>([
    ...(getIntervention(code)?.parameters ?? []),
    ...(prescribed?.bounds.map(({ parameter }) => parameter) ?? []),
    ...Object.keys(dose),
  ]);
  const order = Object.keys(DOSE_PARAMETERS).filter((parameter) => wanted.has(parameter));
  const fromCatalogue = getIntervention(code)?.parameters ?? [];
  return [...fromCatalogue, ...order].filter(
    (parameter, at, all): parameter is DoseParameterCode =>
      wanted.has(parameter) && all.indexOf(parameter) === at,
  );
}

/** Today's dose, one small field for each part; typing confirms the row. */
export function DoseFields({ row, index, name, prescribed, edit, children }: DoseFieldsProps) {
  // A dose that says nothing yet shows every part it can be written in, and goes on to while it is typed.
  const [all, setAll] = useState(Object.keys(row.dose).length === 0);
  const parameters = doseParameters(row.code, prescribed, row.dose);
  const used = parameters.filter(
    (parameter) =>
      row.dose[parameter] !== undefined || prescribed?.bounds.some((bound) => bound.parameter === parameter),
  );
  const shown = all ? parameters : used;
  const rest = parameters.filter((parameter) => !shown.includes(parameter));
  return (
    <div className={classes.doses}>
      {shown.map((parameter, at) => {
        const { label, unit } = DOSE_PARAMETERS[parameter];
        return (
          <DoseValueField
            key={parameter}
            parameter={parameter}
            size="xs"
            label={`${name}: ${label.toLowerCase()}`}
            hideLabel
            name={
              at === 0
                ? `content.interventions.${index}.dose`
                : `content.interventions.${index}.dose.${parameter}`
            }
            width={Math.max(58, 44 + unit.length * 8)}
            value={row.dose[parameter] ?? null}
            carried={row.carried}
            onChange={(value) => edit(editDose(row.code, parameter, value))}
          />
        );
      })}
      {children}
      {rest.length === 0 ? null : (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          className={classes.moreDose}
          leftSection={<IconPlus size={12} aria-hidden />}
          aria-label={`${name}: add ${listed(rest)} to the dose`}
          onClick={() => setAll(true)}
        >
          {listed(rest)}
        </Button>
      )}
    </div>
  );
}

/** "incline, effort": what else the dose may be written in. */
const listed = (parameters: readonly DoseParameterCode[]): string =>
  parameters.map((parameter) => lowerFirst(DOSE_PARAMETERS[parameter].label)).join(', ');

const lowerFirst = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

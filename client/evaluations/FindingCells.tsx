import { Table } from '@mantine/core';
import {
  BALANCE_TESTS,
  JOINT_MOVEMENTS,
  JOINTS,
  MEASUREMENTS,
  MUSCLE_GROUPS,
  REFLEXES,
  SENSATION_AREAS,
  SENSATION_MODALITIES,
  SPECIAL_TESTS,
  WALKING_AIDS,
} from '#shared/evaluations/examination-words.ts';
import {
  digitOf,
  digitsFor,
  type Finding,
  MEASUREMENT_UNITS,
  REFLEX_GRADES,
  ROM_MODES,
  SENSATION_RESULTS,
  TEST_RESULTS,
  withDigit,
} from '#shared/evaluations/findings.ts';
import { readGrade, STRENGTH_GRADES, type StrengthGrade } from '#shared/evaluations/strength-grade.ts';
import { NumberField } from '#client/ui/NumberField.tsx';
import { ChoiceCell, DigitChoice, SideCell, TextCell } from './GridCells.tsx';

interface FindingCellsProps {
  finding: Finding;
  /** `findings.3`: where the row stands in the content. */
  path: string;
  errors: ReadonlyMap<string, string>;
  onChange: (finding: Finding) => void;
}

const DEGREES = { min: -60, max: 360, unit: '°' };
const MEASURED = { min: 0, max: 500, decimals: 1 };
const SECONDS = { min: 0, max: 600, decimals: 1, unit: 's' };

/** The grades, with the half step that an older finding may hold. */
const gradeChoices = (grade: StrengthGrade | null): readonly string[] =>
  grade === null || STRENGTH_GRADES.includes(String(grade))
    ? STRENGTH_GRADES
    : [...STRENGTH_GRADES, String(grade)];

/** The fields of one finding, in the order in which it is said: what, side, result, note. */
export function FindingCells({ finding, path, errors, onChange }: FindingCellsProps) {
  const at = (name: string) => ({ name: `content.${path}.${name}`, error: errors.get(`${path}.${name}`) });
  const side = (
    <SideCell
      {...at('side')}
      value={finding.side}
      onChange={(value) => onChange({ ...finding, side: value })}
    />
  );
  const note = (
    <TextCell
      {...at('note')}
      label="Note"
      value={finding.note}
      onChange={(value) => onChange({ ...finding, note: value })}
    />
  );
  const digit = (
    <DigitChoice
      name={`content.${path}.digit`}
      digits={digitsFor(finding)}
      value={digitOf(finding)}
      onChange={(value) => onChange(withDigit(finding, value))}
    />
  );
  switch (finding.kind) {
    case 'rom':
      return (
        <>
          <TextCell
            {...at('joint')}
            label="Joint"
            words={JOINTS}
            value={finding.joint}
            below={digit}
            onChange={(joint) => onChange(withDigit({ ...finding, joint }, finding.digit))}
          />
          <TextCell
            {...at('movement')}
            label="Movement"
            words={JOINT_MOVEMENTS[finding.joint] ?? []}
            value={finding.movement}
            onChange={(movement) => onChange({ ...finding, movement })}
          />
          {side}
          <ChoiceCell
            {...at('mode')}
            label="Active or passive"
            choices={ROM_MODES}
            value={finding.mode}
            onChange={(mode) => onChange({ ...finding, mode: mode ?? 'active' })}
          />
          <Table.Td>
            <NumberField
              {...at('degrees')}
              {...DEGREES}
              label="Degrees"
              hideLabel
              size="xs"
              value={finding.degrees}
              onChange={(degrees) => onChange({ ...finding, degrees })}
            />
          </Table.Td>
          {note}
        </>
      );
    case 'strength':
      return (
        <>
          <TextCell
            {...at('muscleGroup')}
            label="Muscle group"
            words={MUSCLE_GROUPS}
            value={finding.muscleGroup}
            below={digit}
            onChange={(muscleGroup) => onChange(withDigit({ ...finding, muscleGroup }, finding.digit))}
          />
          {side}
          <ChoiceCell
            {...at('grade')}
            label="Grade"
            choices={gradeChoices(finding.grade)}
            value={finding.grade === null ? null : String(finding.grade)}
            onChange={(grade) => onChange({ ...finding, grade: grade === null ? null : readGrade(grade) })}
          />
          {note}
        </>
      );
    case 'reflex':
      return (
        <>
          <TextCell
            {...at('reflex')}
            label="Reflex"
            words={REFLEXES}
            value={finding.reflex}
            onChange={(reflex) => onChange({ ...finding, reflex })}
          />
          {side}
          <ChoiceCell
            {...at('grade')}
            label="Grade"
            choices={REFLEX_GRADES}
            value={finding.grade}
            onChange={(grade) => onChange({ ...finding, grade })}
          />
          {note}
        </>
      );
    case 'sensation':
      return (
        <>
          <TextCell
            {...at('area')}
            label="Area"
            words={SENSATION_AREAS}
            value={finding.area}
            onChange={(area) => onChange({ ...finding, area })}
          />
          <TextCell
            {...at('modality')}
            label="Modality"
            words={SENSATION_MODALITIES}
            value={finding.modality}
            onChange={(modality) => onChange({ ...finding, modality })}
          />
          {side}
          <ChoiceCell
            {...at('result')}
            label="Result"
            choices={SENSATION_RESULTS}
            value={finding.result}
            onChange={(result) => onChange({ ...finding, result })}
          />
          {note}
        </>
      );
    case 'special-test':
      return (
        <>
          <TextCell
            {...at('test')}
            label="Test"
            words={SPECIAL_TESTS}
            value={finding.test}
            below={digit}
            onChange={(test) => onChange(withDigit({ ...finding, test }, finding.digit))}
          />
          {side}
          <ChoiceCell
            {...at('result')}
            label="Result"
            choices={TEST_RESULTS}
            value={finding.result}
            onChange={(result) => onChange({ ...finding, result })}
          />
          {note}
        </>
      );
    case 'gait':
      return (
        <>
          <TextCell
            {...at('observation')}
            label="Observation"
            value={finding.observation}
            onChange={(observation) => onChange({ ...finding, observation })}
          />
          <TextCell
            {...at('aid')}
            label="Walking aid"
            words={WALKING_AIDS}
            value={finding.aid}
            onChange={(aid) => onChange({ ...finding, aid })}
          />
          {note}
        </>
      );
    case 'balance':
      return (
        <>
          <TextCell
            {...at('test')}
            label="Test"
            words={BALANCE_TESTS}
            value={finding.test}
            onChange={(test) => onChange({ ...finding, test })}
          />
          {side}
          <Table.Td>
            <NumberField
              {...at('seconds')}
              {...SECONDS}
              label="Seconds"
              hideLabel
              size="xs"
              value={finding.seconds}
              onChange={(seconds) => onChange({ ...finding, seconds })}
            />
          </Table.Td>
          <TextCell
            {...at('observation')}
            label="Observation"
            value={finding.observation}
            onChange={(observation) => onChange({ ...finding, observation })}
          />
        </>
      );
    case 'measurement':
      return (
        <>
          <TextCell
            {...at('subject')}
            label="What was measured"
            words={MEASUREMENTS}
            value={finding.subject}
            below={digit}
            onChange={(subject) => onChange(withDigit({ ...finding, subject }, finding.digit))}
          />
          {side}
          <Table.Td>
            <NumberField
              {...at('value')}
              {...MEASURED}
              label="Value"
              hideLabel
              size="xs"
              value={finding.value}
              onChange={(value) => onChange({ ...finding, value })}
            />
          </Table.Td>
          <ChoiceCell
            {...at('unit')}
            label="Unit"
            choices={MEASUREMENT_UNITS}
            value={finding.unit}
            onChange={(unit) => onChange({ ...finding, unit: unit ?? 'kg' })}
          />
          {note}
        </>
      );
    case 'free':
      return (
        <>
          {side}
          <TextCell
            {...at('observation')}
            label="Finding"
            value={finding.observation}
            onChange={(observation) => onChange({ ...finding, observation })}
          />
        </>
      );
    default:
      return finding satisfies never;
  }
}

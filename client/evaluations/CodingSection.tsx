import { Table, Text } from '@mantine/core';
import {
  billEvaluation,
  dateClaimWords,
  dateOfEvaluation,
  type EvaluationDay,
  evaluationLineWords,
} from '#shared/evaluations/evaluation-billing.ts';
import {
  codesOf,
  COMPLEXITY,
  type ComplexityRow,
  EVALUATION_MINUTES,
  type EvaluationCode,
  NOT_BILLED,
} from '#shared/evaluations/evaluation-codes.ts';
import type { EvaluationCoding, EvaluationKind } from '#shared/evaluations/model.ts';
import { shortDate } from '#shared/platform/time.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import { NumberField } from '#client/ui/NumberField.tsx';
import { memoSection } from './memo-section.ts';
import type { DraftAccess } from './use-evaluation-draft.ts';
import classes from './Evaluation.module.css';

interface CodingSectionProps {
  draft: DraftAccess;
  day: EvaluationDay;
  /** The date on the screen; what else is signed is known for the date that the page was opened with. */
  evaluatedOn: string;
}

/** How the evaluation is billed: the therapist chooses, with what makes each code beside it. */
export const CodingSection = memoSection(
  function CodingSection({ draft, day, evaluatedOn }: CodingSectionProps) {
    const { content, change, errors, kind } = draft;
    const { coding } = content;
    const rows = COMPLEXITY[kind];
    const set = (part: Partial<EvaluationCoding>) => change({ coding: { ...coding, ...part } });
    const codes = codesOf(kind, day.earlierOn);
    const choices = codes.map(({ code, label }) => ({ value: code, label: `${label}, ${code}` }));
    const unbilled = { value: NOT_BILLED, label: 'Not billed by itself, part of treatment' };
    return (
      <FormSection
        id="coding"
        title="Minutes and code"
        description={
          day.earlierOn === null
            ? `You choose ${rows === undefined ? 'what was evaluated' : 'the complexity'}; nothing is worked out. Evaluations are untimed: one unit whatever the minutes.`
            : `The evaluation of ${shortDate(day.earlierOn)} is signed, so this is a re-evaluation. It is a service of its own for new findings, a significant change or no response to treatment (from memory of the rule; billing confirms it); otherwise it belongs to treatment.`
        }
      >
        <ChoiceField
          label="Code"
          name="content.coding.code"
          choices={day.earlierOn === null ? choices : [...choices, unbilled]}
          value={coding.code}
          error={errors.get('coding.code')}
          onChange={(code) => set(code === NOT_BILLED ? { code, minutes: null } : { code })}
        />
        {day.earlierOn === null && rows !== undefined ? <ComplexityHelp rows={rows} codes={codes} /> : null}
        <Text size="xs" c="dimmed">
          {SOURCE[kind]}
        </Text>
        {coding.code === NOT_BILLED ? null : (
          <NumberField
            label="Minutes"
            name="content.coding.minutes"
            unit="min"
            width={150}
            {...EVALUATION_MINUTES}
            value={coding.minutes}
            error={errors.get('coding.minutes')}
            onChange={(minutes) => set({ minutes })}
          />
        )}
        <Line coding={coding} day={day} isSameDate={day.on === evaluatedOn} />
      </FormSection>
    );
  },
  ['coding'],
);

/** Where codes, times and what makes the complexity come from. */
const SOURCE: Partial<Record<EvaluationKind, string>> = {
  'pt-evaluation':
    'Complexity in our own words, from memory of the code set [M]; codes [S13] and the 20 minutes of 97161 [S14] were seen in a source. Billing confirms them.',
  'ot-evaluation':
    'Codes, times and complexity in our own words, from memory of the code set [M]. Billing confirms them.',
  'speech-evaluation':
    'Codes in our own words, from memory of the code set [M]; there is none for a re-evaluation. Billing confirms them.',
};

interface ComplexityHelpProps {
  rows: readonly ComplexityRow[];
  codes: readonly EvaluationCode[];
}

function ComplexityHelp({ rows, codes }: ComplexityHelpProps) {
  return (
    <Table aria-label="What makes low, moderate and high complexity" className={classes.complexity}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>What makes the complexity; the lowest of the four decides</Table.Th>
          {codes.map(({ code, label }) => (
            <Table.Th key={code}>
              {code}, {label.toLowerCase()}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ label, low, moderate, high }) => (
          <Table.Tr key={label}>
            <Table.Th scope="row">{label}</Table.Th>
            <Table.Td>{low}</Table.Td>
            <Table.Td>{moderate}</Table.Td>
            <Table.Td>{high}</Table.Td>
          </Table.Tr>
        ))}
        <Table.Tr>
          <Table.Th scope="row">Usual time; it creates no units</Table.Th>
          {codes.map(({ code, typicalMinutes }) => (
            <Table.Td key={code}>{typicalMinutes === null ? '' : `${typicalMinutes} min`}</Table.Td>
          ))}
        </Table.Tr>
      </Table.Tbody>
    </Table>
  );
}

interface LineProps {
  coding: EvaluationCoding;
  day: EvaluationDay;
  isSameDate: boolean;
}

/** The claim line as it will be, and the date with it. */
function Line({ coding, day, isSameDate }: LineProps) {
  const billing = billEvaluation(coding, day);
  if (!isSameDate) {
    return (
      <Text size="sm" c="dimmed">
        What else is signed for the new date is counted when you sign.
      </Text>
    );
  }
  const date = dateOfEvaluation(billing, day);
  return (
    <Text size="sm">
      {billing === null ? '' : `${evaluationLineWords(billing)}. `}
      {billing !== null && day.billedCode !== null
        ? `${day.billedCode} is billed for this date already: one evaluation a date and discipline. `
        : ''}
      {date === undefined ? '' : `With what else is signed, the date adds up to ${dateClaimWords(date)}.`}
    </Text>
  );
}

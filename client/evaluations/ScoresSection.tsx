import {
  Button,
  Checkbox,
  Group,
  NativeSelect,
  Select,
  Table,
  Text,
  TextInput,
  VisuallyHidden,
} from '@mantine/core';
import type { BaselineScore } from '#shared/evaluations/model.ts';
import { checkScore } from '#shared/outcomes/check-score.ts';
import { getMeasure, MEASURES, unitLabel, type OutcomeMeasure } from '#shared/outcomes/registry.ts';
import { FormSection } from '#client/ui/FormSection.tsx';
import { NumberField } from '#client/ui/NumberField.tsx';
import { memoSection } from './memo-section.ts';
import type { DraftAccess } from './use-evaluation-draft.ts';

interface ScoresSectionProps {
  draft: DraftAccess;
  /** What the server asked about when it was signed: sentences by path. */
  doubts: ReadonlyMap<string, string>;
}

const CHOICES = MEASURES.map(({ code, abbreviation, name }) => ({
  value: code,
  label: abbreviation === name ? name : `${abbreviation}, ${name}`,
}));

/** Baselines measured at this evaluation; they become scores when it is signed. */
export const ScoresSection = memoSection(
  function ScoresSection({ draft, doubts }: ScoresSectionProps) {
    const { scores } = draft.content;
    const set = (next: BaselineScore[]) => draft.change({ scores: next });
    const add = (measureCode: string | null) => {
      if (measureCode === null) return;
      set([...scores, { measureCode, side: null, value: null, condition: null, confirmed: false }]);
    };
    return (
      <FormSection
        id="scores"
        title="Baseline scores"
        description="Measured today. They are stored as scores of this date when you sign."
      >
        <Select
          label="Add a measure"
          placeholder="ODI, NPRS, Timed Up and Go"
          searchable
          data={CHOICES}
          value={null}
          maw={480}
          onChange={add}
        />
        {scores.length === 0 ? null : (
          <Table aria-label="Baseline scores" verticalSpacing={2} withRowBorders={false}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Measure</Table.Th>
                <Table.Th w={110}>Side</Table.Th>
                <Table.Th w={150}>Value</Table.Th>
                <Table.Th w={210}>Condition</Table.Th>
                <Table.Th w={90}>
                  <VisuallyHidden>Change the row</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {scores.map((score, index) => (
                <ScoreRow
                  key={index}
                  score={score}
                  path={`content.scores.${index}`}
                  doubt={doubts.get(`content.scores.${index}.confirmed`)}
                  onChange={(next) => set(scores.map((one, at) => (at === index ? next : one)))}
                  onRemove={() => set(scores.filter((_, at) => at !== index))}
                />
              ))}
            </Table.Tbody>
          </Table>
        )}
      </FormSection>
    );
  },
  ['scores'],
);

interface ScoreRowProps {
  score: BaselineScore;
  path: string;
  doubt: string | undefined;
  onChange: (score: BaselineScore) => void;
  onRemove: () => void;
}

function ScoreRow({ score, path, doubt, onChange, onRemove }: ScoreRowProps) {
  const measure = getMeasure(score.measureCode);
  if (measure === undefined) return null;
  const { refused, unusual } = judge(measure, score);
  const question = unusual ?? doubt;
  return (
    <Table.Tr>
      <Table.Td>
        {measure.abbreviation}
        <Text size="xs" c="dimmed">
          {measure.sanity.refuseBelow} to {measure.sanity.refuseAbove} {unitLabel(measure)}
        </Text>
      </Table.Td>
      <Table.Td>
        {measure.sided ? (
          <NativeSelect
            size="xs"
            aria-label={`${measure.abbreviation} side`}
            name={`${path}.side`}
            data={['', 'left', 'right']}
            value={score.side ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...score, side: value === 'left' || value === 'right' ? value : null })
            }
          />
        ) : (
          <Text size="sm" c="dimmed">
            no side
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <NumberField
          size="xs"
          label={measure.abbreviation}
          hideLabel
          name={`${path}.value`}
          unit={unitLabel(measure) || undefined}
          decimals={measure.step < 1 ? 2 : 0}
          value={score.value}
          error={refused}
          onChange={(value) => onChange({ ...score, value, confirmed: false })}
        />
        {question === undefined ? null : (
          <Checkbox
            size="xs"
            mt={4}
            name={`${path}.confirmed`}
            label={`${question} It is right.`}
            checked={score.confirmed}
            onChange={(event) => onChange({ ...score, confirmed: event.currentTarget.checked })}
          />
        )}
      </Table.Td>
      <Table.Td>
        <TextInput
          size="xs"
          aria-label={`${measure.abbreviation} condition`}
          placeholder="walking aid, rater"
          value={score.condition ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...score, condition: value === '' ? null : value })
          }
        />
      </Table.Td>
      <Table.Td>
        <Group justify="flex-end">
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-label={`Remove ${measure.abbreviation}`}
            onClick={onRemove}
          >
            Remove
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

/** Why the value cannot be right, or why it is unusual; nothing is said while it is empty. */
function judge(measure: OutcomeMeasure, { value, side }: BaselineScore) {
  if (value === null) return { refused: undefined, unusual: undefined };
  const check = checkScore(measure, { value, side });
  return {
    refused: check.kind === 'refuse' ? check.sentence : undefined,
    unusual: check.kind === 'confirm' ? check.sentence : undefined,
  };
}

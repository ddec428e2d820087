import {
  ActionIcon,
  Button,
  Checkbox,
  NativeSelect,
  Table,
  Text,
  TextInput,
  VisuallyHidden,
} from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import {
  areaLabel,
  BODY_AREAS,
  BODY_VIEWS,
  type BodyMark,
  MARK_QUALITIES,
  nextFreeArea,
} from '#shared/evaluations/body-chart.ts';
import { FormSection } from '#client/ui/FormSection.tsx';
import { NumberField } from '#client/ui/NumberField.tsx';
import { BodyFigure } from './BodyFigure.tsx';
import { memoSection } from './memo-section.ts';
import type { DraftAccess } from './use-evaluation-draft.ts';
import classes from './Exam.module.css';

const AREA_CHOICES = BODY_VIEWS.map((view) => ({
  group: view,
  items: BODY_AREAS.filter((area) => area.startsWith(view)).map((area) => ({
    value: area,
    label: areaLabel(area),
  })),
}));

/** An area is marked once: those of the other rows cannot be chosen. */
const choicesFor = (own: string, marks: readonly BodyMark[]) =>
  AREA_CHOICES.map(({ group, items }) => ({
    group,
    items: items.map((item) => ({
      ...item,
      disabled: item.value !== own && marks.some(({ area }) => area === item.value),
    })),
  }));

/** Where it hurts or is numb: marked on the figure or in the list, which say the same. */
export const BodyChartSection = memoSection(
  function BodyChartSection({ draft }: { draft: DraftAccess }) {
    const { bodyChart } = draft.content;
    const free = nextFreeArea(bodyChart);
    const box = useRef<HTMLDivElement>(null);
    const set = (next: BodyMark[]) => draft.change({ bodyChart: next });
    const add = (area: string) => {
      set([...bodyChart, { area, quality: null, intensity: null, note: '' }]);
      focusMark(box, bodyChart.length, 'quality');
    };
    const open = (area: string) => {
      const index = bodyChart.findIndex((mark) => mark.area === area);
      if (index === -1) add(area);
      else focusMark(box, index, 'quality');
    };
    return (
      <FormSection
        id="bodyChart"
        title="Body chart"
        description="Click an area, or add it to the list. Filled: pain, darker is stronger. Hatched: numb or tingling."
      >
        <div className={classes.chart} ref={box}>
          <BodyFigure marks={bodyChart} onArea={open} />
          <div>
            {bodyChart.length === 0 ? (
              <Text size="sm" c="dimmed" mb="xs">
                Nothing marked.
              </Text>
            ) : (
              <MarkTable
                marks={bodyChart}
                errors={draft.errors}
                onEdit={(index, mark) => set(bodyChart.with(index, mark))}
                onRemove={(index) => set(bodyChart.toSpliced(index, 1))}
              />
            )}
            <Button
              size="compact-sm"
              variant="default"
              name="content.bodyChart"
              disabled={free === undefined}
              onClick={() => (free === undefined ? undefined : add(free))}
            >
              Add an area
            </Button>
          </div>
        </div>
      </FormSection>
    );
  },
  ['bodyChart'],
);

interface MarkTableProps {
  marks: readonly BodyMark[];
  errors: ReadonlyMap<string, string>;
  onEdit: (index: number, mark: BodyMark) => void;
  onRemove: (index: number) => void;
}

function MarkTable({ marks, errors, onEdit, onRemove }: MarkTableProps) {
  return (
    <Table aria-label="Marked areas" verticalSpacing={2} horizontalSpacing={4} withRowBorders={false} mb="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="38%">Area</Table.Th>
          <Table.Th w="21%">Quality</Table.Th>
          <Table.Th w="17%">Intensity</Table.Th>
          <Table.Th>Note</Table.Th>
          <Table.Th w={36}>
            <VisuallyHidden>Remove</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {marks.map((mark, index) => (
          <Table.Tr key={index} data-mark={index}>
            <Table.Td>
              <NativeSelect
                size="xs"
                aria-label="Area"
                name={`content.bodyChart.${index}.area`}
                data={choicesFor(mark.area, marks)}
                value={mark.area}
                onChange={(event) => onEdit(index, { ...mark, area: event.currentTarget.value })}
              />
            </Table.Td>
            <Table.Td>
              <NativeSelect
                size="xs"
                aria-label="Quality"
                name={`content.bodyChart.${index}.quality`}
                data={[{ value: '', label: 'choose' }, ...MARK_QUALITIES]}
                value={mark.quality ?? ''}
                onChange={(event) => {
                  const quality = MARK_QUALITIES.find((one) => one === event.currentTarget.value) ?? null;
                  onEdit(index, { ...mark, quality });
                }}
              />
            </Table.Td>
            <Table.Td>
              <NumberField
                size="xs"
                label="Intensity"
                hideLabel
                unit="0-10"
                name={`content.bodyChart.${index}.intensity`}
                error={errors.get(`bodyChart.${index}.intensity`)}
                value={mark.intensity}
                disabled={mark.unrated === true}
                onChange={(intensity) => onEdit(index, { ...mark, intensity })}
              />
              {mark.intensity === null ? (
                <Checkbox
                  size="xs"
                  mt={4}
                  label="not rated"
                  name={`content.bodyChart.${index}.unrated`}
                  aria-label={`${areaLabel(mark.area)}: intensity not rated`}
                  checked={mark.unrated === true}
                  onChange={(event) => onEdit(index, { ...mark, unrated: event.currentTarget.checked })}
                />
              ) : null}
            </Table.Td>
            <Table.Td>
              <TextInput
                size="xs"
                aria-label="Note"
                name={`content.bodyChart.${index}.note`}
                maxLength={200}
                value={mark.note}
                onChange={(event) => onEdit(index, { ...mark, note: event.currentTarget.value })}
              />
            </Table.Td>
            <Table.Td ta="right">
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={`Remove ${areaLabel(mark.area)}`}
                onClick={() => onRemove(index)}
              >
                <IconX size={14} />
              </ActionIcon>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** The row appears with the next paint. */
function focusMark(
  box: { current: HTMLElement | null },
  index: number,
  field: 'quality' | 'intensity',
): void {
  requestAnimationFrame(() => {
    box.current?.querySelector<HTMLElement>(`[name="content.bodyChart.${index}.${field}"]`)?.focus();
  });
}

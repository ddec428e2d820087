import { Checkbox, Text } from '@mantine/core';
import { WELLS_ITEMS, WELLS_KEYS, wellsScore, type WellsItem } from '#shared/evaluations/wells.ts';
import classes from './WellsField.module.css';

interface WellsFieldProps {
  value: readonly WellsItem[];
  onChange: (present: WellsItem[]) => void;
}

const points = (count: number): string => (count > 0 ? `+${count}` : `${count}`);

/** The Wells score, item by item, with its sum and what follows. It supports a call; it never rules a clot out. */
export function WellsField({ value, onChange }: WellsFieldProps) {
  const { score, likelihood, level } = wellsScore(value);
  const toggle = (item: WellsItem) =>
    onChange(value.includes(item) ? value.filter((one) => one !== item) : [...value, item]);
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <Text component="legend" size="sm" fw={600} mb={4}>
        Wells score: tick what you find
      </Text>
      <div className={classes.items}>
        {WELLS_KEYS.map((item) => (
          <Checkbox
            key={item}
            size="sm"
            name={`wells.${item}`}
            label={`${WELLS_ITEMS[item].words} (${points(WELLS_ITEMS[item].points)})`}
            checked={value.includes(item)}
            onChange={() => toggle(item)}
          />
        ))}
      </div>
      <Text size="sm" mt={6} role="status">
        <strong>
          Score {score}, {likelihood}
        </strong>
        : {level === 'urgent' ? 'urgent, same-day physician' : 'prompt at least, because you are concerned'}
      </Text>
      <Text size="xs" c="dimmed">
        Wells 2003, surgery within 12 weeks. A low score does not rule a clot out.
      </Text>
    </fieldset>
  );
}

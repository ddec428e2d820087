import { Select, type ComboboxParsedItem } from '@mantine/core';
import { getMeasure } from '#shared/outcomes/registry.ts';
import { isMeantFor, measuresFor } from '#shared/prescriptions/proposals.ts';

interface MeasureSelectProps {
  label: string;
  bodyRegion: string;
  /** Codes that come first, in a group of their own: those already chosen for the plan. */
  first?: readonly string[];
  firstLabel?: string;
  value: string | null;
  onChange: (code: string) => void;
  placeholder?: string;
  width?: number | string;
}

/** An outcome measure of the registry: those for the part of the body first, every other one behind. */
export function MeasureSelect(props: MeasureSelectProps) {
  const {
    label,
    bodyRegion,
    first = [],
    firstLabel = 'Measures of this plan',
    value,
    onChange,
    placeholder,
    width,
  } = props;
  const all = measuresFor(bodyRegion);
  const item = ({ code, abbreviation }: (typeof all)[number]) => ({ value: code, label: abbreviation });
  const rest = all.filter(({ code }) => !first.includes(code));
  const groups = [
    { group: firstLabel, items: all.filter(({ code }) => first.includes(code)).map(item) },
    {
      group: 'For this part of the body',
      items: rest.filter((one) => isMeantFor(one, bodyRegion)).map(item),
    },
    { group: 'Others', items: rest.filter((one) => !isMeantFor(one, bodyRegion)).map(item) },
  ].filter(({ items }) => items.length > 0);
  return (
    <Select
      aria-label={label}
      size="xs"
      w={width}
      placeholder={placeholder}
      searchable
      allowDeselect={false}
      maxDropdownHeight={300}
      comboboxProps={{ width: 320, position: 'bottom-start' }}
      data={groups}
      filter={({ options, search }) => keepMatching(options, search)}
      renderOption={({ option }) => (
        <span>
          <strong>{option.label}</strong> {getMeasure(option.value)?.name}
        </span>
      )}
      value={value}
      onChange={(code) => {
        if (code !== null) onChange(code);
      }}
    />
  );
}

/** Measures whose abbreviation or full name holds what was typed; a group without any is left out. */
function keepMatching(items: readonly ComboboxParsedItem[], search: string): ComboboxParsedItem[] {
  const wanted = search.trim().toLowerCase();
  return items.flatMap((item): ComboboxParsedItem[] => {
    if ('items' in item) {
      const kept = item.items.filter(({ value }) => {
        const measure = getMeasure(value);
        return `${measure?.abbreviation ?? ''} ${measure?.name ?? value}`.toLowerCase().includes(wanted);
      });
      return kept.length === 0 ? [] : [{ ...item, items: kept }];
    }
    return [item];
  });
}

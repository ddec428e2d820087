import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState, type Ref } from 'react';
import { KeyHint } from '#client/ui/KeyHint.tsx';
import { KIND_WORDS, searchInterventions } from './search-interventions.ts';

interface InterventionSearchProps {
  label: string;
  onPick: (code: string) => void;
  /** Codes that come first. */
  first?: readonly string[];
  /** Codes that are already there: not offered again. */
  taken?: readonly string[];
  /** Why an intervention must not be given, if it must not. */
  forbidden?: (code: string) => string | undefined;
  /** The key that leads here, shown in the field. */
  hint?: string;
  inputRef?: Ref<HTMLInputElement>;
}

/** Finds an intervention of the catalogue by word or kind; Enter takes the first. */
export function InterventionSearch(props: InterventionSearchProps) {
  const { label, onPick, first = [], taken = [], forbidden, hint, inputRef } = props;
  const [typed, setTyped] = useState('');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const found = searchInterventions(typed, first).filter(({ code }) => !taken.includes(code));
  return (
    <Combobox
      store={combobox}
      withinPortal
      onOptionSubmit={(code) => {
        onPick(code);
        setTyped('');
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target>
        <TextInput
          ref={inputRef}
          aria-label={label}
          placeholder={label}
          leftSection={<IconSearch size={14} aria-hidden />}
          rightSection={hint === undefined ? undefined : <KeyHint keys={hint} />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
            combobox.selectFirstOption();
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown mah={320} style={{ overflow: 'auto' }}>
        <Combobox.Options aria-label={label}>
          {found.map(({ code, name, kind }) => {
            const why = forbidden?.(code);
            return (
              <Combobox.Option key={code} value={code}>
                {name}{' '}
                <span style={{ opacity: 0.8 }}>
                  {KIND_WORDS[kind].toLowerCase()}
                  {why === undefined ? '' : `, contraindicated: ${why}`}
                </span>
              </Combobox.Option>
            );
          })}
          {found.length === 0 ? (
            <Combobox.Empty>The catalogue has no such intervention.</Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

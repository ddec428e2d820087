import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { StarterCode } from '#shared/evaluations/icd10-starter.ts';
import { searchCodes } from '#shared/evaluations/search-codes.ts';
import { isIcd10Shaped, normalizeIcd10 } from '#shared/patients/code-systems.ts';

/** Finds a diagnosis by word or code; any other well-formed code can be taken as it is typed. */
export function DiagnosisSearch({ onPick }: { onPick: (code: StarterCode) => void }) {
  const [typed, setTyped] = useState('');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const found = offered(typed);
  // Enter takes the first one; it can only be marked once it is there.
  const { selectFirstOption } = combobox;
  useEffect(() => {
    if (typed !== '') selectFirstOption();
  }, [typed, selectFirstOption]);
  const pick = (code: string) => {
    const picked = found.find((one) => one.code === code);
    if (picked === undefined) return;
    onPick(picked);
    setTyped('');
    combobox.closeDropdown();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={pick} withinPortal>
      <Combobox.Target>
        <TextInput
          label="Add a diagnosis"
          placeholder="lumbar radic, knee osteo, M54.16"
          value={typed}
          maw={480}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={typed.trim() === ''}>
        <Combobox.Options aria-label="Diagnoses found">
          {found.map(({ code, display }) => (
            <Combobox.Option key={code} value={code}>
              <strong>{code}</strong> {display === '' ? 'take this code and describe it' : display}
            </Combobox.Option>
          ))}
          {found.length === 0 ? (
            <Combobox.Empty>
              Nothing in the short list. Type a whole ICD-10-CM code to take it.
            </Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function offered(typed: string): StarterCode[] {
  const found = searchCodes(typed);
  const code = normalizeIcd10(typed);
  const isNew = isIcd10Shaped(code) && !found.some((one) => one.code === code);
  return isNew ? [...found, { code, display: '' }] : found;
}

import { Combobox, Text, TextInput, useCombobox } from '@mantine/core';
import { useEffect, useState } from 'react';
import { codeDoubt, encounterOf, findIcdCode } from '#shared/evaluations/icd10/code-table.ts';
import { searchCodes } from '#shared/evaluations/search-codes.ts';
import { isIcd10Shaped, normalizeIcd10 } from '#shared/patients/code-systems.ts';
import type { Side } from '#shared/patients/model.ts';
import classes from './Evaluation.module.css';

export interface PickedCode {
  code: string;
  /** Empty for a code that the shipped table does not have. */
  display: string;
  side?: Side | undefined;
}

interface DiagnosisSearchProps {
  /** The side of the episode: its codes are offered first. */
  side: Side | null;
  onPick: (code: PickedCode) => void;
}

/** Finds a diagnosis by word or code; any other well-formed code can be taken as it is typed. */
export function DiagnosisSearch({ side, onPick }: DiagnosisSearchProps) {
  const [typed, setTyped] = useState('');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const found = offered(typed, side);
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
          placeholder="lumbar radic, ACL tear, M54.16"
          value={typed}
          maw={560}
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
          {found.map((one) => (
            <Combobox.Option key={one.code} value={one.code}>
              <FoundCode {...one} />
            </Combobox.Option>
          ))}
          {found.length === 0 ? (
            <Combobox.Empty>Not in the table. Type a whole ICD-10-CM code to take it.</Combobox.Empty>
          ) : null}
        </Combobox.Options>
        <Combobox.Footer>
          <Text size="xs" c="dimmed">
            The words are ours; a coder confirms the code. Any other whole code may be typed.
          </Text>
        </Combobox.Footer>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** One result: the code, what it means, and what its last character says. */
function FoundCode({ code, display }: PickedCode) {
  const listed = findIcdCode(code);
  const meaning = listed === undefined ? undefined : encounterOf(listed)?.meaning;
  return (
    <div className={classes.foundCode}>
      <strong>{code}</strong>
      <span>
        {display === '' ? 'Take this code and describe it' : display}
        <Text span size="xs">
          {display === '' ? ` ${codeDoubt(code) ?? ''}` : meaning === undefined ? '' : ` ${meaning}`}
        </Text>
      </span>
    </div>
  );
}

/** As many as fit under the field without scrolling. */
const MOST_OFFERED = 8;

function offered(typed: string, side: Side | null): PickedCode[] {
  const found = searchCodes(typed, { side, limit: MOST_OFFERED });
  const code = normalizeIcd10(typed);
  const isNew = isIcd10Shaped(code) && !found.some((one) => one.code === code);
  return isNew ? [...found, { code, display: '' }] : found;
}

import { Group, NativeSelect, Text } from '@mantine/core';
import type { IcdCode } from '#shared/evaluations/icd10/code-family.ts';
import { choicesOf, type CodeChoices, codeDoubt, findIcdCode } from '#shared/evaluations/icd10/code-table.ts';

interface CodeCharactersProps {
  code: string;
  onTake: (code: IcdCode) => void;
}

/** What the characters for side and encounter mean, each to be changed here; or what to check about a code typed whole. */
export function CodeCharacters({ code, onTake }: CodeCharactersProps) {
  const listed = findIcdCode(code);
  if (listed === undefined) {
    const doubt = codeDoubt(code);
    return doubt === undefined ? null : (
      <Text size="xs" c="var(--tone-watch-text)" mt={2}>
        {doubt}
      </Text>
    );
  }
  const { sides, encounters } = choicesOf(listed);
  if (sides.length === 0 && encounters.length === 0) return null;
  return (
    <Group gap="xs" mt={3}>
      <Character label={`Side in ${code}`} choices={sides} code={code} onTake={onTake} />
      <Character label={`Encounter in ${code}`} choices={encounters} code={code} onTake={onTake} />
    </Group>
  );
}

interface CharacterProps extends CodeCharactersProps {
  label: string;
  choices: CodeChoices['sides'];
}

function Character({ label, choices, code, onTake }: CharacterProps) {
  if (choices.length === 0) return null;
  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      data={choices.map((one) => ({ value: one.code.code, label: one.words }))}
      value={code}
      onChange={(event) => {
        const chosen = choices.find((one) => one.code.code === event.currentTarget.value);
        if (chosen !== undefined) onTake(chosen.code);
      }}
    />
  );
}

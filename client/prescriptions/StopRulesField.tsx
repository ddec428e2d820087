import { Checkbox, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { flagWords } from '#shared/sessions/flag-words.ts';
import { RED_FLAG_CODES, RED_FLAGS } from '#shared/sessions/red-flags.ts';
import type { DraftAccess } from './draft-access.ts';
import { TextButton } from '#client/ui/TextButton.tsx';
import classes from './Editor.module.css';

/** Red flags that stop a session: all of them, until somebody looks and leaves one out. */
export function StopRulesField({ access }: { access: DraftAccess }) {
  const { content, change } = access;
  const [opened, disclosure] = useDisclosure(false);
  const { stopRules } = content;
  const left = RED_FLAG_CODES.filter((code) => !stopRules.includes(code));
  const toggle = (code: string, kept: boolean) =>
    change({
      stopRules: kept
        ? RED_FLAG_CODES.filter((one) => one === code || stopRules.includes(one))
        : stopRules.filter((one) => one !== code),
    });
  return (
    <div data-path="stopRules">
      <Text size="sm">
        <strong>Stop rules:</strong>{' '}
        {left.length === 0
          ? `all ${RED_FLAG_CODES.length} red flags stop a session`
          : `${stopRules.length} of ${RED_FLAG_CODES.length} red flags stop a session; left out: ${left.map(flagWords).join(', ')}`}{' '}
        <TextButton onClick={disclosure.toggle} aria-expanded={opened}>
          {opened ? 'Close the list' : 'Look at them'}
        </TextButton>
        {left.length === 0 ? null : (
          <TextButton onClick={() => change({ stopRules: [...RED_FLAG_CODES] })}>Keep them all</TextButton>
        )}
      </Text>
      {opened ? (
        <div className={classes.stopRules}>
          {RED_FLAGS.map(({ code, finding }) => (
            <Checkbox
              key={code}
              size="xs"
              label={finding}
              description={code}
              checked={stopRules.includes(code)}
              onChange={(event) => toggle(code, event.currentTarget.checked)}
            />
          ))}
        </div>
      ) : null}
    </div>
  );
}

import { Text } from '@mantine/core';
import type { ProblemIssue } from '#shared/platform/problem.ts';
import { TextButton } from '#client/ui/TextButton.tsx';
import { goToField } from './sections.ts';
import classes from './Evaluation.module.css';

interface MissingListProps {
  missing: readonly ProblemIssue[];
  /** The reader goes to a field. */
  onLeave: () => void;
}

/** What signing still asks for; each leads to its field. */
export function MissingList({ missing, onLeave }: MissingListProps) {
  return (
    <>
      <Text fw={600} mb={4}>
        Missing before signing
      </Text>
      <ul className={classes.missing}>
        {missing.map(({ path, message }, index) => (
          <li key={`${path} ${index}`}>
            <TextButton
              onClick={() => {
                onLeave();
                goToField(path);
              }}
            >
              {message}
            </TextButton>
          </li>
        ))}
      </ul>
    </>
  );
}

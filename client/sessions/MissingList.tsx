import { CloseButton, Text } from '@mantine/core';
import type { ProblemIssue } from '#shared/platform/problem.ts';
import { TextButton } from '#client/ui/TextButton.tsx';
import { groupMissing } from './missing-groups.ts';
import { goToField } from './obstacles.ts';
import classes from './SheetFooter.module.css';

interface MissingListProps {
  missing: readonly ProblemIssue[];
  onLeave: () => void;
}

/** What signing still asks for, above the signature and beside nothing that it asks about; each leads to its field. */
export function MissingList({ missing, onLeave }: MissingListProps) {
  return (
    <section className={classes.missingPanel} aria-labelledby="before-signing">
      <CloseButton size="sm" aria-label="Hide what is missing" onClick={onLeave} className={classes.hide} />
      <Text fw={600} size="sm" id="before-signing">
        Before signing
      </Text>
      <ul className={classes.missing}>
        {groupMissing(missing).map(({ title, entries }) => (
          <li key={`${title} ${entries[0]?.path ?? ''}`}>
            {title === '' ? null : <span>{title} </span>}
            {entries.map(({ path, words }, at) => (
              <span key={`${path} ${at}`}>
                {path === '' ? (
                  words
                ) : (
                  <TextButton
                    onClick={() => {
                      onLeave();
                      goToField(path);
                    }}
                  >
                    {words}
                  </TextButton>
                )}
                {at < entries.length - 1 ? ', ' : ''}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

import { Text } from '@mantine/core';
import { TextButton } from '#client/ui/TextButton.tsx';
import classes from './Editor.module.css';

interface RemovedRowsProps {
  rows: readonly { key: string; name: string }[];
  onPutBack: (key: string) => void;
}

/** What the draft leaves out of the version before, each with a way back. */
export function RemovedRows({ rows, onPutBack }: RemovedRowsProps) {
  if (rows.length === 0) return null;
  return (
    <ul className={classes.removed}>
      {rows.map(({ key, name }) => (
        <li key={key}>
          <Text span size="sm" c="dimmed">
            removed: <del>{name}</del>
          </Text>
          <TextButton onClick={() => onPutBack(key)}>Put back</TextButton>
        </li>
      ))}
    </ul>
  );
}

import { Checkbox } from '@mantine/core';
import { type Doubt, doubtPath } from '#shared/evaluations/doubts.ts';

interface DoubtBoxesProps {
  doubts: readonly Doubt[];
  confirmed: readonly string[];
  onConfirm: (sentence: string, isRight: boolean) => void;
}

/** Something unlikely, asked where it was written; what is said to be right is kept with the signed words. */
export function DoubtBoxes({ doubts, confirmed, onConfirm }: DoubtBoxesProps) {
  return doubts.map(({ path, sentence }) => (
    <Checkbox
      key={sentence}
      size="xs"
      my={4}
      name={path === 'evaluatedOn' ? doubtPath(path) : `content.${doubtPath(path)}`}
      label={`${sentence} It is right.`}
      checked={confirmed.includes(sentence)}
      onChange={(event) => onConfirm(sentence, event.currentTarget.checked)}
    />
  ));
}

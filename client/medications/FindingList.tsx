import { Text, TextInput } from '@mantine/core';
import { CHECK_LIMITS, type Finding } from '#shared/medications/check-medication.ts';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import classes from './FindingList.module.css';

interface FindingListProps {
  findings: readonly Finding[];
  reasons: Readonly<Record<string, string>>;
  onReason: (finding: string, reason: string) => void;
}

/** What the record says about the drug; a finding that keeps it back has a line for the reason. Says what is not checked. */
export function FindingList({ findings, reasons, onReason }: FindingListProps) {
  return (
    <section aria-label="What the record says" className={classes.list}>
      {findings.map(({ code, level, sentence }) => (
        <div key={code} className={classes.finding} data-level={level}>
          <StatusBadge tone={level === 'answer' ? 'danger' : 'info'} variant="plain">
            {sentence}
          </StatusBadge>
          {level === 'answer' ? (
            <TextInput
              label="Given all the same, because"
              name={`answers.${code}`}
              size="sm"
              maxLength={300}
              value={reasons[code] ?? ''}
              onChange={(event) => onReason(code, event.currentTarget.value)}
            />
          ) : null}
        </div>
      ))}
      <Text size="xs" c="dimmed">
        {CHECK_LIMITS}
      </Text>
    </section>
  );
}

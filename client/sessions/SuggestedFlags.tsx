import { Button } from '@mantine/core';
import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { flagWords } from '#shared/sessions/flag-words.ts';
import { Pain, type SessionContent } from '#shared/sessions/model.ts';
import { suggestedFlags } from '#shared/sessions/suggested-flags.ts';
import { ToneIcon } from '#client/ui/ToneIcon.tsx';
import classes from './Sheet.module.css';

interface SuggestedFlagsProps {
  content: SessionContent;
  last: { painBefore: number | null } | undefined;
  clinicValues: ClinicOverrides;
  onRaise: (code: string) => void;
}

/** What today's numbers speak for. Nothing is raised by itself: the therapist looks and decides. */
export function SuggestedFlags({ content, last, clinicValues, onRaise }: SuggestedFlagsProps) {
  // A number that pain cannot be is marked at its field and speaks for nothing.
  const { painBefore, painAfter } = content;
  const read = { ...content, painBefore: painOf(painBefore), painAfter: painOf(painAfter) };
  const flags = suggestedFlags(read, last, clinicValues);
  return (
    <div role="status" className={classes.suggested}>
      {flags.map(({ code, sentence }) => (
        <div key={code} className={classes.said} data-tone="danger">
          <ToneIcon tone="danger" />
          <span>{sentence}</span>
          <Button size="compact-xs" color="red" variant="outline" onClick={() => onRaise(code)}>
            Raise: {flagWords(code)}
          </Button>
        </div>
      ))}
    </div>
  );
}

const painOf = (value: number | null): number | null => Pain.nullable().safeParse(value).data ?? null;

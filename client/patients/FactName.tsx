import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorMark } from '#client/clinical/StruckOut.tsx';
import { isActive, type ListedFact } from './fact-list.ts';
import classes from './Chart.module.css';

interface FactNameProps {
  fact: ListedFact;
  name: string;
  /** The code or the dose beside it. */
  beside?: ReactNode;
  /** "Resolved 3 May": what became of it. */
  fate?: string | undefined;
}

/** What a fact is called; one that no longer holds says so in words, an error is struck through and keeps its reason. */
export function FactName({ fact, name, beside, fate }: FactNameProps) {
  const isError = fact.status === 'entered-in-error';
  return (
    <>
      <span className={classes.fact} data-gone={!isActive(fact)} data-error={isError}>
        {name}
      </span>{' '}
      {beside === undefined ? null : <span className={classes.code}>{beside}</span>}
      {isActive(fact) || isError ? null : (
        <Text size="sm" c="dimmed">
          {[fate, fact.statusReason].filter(Boolean).join(': ')}
        </Text>
      )}
      <ErrorMark mark={fact.enteredInError} />
    </>
  );
}

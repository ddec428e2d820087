import { Button, Chip, Group, List, Text } from '@mantine/core';
import { useState } from 'react';
import { BILLING_CODES } from '#shared/sessions/billing-codes.ts';
import type { SessionContent } from '#shared/sessions/model.ts';
import { noteUnits } from '#shared/sessions/note-units.ts';
import type { SheetEdit } from './sheet-edits.ts';
import classes from './Sheet.module.css';

interface UnitsWorkingProps {
  content: Pick<SessionContent, 'interventions' | 'tieChoice'>;
  edit: (change: SheetEdit) => void;
}

const labelOf = (code: string): string => BILLING_CODES.find((one) => one.code === code)?.label ?? code;
const unitWords = (count: number): string => `${count} ${count === 1 ? 'unit' : 'units'}`;

/** Minutes as units by code, with the working on request and a choice where codes are tied. */
export function UnitsWorking({ content, edit }: UnitsWorkingProps) {
  const [shown, setShown] = useState(false);
  const counted = noteUnits(content.interventions, content.tieChoice);
  if (counted.kind === 'refused') {
    return (
      <div className={classes.said} data-tone="danger" role="alert">
        {counted.sentence}
      </div>
    );
  }
  const { billing, tiedUnits, amaUnits, amaTimedUnits } = counted;
  const timed = Object.entries(billing.units);
  const untimed = Object.entries(billing.untimedUnits);
  if (timed.length + untimed.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        No minutes yet, so no units.
      </Text>
    );
  }
  const minutesOf = (code: string) =>
    content.interventions
      .filter((row) => row.billingCode === code)
      .reduce((total, row) => total + (row.minutes ?? 0), 0);
  return (
    <div>
      <div className={classes.said}>
        {timed.map(([code, units]) => (
          <span key={code}>
            <strong>{code}</strong> {minutesOf(code)} min, {unitWords(units)}
          </span>
        ))}
        {untimed.map(([code, units]) => (
          <span key={code}>
            <strong>{code}</strong> untimed, {unitWords(units)}
          </span>
        ))}
        <span>
          {billing.totalTimedMinutes} timed min, {unitWords(billing.timedUnits)};{' '}
          {billing.totalTreatmentMinutes} treatment min
        </span>
        <Button size="compact-xs" variant="subtle" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? 'Hide working' : 'Working'}
        </Button>
      </div>
      <TieChoice
        codes={billing.tieCodes}
        units={tiedUnits}
        content={content}
        billed={billing.units}
        edit={edit}
      />
      {shown ? (
        <List size="sm" c="dimmed" spacing={2}>
          <List.Item>
            Medicare: {billing.totalTimedMinutes} timed minutes give {unitWords(billing.timedUnits)} (one from
            the 8th minute, then one for each 15).
          </List.Item>
          {timed.map(([code, units]) => (
            <List.Item key={code}>
              {code} ({labelOf(code)}): {Math.floor(minutesOf(code) / 15)} whole quarter hours and{' '}
              {minutesOf(code) % 15} min left: {unitWords(units)}.
            </List.Item>
          ))}
          <List.Item>
            Midpoint rule, each code alone: {unitWords(amaTimedUnits)}
            {amaTimedUnits === 0
              ? ''
              : ` (${Object.entries(amaUnits)
                  .map(([code, units]) => `${code} x${units}`)
                  .join(', ')})`}
            .
          </List.Item>
        </List>
      ) : null}
    </div>
  );
}

interface TieChoiceProps {
  codes: readonly string[];
  /** How many of them get one. */
  units: number;
  billed: Record<string, number>;
  content: Pick<SessionContent, 'interventions' | 'tieChoice'>;
  edit: (change: SheetEdit) => void;
}

function TieChoice({ codes, units, billed, content, edit }: TieChoiceProps) {
  if (codes.length === 0) return null;
  const whole = (code: string) =>
    Math.floor(
      content.interventions
        .filter((row) => row.billingCode === code)
        .reduce((total, row) => total + (row.minutes ?? 0), 0) / 15,
    );
  const winners = codes.filter((code) => (billed[code] ?? 0) > whole(code));
  const choose = (code: string) => {
    const next = [code, ...winners.filter((one) => one !== code)].slice(0, units);
    edit((old) => ({ ...old, tieChoice: next.toSorted() }));
  };
  return (
    <Group gap="xs" mt={4}>
      <Text size="sm">Tie: equal minutes left, {unitWords(units)} to give. Choose:</Text>
      {codes.map((code) => (
        <Chip key={code} size="xs" checked={winners.includes(code)} onChange={() => choose(code)}>
          {code}
        </Chip>
      ))}
    </Group>
  );
}

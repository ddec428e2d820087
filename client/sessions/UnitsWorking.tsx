import { Button, List, Text } from '@mantine/core';
import { useState } from 'react';
import { rulePackOn, type RulePack } from '#shared/compliance/rule-packs.ts';
import { plainDate } from '#shared/platform/time.ts';
import { billingValuesOf } from '#shared/sessions/billing-values.ts';
import { BILLING_CODES } from '#shared/sessions/billing-codes.ts';
import { claimModifiers } from '#shared/sessions/claim-modifiers.ts';
import { isAssistant } from '#shared/platform/assistant.ts';
import type { SessionContent } from '#shared/sessions/model.ts';
import { noteUnits, type NoteUnits } from '#shared/sessions/note-units.ts';
import { unitsForMinutes } from '#shared/sessions/timed-units.ts';
import { UNIT_RULE_WORDS, unitRuleIn } from '#shared/sessions/unit-rules.ts';
import { useSession } from '#client/platform/session.ts';
import type { SheetEdit } from './sheet-edits.ts';
import { TieChoice } from './TieChoice.tsx';
import { TreatmentTimes } from './TreatmentTimes.tsx';
import type { OpenSheet } from './use-session-sheet.ts';
import classes from './Sheet.module.css';

interface UnitsWorkingProps {
  sheet: OpenSheet;
  content: SessionContent;
  edit: (change: SheetEdit) => void;
}

const labelOf = (code: string): string => BILLING_CODES.find((one) => one.code === code)?.label ?? code;
const unitWords = (count: number): string => `${count} ${count === 1 ? 'unit' : 'units'}`;

/** When treatment began and ended, its minutes as units by the payer's rule, and the working on request. */
export function UnitsWorking({ sheet, content, edit }: UnitsWorkingProps) {
  const { rule } = unitRuleIn(sheet.episode, sheet.session.sessionDate);
  const values = billingValuesOf(sheet.episode.clinicValues);
  const counted = noteUnits(content.interventions, content.tieChoice, rule, values);
  return (
    <>
      <TreatmentTimes content={content} edit={edit} />
      {counted.kind === 'refused' ? (
        <div className={classes.said} data-tone="danger" role="alert">
          {counted.sentence}
        </div>
      ) : (
        <Units sheet={sheet} content={content} counted={counted} edit={edit} />
      )}
    </>
  );
}

type Counted = Extract<NoteUnits, { kind: 'units' }>;

function Units({ sheet, content, counted, edit }: UnitsWorkingProps & { counted: Counted }) {
  const [shown, setShown] = useState(false);
  const modifiers = useModifiers(sheet, content);
  const { billing, tiedUnits } = counted;
  const timed = Object.entries(billing.units);
  const untimed = Object.entries(billing.untimedUnits);
  if (timed.length + untimed.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        No minutes yet, so no units.
      </Text>
    );
  }
  const withModifiers = (code: string) => [code, ...(modifiers[code] ?? [])].join(' ');
  return (
    <div>
      <div className={classes.said}>
        {timed.map(([code, units]) => (
          <span key={code}>
            <strong>{withModifiers(code)}</strong> {minutesOf(content, code)} min, {unitWords(units)}
          </span>
        ))}
        {untimed.map(([code, units]) => (
          <span key={code}>
            <strong>{withModifiers(code)}</strong> untimed, {unitWords(units)}
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
      {shown ? <Working sheet={sheet} content={content} counted={counted} /> : null}
    </div>
  );
}

/** GP and CQ as they will be claimed: who signs decides whose minutes they are. */
const packOf = ({ episode, session }: OpenSheet): RulePack =>
  rulePackOn(episode.payerProfile, plainDate(session.sessionDate));

function useModifiers(sheet: OpenSheet, { interventions }: SessionContent): Record<string, string[]> {
  const { role } = useSession();
  return claimModifiers(
    role,
    interventions.map(({ billingCode, minutes, assistantMinutes }) => ({
      billingCode,
      minutes: minutes ?? 0,
      assistantMinutes: isAssistant(role) ? (minutes ?? 0) : (assistantMinutes ?? 0),
    })),
    packOf(sheet),
    billingValuesOf(sheet.episode.clinicValues),
  );
}

const minutesOf = ({ interventions }: SessionContent, code: string): number =>
  interventions
    .filter((row) => row.billingCode === code)
    .reduce((total, row) => total + (row.minutes ?? 0), 0);

function Working({ sheet, content, counted }: Omit<UnitsWorkingProps, 'edit'> & { counted: Counted }) {
  const { billing, amaUnits, amaTimedUnits } = counted;
  const { rule, source } = unitRuleIn(sheet.episode, sheet.session.sessionDate);
  return (
    <List size="sm" c="dimmed" spacing={2}>
      <List.Item>
        {UNIT_RULE_WORDS[rule]}: {unitWords(billing.timedUnits)} for {billing.totalTimedMinutes} timed minutes
        (one from the 8th minute, then one for each 15). {source}.
      </List.Item>
      {Object.entries(billing.units).map(([code, units]) => (
        <List.Item key={code}>
          {code} ({labelOf(code)}): {Math.floor(minutesOf(content, code) / 15)} whole quarter hours and{' '}
          {minutesOf(content, code) % 15} min left: {unitWords(units)}.
        </List.Item>
      ))}
      {rule === 'midpoint' ? (
        <List.Item>
          By the Medicare rule: {unitWords(unitsForMinutes(billing.totalTimedMinutes))} for all timed minutes
          together.
        </List.Item>
      ) : (
        <List.Item>
          By the midpoint rule, each code by itself: {unitWords(amaTimedUnits)}
          {amaTimedUnits === 0 ? '' : ` (${codesWithUnits(amaUnits)})`}.
        </List.Item>
      )}
      {packOf(sheet).assistantModifier ? (
        <List.Item>
          CQ: an assistant gave more than 10 % of the code’s minutes (from memory of the rule; billing
          confirms it). KX depends on the year’s amounts and stands on the documentation page.
        </List.Item>
      ) : null}
    </List>
  );
}

const codesWithUnits = (units: Record<string, number>): string =>
  Object.entries(units)
    .map(([code, count]) => `${code} x${count}`)
    .join(', ');

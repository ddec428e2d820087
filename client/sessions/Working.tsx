import { List } from '@mantine/core';
import { dollarWords, isAboveKx } from '#shared/compliance/kx-threshold.ts';
import { BILLING_CODES } from '#shared/sessions/billing-codes.ts';
import { billingCode, billingValuesOf } from '#shared/sessions/billing-values.ts';
import { claimCode, GROUP_CODE } from '#shared/sessions/claim-codes.ts';
import type { SessionContent } from '#shared/sessions/model.ts';
import type { NoteUnits } from '#shared/sessions/note-units.ts';
import { unitsForMinutes } from '#shared/sessions/timed-units.ts';
import { UNIT_RULE_WORDS, unitRuleIn } from '#shared/sessions/unit-rules.ts';
import { billingSettingOf, kxOf, packOf } from './billing-setting.ts';
import type { OpenSheet } from './use-session-sheet.ts';

interface WorkingProps {
  sheet: OpenSheet;
  content: SessionContent;
  counted: Extract<NoteUnits, { kind: 'units' }>;
}

export const unitWords = (count: number): string => `${count} ${count === 1 ? 'unit' : 'units'}`;
const labelOf = (code: string): string => BILLING_CODES.find((one) => one.code === code)?.label ?? code;
const codesWithUnits = (units: Record<string, number>): string =>
  Object.entries(units)
    .filter(([, count]) => count > 0)
    .map(([code, count]) => `${code} x${count}`)
    .join(', ');

/** How the units come about: the rule, the date's minutes, each code, and what is claimed otherwise than it was given. */
export function Working(props: WorkingProps) {
  return (
    <List size="sm" c="dimmed" spacing={2}>
      <Timed {...props} />
      <Untimed {...props} />
      <Modifiers sheet={props.sheet} />
    </List>
  );
}

function Timed({ sheet, content, counted }: WorkingProps) {
  const { billing, amaUnits, amaTimedUnits } = counted;
  const { rule, source } = unitRuleIn(sheet.episode, sheet.session.sessionDate);
  const { earlierToday } = billing;
  const pooled = earlierToday?.timedMinutes ?? 0;
  const ofDate = billing.totalTimedMinutes + pooled;
  const earlier = codesWithUnits(earlierToday?.units ?? {});
  return (
    <>
      <List.Item>
        {UNIT_RULE_WORDS[rule]}:{' '}
        {pooled === 0
          ? `${unitWords(billing.timedUnits)} for ${ofDate} timed minutes`
          : `${unitWords(unitsForMinutes(ofDate))} for the ${ofDate} timed minutes of the date (${pooled} signed earlier, ${billing.totalTimedMinutes} here); billed earlier: ${earlier || 'none'}; left for this note: ${unitWords(billing.timedUnits)}`}{' '}
        (one from the 8th minute, then one for each 15). {source}.
      </List.Item>
      {Object.entries(billing.units).map(([code, units]) => {
        const minutes = minutesOfDate({ sheet, content }, code);
        return (
          <List.Item key={code}>
            {code} ({labelOf(code)}): {minutes} min{pooled === 0 ? '' : ' on this date'},{' '}
            {quarterWords(Math.floor(minutes / 15))} and {minutes % 15} min left: {unitWords(units)}.
          </List.Item>
        );
      })}
      {rule === 'midpoint' ? (
        <List.Item>
          By the Medicare rule: {unitWords(unitsForMinutes(billing.totalTimedMinutes))} for all timed minutes
          together.
        </List.Item>
      ) : (
        <List.Item>
          By the midpoint rule, each code of this note by itself: {unitWords(amaTimedUnits)}
          {amaTimedUnits === 0 ? '' : ` (${codesWithUnits(amaUnits)})`}.
        </List.Item>
      )}
    </>
  );
}

function Untimed({ sheet, content, counted: { billing } }: WorkingProps) {
  const { payerProfile, clinicValues } = sheet.episode;
  const values = billingValuesOf(clinicValues);
  const given = [...new Set(content.interventions.map((row) => row.billingCode))];
  const renamed = given.filter((code) => claimCode(code, payerProfile) !== code);
  const before = Object.keys(billing.earlierToday?.untimedUnits ?? {}).filter(
    (code) => given.some((one) => claimCode(one, payerProfile) === code) && !billingCode(code, values)?.timed,
  );
  const group = content.interventions.filter((row) => row.billingCode === GROUP_CODE);
  return (
    <>
      {renamed.map((code) => (
        <List.Item key={code}>
          {code} is claimed as {claimCode(code, payerProfile)}: Medicare’s code for it.
        </List.Item>
      ))}
      {(billing.bundled ?? []).map((code) => (
        <List.Item key={code}>
          {code} ({labelOf(code)}): Medicare pays it within other services, so it is no unit of its own. Its
          minutes count as treatment.
        </List.Item>
      ))}
      {before.map((code) => (
        <List.Item key={code}>
          {code} ({labelOf(code)}): one unit a date, and it is billed with an earlier note of this date.
        </List.Item>
      ))}
      {group.length === 0 ? null : (
        <List.Item>
          {GROUP_CODE} (group): {group.reduce((sum, row) => sum + (row.minutes ?? 0), 0)} min, one unit a
          date, 2 or more patients. Group minutes never count to one-on-one codes.
        </List.Item>
      )}
    </>
  );
}

function Modifiers({ sheet }: Pick<WorkingProps, 'sheet'>) {
  const pack = packOf(sheet);
  const kx = kxOf(sheet);
  if (!pack.assistantModifier && !pack.kxThreshold) return null;
  const { deMinimisPercent } = billingValuesOf(sheet.episode.clinicValues);
  const amount = kx.amountCents === null ? undefined : dollarWords(kx.amountCents);
  return (
    <>
      {pack.assistantModifier ? (
        <List.Item>
          CQ (CO in occupational therapy): when an assistant gave more than {deMinimisPercent} % of a code’s
          minutes (from memory of the rule; billing confirms it).
        </List.Item>
      ) : null}
      {pack.kxThreshold ? (
        <List.Item>
          KX:{' '}
          {amount === undefined
            ? `no allowed amount of ${kx.year} is entered as of this day, so no line carries it`
            : kx.thresholdCents === null
              ? `the threshold of ${kx.year} is not known, so no line carries it`
              : isAboveKx(kx)
                ? `${amount} allowed in ${kx.year}, above ${dollarWords(kx.thresholdCents)}: every line carries it`
                : `${amount} allowed in ${kx.year}, not above ${dollarWords(kx.thresholdCents)}`}
          .
        </List.Item>
      ) : null}
    </>
  );
}

function minutesOfDate({ sheet, content }: Pick<WorkingProps, 'sheet' | 'content'>, code: string): number {
  const { sameDay, payerProfile } = billingSettingOf(sheet);
  const { rule } = unitRuleIn(sheet.episode, sheet.session.sessionDate);
  const earlier = rule === 'midpoint' ? [] : sameDay.services;
  return [...earlier, ...content.interventions]
    .filter((row) => claimCode(row.billingCode, payerProfile) === code)
    .reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
}

const quarterWords = (quarters: number): string =>
  quarters === 1 ? '1 whole quarter hour' : `${quarters} whole quarter hours`;

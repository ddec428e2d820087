import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { dateClaimWords } from '#shared/evaluations/evaluation-billing.ts';
import { isAboveKx } from '#shared/compliance/kx-threshold.ts';
import { billingValuesOf } from '#shared/sessions/billing-values.ts';
import { claimCode } from '#shared/sessions/claim-codes.ts';
import { assistantMinutesOf, claimModifiers, servicesClaimed } from '#shared/sessions/claim-modifiers.ts';
import { dateOfSession } from '#shared/sessions/date-claim.ts';
import type { SessionContent } from '#shared/sessions/model.ts';
import { sessionUnits, type NoteUnits } from '#shared/sessions/note-units.ts';
import { useSession } from '#client/platform/session.ts';
import { billingSettingOf, kxOf, packOf } from './billing-setting.ts';
import { GroupSize } from './GroupSize.tsx';
import type { SheetEdit } from './sheet-edits.ts';
import { TieChoice } from './TieChoice.tsx';
import { TookPartSection } from './TookPartSection.tsx';
import { TreatmentTimes } from './TreatmentTimes.tsx';
import type { OpenSheet } from './use-session-sheet.ts';
import { unitWords, Working } from './Working.tsx';
import classes from './Sheet.module.css';

interface UnitsWorkingProps {
  sheet: OpenSheet;
  content: SessionContent;
  edit: (change: SheetEdit) => void;
}

/** When treatment began and ended, its minutes as units by the payer's rule, and the working on request. */
export function UnitsWorking({ sheet, content, edit }: UnitsWorkingProps) {
  const counted = sessionUnits(content, billingSettingOf(sheet));
  return (
    <>
      <TreatmentTimes content={content} edit={edit} />
      <TookPartSection content={content} edit={edit} />
      <GroupSize content={content} edit={edit} />
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
  const { billing, tieWinners } = counted;
  const date = dateOfSession(billing, sheet.sameDay, billingValuesOf(sheet.episode.clinicValues));
  const timed = Object.entries(billing.units);
  const untimed = Object.entries(billing.untimedUnits);
  const bundled = billing.bundled ?? [];
  if (timed.length + untimed.length + bundled.length === 0) {
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
            <strong>{withModifiers(code)}</strong> {minutesOf(sheet, content, code)} min, {unitWords(units)}
          </span>
        ))}
        {untimed.map(([code, units]) => (
          <span key={code}>
            <strong>{withModifiers(code)}</strong> untimed, {unitWords(units)}
          </span>
        ))}
        {bundled.map((code) => (
          <span key={code}>
            <strong>{code}</strong> bundled, no unit
          </span>
        ))}
        {(billing.earlierToday?.timedMinutes ?? 0) === 0 ? null : (
          <span>with {billing.earlierToday?.timedMinutes} timed min signed earlier on this date</span>
        )}
        <span>
          {billing.totalTimedMinutes} timed min, {unitWords(billing.timedUnits)};{' '}
          {billing.totalTreatmentMinutes} treatment min
        </span>
        <Button size="compact-xs" variant="subtle" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? 'Hide working' : 'Working'}
        </Button>
      </div>
      {date === undefined ? null : (
        <Text size="sm">With what else is signed, the date adds up to {dateClaimWords(date)}.</Text>
      )}
      <TieChoice codes={billing.tieCodes} winners={tieWinners} edit={edit} />
      {shown ? <Working sheet={sheet} content={content} counted={counted} /> : null}
    </div>
  );
}

/** Modifiers as they will be claimed: who signs decides whose minutes they are. */
function useModifiers(sheet: OpenSheet, { interventions }: SessionContent): Record<string, string[]> {
  const { role } = useSession();
  const { episode, sameDay } = sheet;
  const own = interventions.map((row) => ({
    billingCode: claimCode(row.billingCode, episode.payerProfile),
    minutes: row.minutes ?? 0,
    assistantMinutes: assistantMinutesOf(role, row),
  }));
  return claimModifiers(role, servicesClaimed(own, sameDay), {
    pack: packOf(sheet),
    values: billingValuesOf(episode.clinicValues),
    aboveKx: isAboveKx(kxOf(sheet)),
  });
}

const minutesOf = ({ episode }: OpenSheet, { interventions }: SessionContent, code: string): number =>
  interventions
    .filter((row) => claimCode(row.billingCode, episode.payerProfile) === code)
    .reduce((total, row) => total + (row.minutes ?? 0), 0);

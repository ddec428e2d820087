import { Anchor, Button, Group, Table, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { dateClaimWords } from '#shared/evaluations/evaluation-billing.ts';
import { educationWords } from '#shared/home-programme/education.ts';
import { getMeasure, valueWithUnit } from '#shared/outcomes/registry.ts';
import { doseWords } from '#shared/prescriptions/bounds.ts';
import { limitWords, seriesName } from '#shared/prescriptions/words.ts';
import { billingValuesOf } from '#shared/sessions/billing-values.ts';
import { dateOfSession } from '#shared/sessions/date-claim.ts';
import { NOTE_PARTS } from '#shared/sessions/model.ts';
import { sourceWords } from '#shared/sessions/provenance.ts';
import type { SessionSheet, SignedNote } from '#shared/sessions/sheet.ts';
import { tookPartWords } from '#shared/sessions/took-part.ts';
import { UNIT_RULE_WORDS } from '#shared/sessions/unit-rules.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { FormSection } from '#client/ui/FormSection.tsx';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { ToneIcon } from '#client/ui/ToneIcon.tsx';
import { CosignPanel } from './CosignPanel.tsx';
import { AddToNote, NoteAddenda } from './NoteAddenda.tsx';
import { SessionBanner, SheetRules } from './SessionBanner.tsx';
import { vitalsWords } from './vitals-words.ts';
import classes from './Sheet.module.css';

/** The signed note: what was given, measured, billed and thought. It no longer changes. */
export function SignedSession({ sheet, signed }: { sheet: SessionSheet; signed: SignedNote }) {
  const { session, episode, patient, prescription } = sheet;
  const tookPart = signed.tookPart ?? [];
  const { date, dateTime } = useClinicTime();
  return (
    <>
      <SessionBanner header={sheet.header} />
      <SheetRules prescription={prescription} />
      <PageHeader
        title={`Session of ${date(session.sessionDate)}`}
        tabTitle={`Session ${date(session.sessionDate)}, ${patient.familyName}`}
        description={
          <>
            Signed by {signed.signedBy}, {dateTime(signed.signedAt)}
            {prescription === null
              ? ''
              : `; visit ${sheet.visitNumber} of ${prescription.visitsPrescribed}, v${prescription.versionNumber}`}
          </>
        }
        actions={
          <Group gap="md">
            {signed.cosignature && signed.cosignature.by === null ? (
              <StatusBadge tone="watch">Awaiting co-signature</StatusBadge>
            ) : (
              <StatusBadge tone="ok">{signed.cosignature ? 'Co-signed' : 'Signed'}</StatusBadge>
            )}
            <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/today" />}>
              Today
            </Anchor>
            <Anchor
              size="sm"
              renderRoot={(props) => (
                <Link
                  {...props}
                  to="/episodes/$episodeId/sessions"
                  params={{ episodeId: episode.episodeId }}
                />
              )}
            >
              All sessions
            </Anchor>
            <Button
              size="compact-md"
              variant="default"
              leftSection={<IconPrinter size={16} aria-hidden />}
              onClick={() => window.print()}
            >
              Print
            </Button>
            <AddToNote sheet={sheet} signed={signed} />
          </Group>
        }
      />
      <div className={classes.page}>
        {signed.cosignature ? (
          <CosignPanel sheet={sheet} signedById={signed.signedById ?? ''} cosignature={signed.cosignature} />
        ) : null}
        <FormSection title="Given">
          <GivenTable sheet={sheet} signed={signed} />
          <Acknowledged signed={signed} />
          <Billing sheet={sheet} signed={signed} />
          <Text size="sm">
            Treated by {signed.signedBy}
            {tookPart.length === 0 ? '' : `; took part: ${tookPart.map(tookPartWords).join('; ')}`}
          </Text>
        </FormSection>
        <FormSection title="Measured">
          <Measured signed={signed} />
        </FormSection>
        <FormSection title="Note">
          <div className={classes.reading}>
            <dl>
              {NOTE_PARTS.map((part) => (
                <NotePartText key={part} name={part} text={signed[part]} />
              ))}
              <NotePartText name="response" text={signed.response ?? null} />
              <NotePartText name="adverse event" text={signed.adverseEvent ?? null} none="none" />
            </dl>
            <WhereFrom signed={signed} />
          </div>
        </FormSection>
        <NoteAddenda signed={signed} />
      </div>
    </>
  );
}

function GivenTable({ sheet, signed }: { sheet: SessionSheet; signed: SignedNote }) {
  return (
    <Table aria-label="What was given" maw={900}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Intervention</Table.Th>
          <Table.Th>Dose</Table.Th>
          <Table.Th>Limit</Table.Th>
          <Table.Th ta="right">Minutes</Table.Th>
          <Table.Th>Code</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {signed.interventions.map((row) => {
          const prescribed = sheet.prescription?.content.interventions.find(({ code }) => code === row.code);
          return (
            <Table.Tr key={row.code}>
              <Table.Th scope="row">{row.name}</Table.Th>
              <Table.Td>
                {doseWords(row.dose)}{' '}
                {row.classification === 'notify' ? (
                  <StatusBadge tone="info" variant="plain">
                    increase, physiatrist told
                  </StatusBadge>
                ) : null}
              </Table.Td>
              <Table.Td>{prescribed === undefined ? '' : limitWords(prescribed)}</Table.Td>
              <Table.Td ta="right">
                {row.minutes}
                <ByAssistant minutes={row.minutes} of={row.assistantMinutes ?? 0} />
              </Table.Td>
              <Table.Td>{row.billingCode}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

/** Whose minutes they were, when an assistant gave some or all of them. */
function ByAssistant({ minutes, of }: { minutes: number; of: number }) {
  if (of === 0) return null;
  return (
    <Text size="xs" c="dimmed">
      {of === minutes ? 'by an assistant' : `${of} by an assistant`}
    </Text>
  );
}

/** The precautions of what was given, as whoever gave it acknowledged them. */
function Acknowledged({ signed }: { signed: SignedNote }) {
  const { dateTime } = useClinicTime();
  const rows = signed.acknowledged ?? [];
  if (rows.length === 0) return null;
  return (
    <ul className={classes.cautions} aria-label="Precautions acknowledged">
      {rows.map(({ words, about, by, at }) => (
        <li key={words}>
          <ToneIcon tone="warning" /> {words}{' '}
          <Text span size="xs" c="dimmed">
            ({about.join(', ')}; acknowledged by {by}, {dateTime(at)})
          </Text>
        </li>
      ))}
    </ul>
  );
}

function Billing({ sheet, signed }: { sheet: SessionSheet; signed: SignedNote }) {
  const { billing, startedTime, endedTime } = signed;
  if (billing === null) return null;
  const date = dateOfSession(billing, sheet.sameDay, billingValuesOf(sheet.episode.clinicValues));
  const units = Object.entries({ ...billing.units, ...billing.untimedUnits }).filter(
    ([, count]) => count > 0,
  );
  const line = ([code, count]: [string, number]) =>
    `${[code, ...(billing.modifiers?.[code] ?? [])].join(' ')} × ${count}`;
  return (
    <Text size="sm">
      {startedTime && endedTime ? `${startedTime} to ${endedTime}; ` : ''}
      {billing.totalTimedMinutes} timed minutes, {billing.totalTreatmentMinutes} treatment minutes;{' '}
      {units.length === 0 ? 'no units' : units.map(line).join(', ')}
      {billing.bundled === undefined ? '' : `; bundled, no unit: ${billing.bundled.join(', ')}`}
      {billing.groupSize === undefined ? '' : `; group of ${billing.groupSize} patients`}
      {billing.rule === undefined ? '' : `. ${UNIT_RULE_WORDS[billing.rule]}`}
      {(billing.earlierToday?.timedMinutes ?? 0) === 0
        ? ''
        : `; ${billing.earlierToday?.timedMinutes} timed minutes of the date were signed before and counted along`}
      {billing.tieChoice ? `; tie given to ${billing.tieChoice.join(', ')} by choice` : ''}
      {date === undefined ? '' : `. With what else is signed, the date adds up to ${dateClaimWords(date)}.`}
    </Text>
  );
}

function Measured({ signed }: { signed: SignedNote }) {
  const { time } = useClinicTime();
  const { painBefore, painAfter, homeDaysDone, homeDaysPrescribed, vitals, scores } = signed;
  const pain =
    painBefore === null && painAfter === null
      ? 'Pain not recorded'
      : `Pain ${painBefore ?? 'not recorded'} before, ${painAfter ?? 'not recorded'} after (0-10)`;
  return (
    <>
      <Text size="sm">{pain}</Text>
      {vitals === null ? null : <Text size="sm">{vitalsWords(vitals, time)}</Text>}
      <Text size="sm">
        {homeDaysDone === null
          ? 'Home exercise not recorded'
          : `Home exercise on ${homeDaysDone} of ${homeDaysPrescribed ?? '?'} prescribed days`}
        {signed.homeDifficulty == null ? '' : `, difficulty ${signed.homeDifficulty} (0-10)`}
        {signed.homePain == null ? '' : `, pain at home ${signed.homePain} (0-10)`}
      </Text>
      {(signed.education ?? []).map((given) => (
        <Text size="sm" key={given.topic}>
          {educationWords(given)}
        </Text>
      ))}
      {scores.length === 0 ? <Text size="sm">No outcome measure in this session</Text> : null}
      {scores.map((score, index) => {
        const measure = getMeasure(score.measureCode) ?? { unit: '' };
        return (
          <Text size="sm" key={index} td={score.error === null ? undefined : 'line-through'}>
            {seriesName(score)} {valueWithUnit(score.value, measure)}
            {score.condition === null ? '' : `, ${score.condition}`}
            {score.warningConfirmed === null ? '' : ' (unusual, confirmed)'}
            {score.error === null ? '' : ` entered in error: ${score.error}`}
          </Text>
        );
      })}
    </>
  );
}

interface NotePartTextProps {
  name: string;
  text: string | null;
  none?: string;
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

function NotePartText({ name, text, none = 'nothing written' }: NotePartTextProps) {
  return (
    <>
      <dt>{capital(name)}</dt>
      <dd>{text ?? none}</dd>
    </>
  );
}

/** Where each part's words come from and who stands behind them: parts that share both stand in one sentence. */
function WhereFrom({ signed: { provenance } }: { signed: SignedNote }) {
  const { date, dateTime } = useClinicTime();
  const said = NOTE_PARTS.flatMap((part) => {
    const one = provenance?.[part];
    return one === undefined
      ? []
      : [
          {
            part: capital(part),
            from: sourceWords(one, date),
            by: `${one.confirmedBy}, ${dateTime(one.confirmedAt)}`,
          },
        ];
  });
  if (said.length === 0) return null;
  return (
    <Text size="xs" c="dimmed" mt={6}>
      {[...new Set(said.map(({ by }) => by))].map((by) => {
        const theirs = said.filter((one) => one.by === by);
        const sources = [...new Set(theirs.map(({ from }) => from))].map((from) => {
          const parts = theirs.filter((one) => one.from === from).map(({ part }) => part);
          return `${parts.join(', ')}: ${from}`;
        });
        return (
          <span key={by}>
            {sources.join('. ')}. Confirmed by {by}.{' '}
          </span>
        );
      })}
    </Text>
  );
}

import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { z } from 'zod';
import { doseWords, type Dose } from '#shared/prescriptions/bounds.ts';
import { DOSE_PARAMETERS, type DoseParameterCode } from '#shared/prescriptions/interventions.ts';
import { shortDate } from '#shared/platform/time.ts';
import { limitWords } from '#shared/prescriptions/words.ts';
import { classifyRows, interventionName } from '#shared/sessions/note-limits.ts';
import { useSession } from '#client/platform/session.ts';
import { useStoredDraft } from '#client/platform/stored-draft.ts';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { DoseValueField } from '#client/clinical/DoseValueField.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { SideWorkspace } from '#client/ui/SideWorkspace.tsx';
import { doseParameters } from './DoseFields.tsx';
import { useAskForChange } from './queries.ts';
import { allowedDose } from './RowVerdict.tsx';
import { editRow, type SheetEdit } from './sheet-edits.ts';
import type { OpenSheet } from './use-session-sheet.ts';

interface AskChangePanelProps {
  code: string;
  sheet: OpenSheet;
  /** The dose typed on the sheet: what is asked for unless changed here. */
  typed: Dose;
  banner: ReactNode;
  edit: (change: SheetEdit) => void;
  onClose: () => void;
}

const Reason = z.object({ reason: z.string() });

/** Asks the physiatrist for a dose beyond the limits. Nothing changes until they sign; today keeps the last allowed dose. */
export function AskChangePanel({ code, sheet, typed, banner, edit, onClose }: AskChangePanelProps) {
  const { prescription, episode, session, lastDoses } = sheet;
  const kept = useStoredDraft(`ask:${session.sessionId}:${code}`, Reason);
  const [reason, setReason] = useState(kept.stored?.value.reason ?? '');
  const [wanted, setWanted] = useState<Dose>(typed);
  const { role } = useSession();
  const ask = useAskForChange(episode.episodeId);
  if (prescription === null) return null;
  const prescribed = prescription.content.interventions.find((one) => one.code === code);
  const name = interventionName(prescription.content, code);
  const [placed] = classifyRows(prescription.content, lastDoses, [{ code, dose: wanted }], role);
  const isBeyond = placed?.edit.kind === 'outside';
  const submit = () =>
    ask.mutate(
      {
        params: { prescriptionId: prescription.prescriptionId },
        body: {
          proposal: {
            edits: [{ code, from: lastDoses[code] ?? null, to: wanted }],
            frequencyPerWeek: null,
            durationWeeks: null,
          },
          reason,
          lines: historyLines(sheet, code),
          sessionId: session.sessionId,
        },
      },
      {
        onSuccess: () => {
          kept.clear();
          const allowed =
            placed?.edit.kind === 'outside' ? allowedDose(placed.edit, typed, lastDoses[code]) : undefined;
          if (allowed !== undefined) edit(editRow(code, { dose: allowed }));
          showNote('Asked. The limits stay as they are until the physiatrist signs.');
          onClose();
        },
      },
    );
  return (
    <SideWorkspace
      opened
      onClose={onClose}
      title={`Ask for a change: ${name}`}
      banner={banner}
      keepsDraft={reason !== ''}
      footer={
        <Button
          loading={ask.isPending}
          disabled={reason.trim() === '' || Object.keys(wanted).length === 0}
          onClick={submit}
        >
          Send to the physiatrist
        </Button>
      }
    >
      <Stack gap="md">
        <ProblemAlert error={ask.error} />
        <Text>
          Prescribed now (v{prescription.versionNumber}):{' '}
          {prescribed === undefined
            ? 'not on the prescription'
            : `${limitWords(prescribed)}, ${prescribed.authority}`}
          {lastDoses[code] === undefined ? '' : `; last given ${doseWords(lastDoses[code] ?? {})}`}
        </Text>
        <FieldRow minWidth={8}>
          {doseParameters(code, prescribed, wanted).map((parameter) => (
            <WantedField key={parameter} parameter={parameter} wanted={wanted} onChange={setWanted} />
          ))}
        </FieldRow>
        {isBeyond || Object.keys(wanted).length === 0 ? null : (
          <Text size="sm" c="dimmed">
            This dose is within the limits already: you can simply give it.
          </Text>
        )}
        <Textarea
          label="Why"
          name="reason"
          required
          autosize
          minRows={3}
          description="Numbers of the record (scores, attendance, the last sessions) are attached by themselves."
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
            kept.keep({ reason: event.currentTarget.value });
          }}
        />
        {historyLines(sheet, code).map((line) => (
          <Text key={line} size="sm" c="dimmed">
            {line}
          </Text>
        ))}
      </Stack>
    </SideWorkspace>
  );
}

interface WantedFieldProps {
  parameter: DoseParameterCode;
  wanted: Dose;
  onChange: (dose: Dose) => void;
}

function WantedField({ parameter, wanted, onChange }: WantedFieldProps) {
  return (
    <DoseValueField
      parameter={parameter}
      label={DOSE_PARAMETERS[parameter].label}
      name={`proposal.edits.0.to.${parameter}`}
      value={wanted[parameter] ?? null}
      onChange={(value) => {
        const { [parameter]: _before, ...rest } = wanted;
        onChange(value === null ? rest : { ...rest, [parameter]: value });
      }}
    />
  );
}

/** What was given in the last sessions, with pain before and after, as the request's own lines. */
const historyLines = ({ history }: OpenSheet, code: string): string[] =>
  history.flatMap((past) => {
    const row = past.interventions.find((one) => one.code === code);
    if (row === undefined) return [];
    const pain =
      past.painBefore === null ? '' : `, pain ${past.painBefore} → ${past.painAfter ?? 'not recorded'}`;
    return [`${shortDate(past.sessionDate)}: ${doseWords(row.dose)}${pain}`];
  });

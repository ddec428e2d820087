import { Select } from '@mantine/core';
import { useRef } from 'react';
import type { StaffRole } from '#shared/platform/actor.ts';
import { isAssistant } from '#shared/platform/assistant.ts';
import { contraindicationOf } from '#shared/prescriptions/bounds.ts';
import { INTERVENTIONS } from '#shared/prescriptions/interventions.ts';
import type { SessionContent } from '#shared/sessions/model.ts';
import { notOfRole } from '#shared/sessions/note-limits.ts';
import { useSession } from '#client/platform/session.ts';
import { useShortcuts } from '#client/platform/shortcuts.ts';
import { giveToday, type SheetEdit } from './sheet-edits.ts';
import type { OpenSheet } from './use-session-sheet.ts';

interface AddInterventionProps {
  sheet: OpenSheet;
  interventions: SessionContent['interventions'];
  edit: (change: SheetEdit) => void;
  onAsk: (code: string) => void;
}

/**
 * Finds an exercise: what is prescribed and not given today is given, anything else is asked for, never simply added. In each
 * group those that this therapist uses most come first.
 */
export function AddIntervention({ sheet, interventions, edit, onAsk }: AddInterventionProps) {
  const { role } = useSession();
  const field = useRef<HTMLInputElement>(null);
  useShortcuts('Session sheet', [
    { keys: '/', does: 'Find an exercise to give or to ask for', run: () => field.current?.focus() },
  ]);
  if (sheet.prescription === null) return null;
  const choices = findable(sheet, interventions, role);
  const order = sheet.prescription.content.interventions.map(({ code }) => code);
  return (
    <Select
      ref={field}
      size="xs"
      w={360}
      mt={6}
      aria-label="Find an exercise to give or to ask for"
      placeholder="Find an exercise ( / )"
      nothingFoundMessage="No exercise of that name"
      searchable
      openOnFocus
      selectFirstOptionOnChange
      value={null}
      data={[
        { group: 'Prescribed: give today', items: choices.give },
        { group: 'Not on the prescription: ask for it', items: choices.ask },
      ].filter(({ items }) => items.length > 0)}
      onChange={(code) => {
        if (code === null) return;
        if (order.includes(code)) edit(giveToday(code, sheet.lastDoses[code], order));
        else onAsk(code);
      }}
    />
  );
}

interface Choice {
  value: string;
  label: string;
}

/** What may be given today, and what may only be asked for; the reader's own habits decide the order. */
export function findable(
  { prescription, ownUse }: Pick<OpenSheet, 'prescription' | 'ownUse'>,
  given: SessionContent['interventions'],
  role: StaffRole,
): { give: Choice[]; ask: Choice[] } {
  const prescribed = prescription?.content.interventions ?? [];
  const precautions = prescription?.content.precautions ?? [];
  const byUse = (a: Choice, b: Choice) =>
    (ownUse[b.value] ?? 0) - (ownUse[a.value] ?? 0) || (a.label < b.label ? -1 : 1);
  const choice = ({ code, name }: { code: string; name: string }): Choice => ({ value: code, label: name });
  const known = new Set(prescribed.map(({ code }) => code));
  return {
    give: prescribed
      .filter(({ code }) => !given.some((row) => row.code === code))
      .filter(({ code }) => contraindicationOf(precautions, code) === undefined)
      .filter(({ code }) => notOfRole(role, code) === undefined)
      .map(choice)
      .toSorted(byUse),
    // An assistant proposes no change of the plan.
    ask: isAssistant(role)
      ? []
      : INTERVENTIONS.filter(({ code }) => !known.has(code))
          .map(choice)
          .toSorted(byUse),
  };
}

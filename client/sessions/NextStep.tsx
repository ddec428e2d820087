import { Button } from '@mantine/core';
import { doseWords } from '#shared/prescriptions/bounds.ts';
import { progressionWords } from '#shared/prescriptions/progression.ts';
import type { GivenIntervention } from '#shared/sessions/model.ts';
import { suggestProgression } from '#shared/sessions/suggest-progression.ts';
import { editRow, type SheetEdit } from './sheet-edits.ts';
import type { OpenSheet } from './use-session-sheet.ts';

interface NextStepProps {
  sheet: OpenSheet;
  given: GivenIntervention;
  name: string;
  edit: (change: SheetEdit) => void;
}

/** The next step by the prescription's own rule, to take with one click; nothing when the rule is not met. */
export function NextStep({ sheet, given, name, edit }: NextStepProps) {
  if (sheet.prescription === null) return null;
  const { content } = sheet.prescription;
  const next = suggestProgression(content, given.code, sheet.history);
  if (next === undefined || doseWords(next) === doseWords(given.dose)) return null;
  const rule = content.interventions.find(({ code }) => code === given.code);
  return (
    <Button
      size="compact-xs"
      variant="light"
      title={rule === undefined ? undefined : `The prescription says: ${progressionWords(rule)}`}
      aria-label={`${name}: next step by the prescription, ${doseWords(next)}`}
      onClick={() => edit(editRow(given.code, { dose: next }))}
    >
      Next: {doseWords(next)}
    </Button>
  );
}

import { useDisclosure } from '@mantine/hooks';
import type { MissingElement } from '#shared/prescriptions/missing-elements.ts';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { aboutRow } from '#shared/prescriptions/about-row.ts';
import type { PrescriptionDraftContent } from '#shared/prescriptions/model.ts';
import { focusPath } from './draft-access.ts';
import { TextButton } from '#client/ui/TextButton.tsx';
import classes from './SigningBar.module.css';

const SHORT: Record<MissingElement['code'], string> = {
  DIAGNOSIS_CODE: 'diagnosis code',
  DIAGNOSIS_SIDE: 'side of the diagnosis',
  WEIGHT_BEARING_LIMB: 'reason for another limb',
  MEASURE_POPULATION: 'population of a measure',
  STOP_RULE_UNKNOWN: 'an unknown stop rule',
  WEIGHT_BEARING_LOAD: 'loads the leg',
  WEIGHT_BEARING_UNTIL: 'the end of the weight bearing',
  EXCLUDED: 'permitted and excluded',
  DIAGNOSIS: 'diagnosis',
  ONSET: 'onset or surgery date',
  ONSET_DATE: 'a date in the future',
  PRECAUTIONS: 'precautions',
  PRECAUTION_UNDECIDED: 'a precaution from the record',
  PRECAUTION_WORDS: 'words of a precaution',
  OVERRIDE_REASON: 'reason of an override',
  WEIGHT_BEARING: 'weight bearing',
  WEIGHT_BEARING_PERCENT: 'percent of weight bearing',
  AMOUNT: 'amount',
  FREQUENCY: 'frequency',
  TAPER: 'a step of the taper',
  DURATION: 'duration',
  VISITS: 'too many visits',
  START: 'first day',
  INTERVENTIONS: 'interventions',
  INTERVENTION_UNKNOWN: 'unknown intervention',
  LIMITS: 'limits',
  PROGRESSION: 'progression',
  CONTRAINDICATED: 'contraindicated',
  GOALS: 'goals',
  GOAL_TARGET: 'unfinished goal',
  GOAL_DATE: 'date of the goal',
  GOAL_MEASURE: 'goal that is never measured',
  GOAL_RANGE: 'target of the goal',
  PRIMARY_MEASURES: 'primary measures',
  MEASURE_INTERVAL: 'interval',
  MEASURE_SIDE: 'side',
  RE_EVALUATION: 're-evaluation date',
  VITALS: 'limits of the vital signs',
  STOP_RULES: 'stop rules',
  TWICE: 'twice',
};

/** "target of a goal: ODI": two of a kind are told apart. */
function inShort({ code, path }: MissingElement, content: PrescriptionDraftContent): string {
  const about = aboutRow(content, path);
  if (about === undefined) return SHORT[code];
  return `${SHORT[code]}: ${about.length > LONGEST_NAME ? `${about.slice(0, LONGEST_NAME).trimEnd()}…` : about}`;
}

const LONGEST_NAME = 28;
const SHOWN = 4;

interface MissingBarProps {
  missing: readonly MissingElement[];
  content: PrescriptionDraftContent;
}

/** What signing waits for, each leading to its field; the whole list opens above. */
export function MissingBar({ missing, content }: MissingBarProps) {
  const [opened, list] = useDisclosure(false);
  if (missing.length === 0) {
    return (
      <StatusBadge tone="ok" variant="plain">
        Nothing is missing.
      </StatusBadge>
    );
  }
  const lead = (one: MissingElement, words: string) => (
    <TextButton onClick={() => focusPath(one.path)}>{words}</TextButton>
  );
  const rest = missing.length - SHOWN;
  return (
    <>
      {opened ? (
        <ul className={classes.missingAll}>
          {missing.map((one) => (
            <li key={`${one.path} ${one.sentence}`}>{lead(one, one.sentence)}</li>
          ))}
        </ul>
      ) : null}
      <span className={classes.missing}>
        <strong>Missing before signing ({missing.length}):</strong>
        {missing.slice(0, SHOWN).map((one) => (
          <span key={`${one.path} ${one.sentence}`}>{lead(one, inShort(one, content))}</span>
        ))}
        <TextButton onClick={list.toggle} aria-expanded={opened}>
          {opened ? 'Close the list' : rest > 0 ? `and ${rest} more` : 'In words'}
        </TextButton>
      </span>
    </>
  );
}

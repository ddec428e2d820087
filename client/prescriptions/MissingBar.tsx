import { Anchor, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { MissingElement } from '#shared/prescriptions/missing-elements.ts';
import { ToneIcon } from '#client/ui/ToneIcon.tsx';
import { focusPath } from './draft-access.ts';
import { TextButton } from './TextButton.tsx';
import classes from './Editor.module.css';

const SHORT: Record<MissingElement['code'], string> = {
  DIAGNOSIS_CODE: 'a diagnosis code',
  STOP_RULE_UNKNOWN: 'an unknown stop rule',
  WEIGHT_BEARING_LOAD: 'an exercise that loads the leg',
  WEIGHT_BEARING_UNTIL: 'the end of the weight bearing',
  EXCLUDED: 'permitted and excluded at once',
  DIAGNOSIS: 'diagnosis',
  ONSET: 'onset or surgery date',
  ONSET_DATE: 'a date in the future',
  PRECAUTIONS: 'precautions',
  PRECAUTION_UNDECIDED: 'a precaution from the record',
  PRECAUTION_WORDS: 'words of a precaution',
  OVERRIDE_REASON: 'reason of an override',
  WEIGHT_BEARING: 'weight bearing',
  WEIGHT_BEARING_PERCENT: 'percent of weight bearing',
  FREQUENCY: 'frequency',
  TAPER: 'a step of the taper',
  DURATION: 'duration',
  VISITS: 'too many visits',
  START: 'first day',
  INTERVENTIONS: 'interventions',
  INTERVENTION_UNKNOWN: 'an unknown intervention',
  LIMITS: 'limits the wrong way round',
  CONTRAINDICATED: 'a contraindicated intervention',
  GOALS: 'goals',
  GOAL_TARGET: 'a goal',
  GOAL_DATE: 'date of a goal',
  GOAL_MEASURE: 'measure of a goal',
  GOAL_RANGE: 'target of a goal',
  PRIMARY_MEASURES: 'primary measures',
  MEASURE_INTERVAL: 'interval of a measure',
  MEASURE_SIDE: 'side of a measure',
  RE_EVALUATION: 're-evaluation date',
  VITALS: 'limits of the vital signs',
  STOP_RULES: 'stop rules',
  TWICE: 'something twice',
};

const SHOWN = 4;

/** What signing waits for, each leading to its field; the whole list opens above. */
export function MissingBar({ missing }: { missing: readonly MissingElement[] }) {
  const [opened, list] = useDisclosure(false);
  if (missing.length === 0) {
    return (
      <Text size="sm">
        <ToneIcon tone="ok" /> Nothing is missing.
      </Text>
    );
  }
  const lead = (one: MissingElement, words: string) => (
    <Anchor component="button" type="button" ta="left" size="sm" onClick={() => focusPath(one.path)}>
      {words}
    </Anchor>
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
          <span key={`${one.path} ${one.sentence}`}>{lead(one, SHORT[one.code])}</span>
        ))}
        <TextButton onClick={list.toggle} aria-expanded={opened}>
          {opened ? 'Close the list' : rest > 0 ? `and ${rest} more` : 'In words'}
        </TextButton>
      </span>
    </>
  );
}

import { Button, Group, Text } from '@mantine/core';
import type { EvaluationContent } from '#shared/evaluations/model.ts';
import { wellsScore, type WellsItem } from '#shared/evaluations/wells.ts';
import { SCORED_FLAG, speaksForFlag } from '#shared/sessions/scored-flag.ts';
import { WellsField } from '#client/clinical/WellsField.tsx';
import { ToneIcon } from '#client/ui/ToneIcon.tsx';
import classes from './Evaluation.module.css';

interface LegScoreProps {
  redFlags: EvaluationContent['redFlags'];
  onChange: (wells: WellsItem[] | null) => void;
  onMark: () => void;
}

/** The Wells score of a swollen leg, when somebody computes it; moderate or high speaks for the red flag. */
export function LegScore({ redFlags, onChange, onMark }: LegScoreProps) {
  const { wells, present } = redFlags;
  const isTicked = present.some(({ code }) => code === SCORED_FLAG);
  if (wells === null) {
    return (
      <Group gap="sm" id="wells">
        <Button variant="default" size="compact-sm" onClick={() => onChange([])}>
          Compute the Wells score
        </Button>
        <Text size="sm" c={isTicked ? undefined : 'dimmed'}>
          {isTicked
            ? `${SCORED_FLAG} without its score counts as urgent.`
            : 'For one leg that is swollen, warm or tender: how likely a deep vein thrombosis is.'}
        </Text>
      </Group>
    );
  }
  const { score, likelihood } = wellsScore(wells);
  return (
    <div className={classes.legScore} id="wells">
      <WellsField value={wells} onChange={onChange} />
      {speaksForFlag(redFlags) ? (
        <Group gap="sm" role="status" className={classes.suggestion}>
          <ToneIcon tone="danger" />
          <Text size="sm" fw={600}>
            Score {score}, {likelihood}: this speaks for {SCORED_FLAG}, urgent.
          </Text>
          <Button size="compact-sm" color="red" variant="outline" onClick={onMark}>
            Mark {SCORED_FLAG} as found
          </Button>
        </Group>
      ) : null}
      <Group>
        <Button variant="subtle" size="compact-sm" c="dimmed" fw={400} onClick={() => onChange(null)}>
          Take the score out
        </Button>
      </Group>
    </div>
  );
}

import { Button } from '@mantine/core';
import { shortDate } from '#shared/platform/time.ts';
import { endsOn } from '#shared/prescriptions/missing-elements.ts';
import { rowKey } from '#shared/prescriptions/difference.ts';
import { seriesName } from '#shared/prescriptions/words.ts';
import type { DraftAccess } from './draft-access.ts';
import { EditorSection } from './EditorSection.tsx';
import { GoalRow } from './GoalRow.tsx';
import { RemovedRows } from './RemovedRows.tsx';
import { TextButton } from '#client/ui/TextButton.tsx';
import classes from './Editor.module.css';

/** Where the patient should be, on which measure, by when. */
export function GoalSection({ access }: { access: DraftAccess }) {
  const { content, change, previous } = access;
  const { goals, measures, startsOn, durationWeeks } = content;
  const used = new Set(goals.map(rowKey.series));
  const free = measures.find((measure) => !used.has(rowKey.series(measure)));
  const targetOn = startsOn !== null && durationWeeks !== null ? endsOn(startsOn, durationWeeks) : null;
  const removed = (previous?.content.goals ?? []).filter((goal) => !used.has(rowKey.series(goal)));
  const add = () =>
    change({
      goals: [
        ...goals,
        {
          description: '',
          measureCode: free?.measureCode ?? measures[0]?.measureCode ?? 'psfs',
          side: free?.side ?? null,
          target: null,
          targetOn,
        },
      ],
    });
  return (
    <EditorSection
      section="goals"
      access={access}
      actions={
        <>
          {targetOn === null || goals.every((goal) => goal.targetOn === targetOn) ? null : (
            <TextButton onClick={() => change({ goals: goals.map((goal) => ({ ...goal, targetOn })) })}>
              All by the end of the plan, {shortDate(targetOn)}
            </TextButton>
          )}
          <Button size="compact-sm" variant="default" onClick={add}>
            + goal
          </Button>
        </>
      }
    >
      {goals.length === 0 ? null : (
        <div className={`${classes.lineHead} ${classes.goal}`} aria-hidden>
          <span>Measure</span>
          <span>Target</span>
          <span>By</span>
          <span>What it means for the patient</span>
        </div>
      )}
      <ul className={classes.list} data-path="goals">
        {goals.map((goal, index) => (
          <GoalRow key={index} access={access} goal={goal} index={index} />
        ))}
      </ul>
      <RemovedRows
        rows={removed.map((goal) => ({ key: rowKey.series(goal), name: seriesName(goal) }))}
        onPutBack={(key) =>
          change({ goals: [...goals, ...removed.filter((goal) => rowKey.series(goal) === key)] })
        }
      />
    </EditorSection>
  );
}

import { Text } from '@mantine/core';
import { shortDate, type PlainDate } from '#shared/platform/time.ts';
import { certifiedThrough, endsOn } from '#shared/prescriptions/missing-elements.ts';
import { suggestReEvaluation } from '#shared/prescriptions/proposals.ts';
import { firstTaper, isStep, planOfSteps, planOfVisits, visitsOf } from '#shared/prescriptions/schedule.ts';
import { NumberField } from '#client/ui/NumberField.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import type { DraftAccess } from './draft-access.ts';
import { DurationField } from './DurationField.tsx';
import { EditorSection } from './EditorSection.tsx';
import { typedDate } from './typed-date.ts';
import { TaperField } from './TaperField.tsx';
import { TextButton } from '#client/ui/TextButton.tsx';
import classes from './Editor.module.css';

/** How often, how long, from when, and when it is looked at again; the visits follow. */
export function PlanSection({ access }: { access: DraftAccess }) {
  const { content, change, today, page } = access;
  const { frequencyPerWeek, durationWeeks, startsOn, reEvaluationOn } = content;
  const { amountPerDay = null, durationVisits = null } = content;
  const last = startsOn !== null && durationWeeks !== null ? endsOn(startsOn, durationWeeks) : undefined;
  const suggestion =
    startsOn !== null && durationWeeks !== null ? suggestReEvaluation(startsOn, durationWeeks) : undefined;
  const steps = content.taper ?? [];
  const visits =
    frequencyPerWeek !== null && durationWeeks !== null
      ? visitsOf({ ...content, frequencyPerWeek, durationWeeks, taper: steps.filter(isStep) })
      : undefined;
  return (
    <EditorSection section="plan" access={access}>
      <div className={classes.fields}>
        {steps.length > 0 ? (
          <TaperField steps={steps} onChange={(next) => change(next)} />
        ) : (
          <>
            <div data-path="frequencyPerWeek">
              <NumberField
                label="Frequency"
                name="frequencyPerWeek"
                unit={(amountPerDay ?? 1) > 1 ? 'days a week' : 'a week'}
                width={120}
                value={frequencyPerWeek}
                min={1}
                max={14}
                onChange={(value) =>
                  change({
                    frequencyPerWeek: value,
                    ...weeksOf({ ...content, frequencyPerWeek: value }),
                  })
                }
              />
            </div>
            <DurationField content={content} onChange={(plan) => change(plan)} />
            {durationVisits !== null ||
            durationWeeks === null ||
            durationWeeks < 2 ||
            frequencyPerWeek === null ? null : (
              <TextButton onClick={() => change(planOfSteps(firstTaper(frequencyPerWeek, durationWeeks)))}>
                Taper by weeks
              </TextButton>
            )}
          </>
        )}
        <div data-path="amountPerDay">
          <NumberField
            label="Amount"
            name="amountPerDay"
            unit="a day"
            placeholder="1"
            width={110}
            min={1}
            max={4}
            value={amountPerDay}
            onChange={(value) =>
              change({ amountPerDay: value, ...weeksOf({ ...content, amountPerDay: value }) })
            }
          />
        </div>
        <div data-path="startsOn">
          <PlainDateField
            label="First day"
            name="startsOn"
            width={150}
            value={startsOn ?? ''}
            onChange={(value) => change({ startsOn: typedDate(value) })}
          />
        </div>
        <div data-path="reEvaluationOn">
          <PlainDateField
            label="Re-evaluation"
            name="reEvaluationOn"
            width={150}
            value={reEvaluationOn ?? ''}
            onChange={(value) => change({ reEvaluationOn: typedDate(value) })}
          />
        </div>
        {suggestion === undefined || suggestion === reEvaluationOn ? null : (
          <Suggestion suggestion={suggestion} onTake={() => change({ reEvaluationOn: suggestion })} />
        )}
      </div>
      <Text size="sm">
        {visits === undefined ? 'Visits follow from frequency and weeks.' : <strong>{visits} visits</strong>}
        {visits === undefined || (steps.length === 0 && durationVisits === null)
          ? ''
          : ` in ${durationWeeks ?? 0} weeks`}
        {last === undefined ? '' : `, until ${shortDate(last)}`}
        {startsOn !== null && startsOn > today
          ? `. Until ${shortDate(startsOn)} no session can start once this is signed`
          : ''}
        {startsOn !== null && page.payerProfile === 'medicare_part_b'
          ? `. Certified through ${shortDate(certifiedThrough(startsOn))} at most (Medicare)`
          : ''}
      </Text>
    </EditorSection>
  );
}

/** The weeks of a plan counted in visits; one counted in weeks keeps its own. */
const weeksOf = (plan: DraftAccess['content']): Partial<DraftAccess['content']> =>
  plan.durationVisits === null || plan.durationVisits === undefined
    ? {}
    : planOfVisits(plan, plan.durationVisits);

function Suggestion({ suggestion, onTake }: { suggestion: PlainDate; onTake: () => void }) {
  return <TextButton onClick={onTake}>Suggest {shortDate(suggestion)}</TextButton>;
}

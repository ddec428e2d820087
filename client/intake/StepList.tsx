import { VisuallyHidden } from '@mantine/core';
import { STEPS } from './request-draft.ts';
import classes from './Intake.module.css';

/** Where the person is; earlier steps can be gone back to. */
export function StepList({ current, onGo }: { current: number; onGo: (step: number) => void }) {
  return (
    <ol className={classes.steps} aria-label={`Step ${current + 1} of ${STEPS.length}`}>
      {STEPS.map((name, step) => (
        <li
          key={name}
          className={classes.step}
          data-state={step === current ? 'now' : step < current ? 'done' : 'later'}
          aria-current={step === current ? 'step' : undefined}
        >
          <span className={classes.stepNumber} aria-hidden>
            {step + 1}
          </span>
          {step < current ? (
            <button type="button" className={classes.stepButton} onClick={() => onGo(step)}>
              <VisuallyHidden>Back to </VisuallyHidden>
              <span className={classes.stepName}>{name}</span>
            </button>
          ) : (
            <span className={classes.stepName}>{name}</span>
          )}
        </li>
      ))}
    </ol>
  );
}

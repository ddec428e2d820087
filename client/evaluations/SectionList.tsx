import { UnstyledButton } from '@mantine/core';
import type { EvaluationKind } from '#shared/evaluations/model.ts';
import type { ProblemIssue } from '#shared/platform/problem.ts';
import { sectionOf, sectionsOf } from './sections.ts';
import classes from './Evaluation.module.css';

interface SectionListProps {
  kind: EvaluationKind;
  missing: readonly ProblemIssue[];
}

/** The parts of the form, each with how much of it is missing. */
export function SectionList({ kind, missing }: SectionListProps) {
  return (
    <nav aria-label="Sections" className={classes.sections} data-no-print>
      <ol>
        {sectionsOf(kind).map(({ id, label }) => {
          const gaps = missing.filter(({ path }) => sectionOf(path) === id).length;
          return (
            <li key={id}>
              <UnstyledButton
                className={classes.sectionLink}
                onClick={() => {
                  const section = document.getElementById(id);
                  section?.scrollIntoView({ block: 'start' });
                  section
                    ?.querySelector<HTMLElement>('input, textarea, select')
                    ?.focus({ preventScroll: true });
                }}
              >
                <span>{label}</span>
                {gaps === 0 ? null : <span className={classes.gap}>{gaps} missing</span>}
              </UnstyledButton>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

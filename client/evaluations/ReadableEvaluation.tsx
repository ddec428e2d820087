import { Title } from '@mantine/core';
import type { EvaluationDetail } from '#shared/evaluations/contract.ts';
import type { EvaluationContent, EvaluationKind } from '#shared/evaluations/model.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { FindingTables } from './FindingTables.tsx';
import { readableSections, type ReadableLine } from './readable.ts';
import classes from './Evaluation.module.css';

interface ReadableEvaluationProps {
  kind: EvaluationKind;
  content: EvaluationContent;
  /** The first findings of the episode, to compare with. */
  baseline?: EvaluationDetail['baseline'];
  /** Beside another one, in a dialog: scrolls by itself. */
  compact?: boolean;
}

/** What an evaluation says, to be read or printed. */
export function ReadableEvaluation({
  kind,
  content,
  baseline = null,
  compact = false,
}: ReadableEvaluationProps) {
  const { date } = useClinicTime();
  return (
    <div className={compact ? `${classes.reading} ${classes.compared}` : classes.reading}>
      {readableSections(kind, content, date).map(({ title, lines, findings }) => (
        <section key={title}>
          <Title order={compact ? 4 : 2} size="h3" mt="md" mb={4}>
            {title}
          </Title>
          {findings === undefined ? null : <FindingTables findings={findings} baseline={baseline} />}
          <dl>
            {lines.map((line) => (
              <Line key={line.label} line={line} />
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

function Line({ line: { label, text } }: { line: ReadableLine }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {typeof text === 'string' ? (
          text
        ) : (
          <ul>
            {text.map((one, index) => (
              <li key={`${one} ${index}`}>{one}</li>
            ))}
          </ul>
        )}
      </dd>
    </>
  );
}

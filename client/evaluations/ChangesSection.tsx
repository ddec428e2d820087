import { Text } from '@mantine/core';
import { changeLabel, type EvaluationChange, type EvaluationChanges } from '#shared/evaluations/changes.ts';
import { EVALUATION_KIND_LABEL } from '#shared/evaluations/model.ts';
import { ORDER_KIND_LABEL, ORDER_KINDS } from '#shared/orders/model.ts';
import { getMeasure } from '#shared/outcomes/registry.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { FormSection } from '#client/ui/FormSection.tsx';
import classes from './Evaluation.module.css';

/** What has happened since the last signed evaluation: read first, so that nothing is asked twice. */
export function ChangesSection({ changes }: { changes: EvaluationChanges | null }) {
  const { date } = useClinicTime();
  if (changes === null) return null;
  const { since, items } = changes;
  const last = `${EVALUATION_KIND_LABEL[since.kind].toLowerCase()} of ${date(since.evaluatedOn)}`;
  return (
    <FormSection id="changes" title={`Since the ${last}`} description={`Signed by ${since.authorName}.`}>
      {items.length === 0 ? (
        <Text size="sm">Nothing on the chart has changed.</Text>
      ) : (
        <ul className={classes.changes}>
          {items.map((item, index) => (
            <li key={`${item.topic} ${item.text} ${index}`}>
              <span className={classes.changeDay}>{date(item.on)}</span>
              <span className={classes.changeKind}>{changeLabel(item)}</span>
              <span>{changeWords(item)}</span>
            </li>
          ))}
        </ul>
      )}
    </FormSection>
  );
}

function changeWords({ topic, text, detail }: EvaluationChange): string {
  if (topic === 'result') {
    const kind = ORDER_KINDS.find((one) => one === text);
    return [kind === undefined ? text : ORDER_KIND_LABEL[kind], detail].filter(Boolean).join(', ');
  }
  if (topic !== 'score') return [text, detail ?? ''].filter(Boolean).join(': ');
  const [code = '', side] = text.split(' ');
  return [getMeasure(code)?.abbreviation ?? code, side, detail].filter(Boolean).join(' ');
}

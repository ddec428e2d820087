import { doseWords } from '#shared/prescriptions/bounds.ts';
import { getIntervention } from '#shared/prescriptions/interventions.ts';
import { seriesName } from '#shared/prescriptions/words.ts';
import { NOTE_PARTS, type SessionContent } from '#shared/sessions/model.ts';
import classes from './Sheet.module.css';

/** A sheet as plain words, to compare two of them. */
export function ReadableContent({ content }: { content: SessionContent }) {
  const { painBefore, painAfter, interventions, scores } = content;
  return (
    <div className={classes.reading}>
      <dl>
        <dt>Pain</dt>
        <dd>
          {painBefore ?? 'not entered'} before, {painAfter ?? 'not entered'} after
        </dd>
        <dt>Given</dt>
        <dd>
          {interventions.length === 0
            ? 'nothing'
            : interventions
                .map(
                  ({ code, dose, minutes, carried }) =>
                    `${getIntervention(code)?.name ?? code}: ${doseWords(dose)}, ${minutes ?? '?'} min${carried ? ' (carried)' : ''}`,
                )
                .join('\n')}
        </dd>
        {scores.length === 0 ? null : (
          <>
            <dt>Scores</dt>
            <dd>{scores.map((score) => `${seriesName(score)} ${score.value}`).join(', ')}</dd>
          </>
        )}
        {NOTE_PARTS.map((part) => (
          <Part key={part} name={part} text={content[part].text} />
        ))}
      </dl>
    </div>
  );
}

function Part({ name, text }: { name: string; text: string }) {
  return (
    <>
      <dt>{name.charAt(0).toUpperCase() + name.slice(1)}</dt>
      <dd>{text === '' ? 'empty' : text}</dd>
    </>
  );
}

import type { PrescribedPrecaution } from '#shared/prescriptions/model.ts';
import { precautionCard, type CardLine } from '#shared/prescriptions/precaution-card.ts';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import type { Tone } from '#client/ui/tone.ts';
import { ToneIcon } from '#client/ui/ToneIcon.tsx';
import classes from './PrecautionCard.module.css';

const TONES: Record<ReturnType<typeof precautionCard>[number]['kind'], Tone> = {
  contraindicated: 'danger',
  'stop-when': 'danger',
  precaution: 'warning',
  monitor: 'watch',
};

/** What holds for this patient, by what it asks for: the same statement once, with every condition and source behind it. */
export function PrecautionCard({ precautions }: { precautions: readonly PrescribedPrecaution[] }) {
  const groups = precautionCard(precautions);
  const overridden = precautions.filter(({ decision }) => decision === 'override');
  return (
    <div className={classes.card}>
      {groups.map(({ kind, title, lines }) => (
        <section key={kind} aria-label={title}>
          <h3 className={classes.title}>
            <ToneIcon tone={TONES[kind]} /> {title}
          </h3>
          <ul className={classes.lines}>
            {lines.map((line) => (
              <Line key={`${line.scope} ${line.words}`} line={line} />
            ))}
          </ul>
        </section>
      ))}
      {overridden.length === 0 ? null : (
        <section aria-label="Overridden by the physiatrist">
          <h3 className={classes.title}>Overridden by the physiatrist</h3>
          <ul className={classes.lines}>
            {overridden.map(({ intervention, overrideReason }) => (
              <li key={intervention}>
                <s>{intervention}</s>. {overrideReason}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Line({ line }: { line: CardLine }) {
  const { words, scope, avoid, comorbidities, notes, sources, minimumUseful, stricterThan } = line;
  const unverified = sources.some(({ verified }) => !verified);
  return (
    <li>
      <strong>{words}</strong>
      {scope === 'local' ? ' (local)' : ''}
      {avoid.length === 0 ? '' : `. Permitted, but not at: ${avoid.join('; ')}`}
      {notes.length === 0 ? '' : `. ${notes.join('. ')}`}
      {minimumUseful === null ? null : <span className={classes.useful}>Still do: {minimumUseful}</span>}
      <span className={classes.source}>
        {comorbidities.length === 0 ? 'written by the physiatrist' : `from ${comorbidities.join(', ')}`}
        {stricterThan.length === 0 ? '' : `; stricter than the ${stricterThan.join(' and the ')}`}
        {`; ${sources.map(({ source }) => source).join('; ')}`}{' '}
        {unverified ? (
          <StatusBadge tone="watch" variant="plain">
            not verified
          </StatusBadge>
        ) : null}
      </span>
    </li>
  );
}

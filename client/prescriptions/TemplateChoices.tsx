import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import type { SourceGroup } from './template-sources.ts';
import classes from './Template.module.css';

interface TemplateChoicesProps {
  groups: readonly SourceGroup[];
  chosen: string | undefined;
  onChoose: (key: string) => void;
}

/** What a draft can be started from, by what it is. */
export function TemplateChoices({ groups, chosen, onChoose }: TemplateChoicesProps) {
  if (groups.length === 0) return <p className={classes.hint}>Nothing by that name.</p>;
  return groups.map(({ title, sources }) => (
    <section key={title} aria-label={title}>
      <h3 className={classes.groupTitle}>{title}</h3>
      <ul className={classes.choices}>
        {sources.map((source) => (
          <li key={source.key}>
            <button
              type="button"
              className={classes.choice}
              aria-pressed={source.key === chosen}
              onClick={() => onChoose(source.key)}
            >
              <span>{source.title}</span>
              <span className={classes.detail}>{source.detail}</span>
              {source.template !== undefined && source.template.templateId === null ? (
                <StatusBadge tone="watch" variant="plain">
                  to be confirmed
                </StatusBadge>
              ) : null}
            </button>
          </li>
        ))}
      </ul>
    </section>
  ));
}

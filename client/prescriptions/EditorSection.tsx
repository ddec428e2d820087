import { Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { ToneIcon } from '#client/ui/ToneIcon.tsx';
import { contractRows, SECTION_FIELDS, SECTION_TITLES, type SectionKey } from './contract-rows.ts';
import { ContractRows } from './ContractRows.tsx';
import type { DraftAccess } from './draft-access.ts';
import contract from './Contract.module.css';
import classes from './EditorSection.module.css';

interface EditorSectionProps {
  section: SectionKey;
  access: DraftAccess;
  /** On the right of the heading. */
  actions?: ReactNode;
  children: ReactNode;
}

/** One section of the draft with the same section of the version before beside it, and what is missing in it. */
export function EditorSection({ section, access, actions, children }: EditorSectionProps) {
  const headingId = useId();
  const { previous, differences, missing } = access;
  const fields: readonly string[] = SECTION_FIELDS[section];
  const changes = differences.filter(({ path }) => fields.includes(path));
  // A gap of one row is said at the row itself.
  const gaps = missing.filter(({ path }) => fields.includes(path));
  return (
    <section className={classes.section} aria-labelledby={headingId} data-alone={previous === undefined}>
      {previous === undefined ? null : (
        <div className={`${classes.present} ${contract.narrow}`}>
          <p className={classes.presentTitle}>{SECTION_TITLES[section]}</p>
          <ContractRows rows={contractRows(section, previous.content)} differences={changes} />
        </div>
      )}
      <div className={classes.draft}>
        <div className={classes.heading}>
          <Title order={2} size="h3" id={headingId}>
            {SECTION_TITLES[section]}
          </Title>
          {changes.length === 0 ? null : (
            <StatusBadge tone="info" variant="plain">
              {changes.length === 1 ? '1 change' : `${changes.length} changes`}
            </StatusBadge>
          )}
          <span className={classes.headingActions}>{actions}</span>
        </div>
        {gaps.length === 0 ? null : (
          <ul className={classes.gaps}>
            {gaps.map(({ sentence }) => (
              <li key={sentence}>
                <ToneIcon tone="watch" /> {sentence}
              </li>
            ))}
          </ul>
        )}
        {children}
      </div>
    </section>
  );
}

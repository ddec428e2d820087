import { UnstyledButton } from '@mantine/core';
import { VALUE_SECTIONS } from '#shared/clinic-values/registry.ts';
import type { KeptValue } from './kept-values.ts';
import type { ValuesSearch } from './values-search.ts';
import classes from './Values.module.css';

interface SectionNavProps {
  search: ValuesSearch;
  values: readonly KeptValue[];
  change: (part: Partial<ValuesSearch>) => void;
}

/** The sections of the registry; choosing one takes search and filter off. */
export function SectionNav({ search, values, change }: SectionNavProps) {
  const isWide = search.q !== undefined || search.show !== undefined;
  const current = isWide ? undefined : (search.section ?? VALUE_SECTIONS[0]?.id);
  return (
    <nav aria-label="Sections" className={classes.sections} data-no-print>
      <ul>
        {VALUE_SECTIONS.map(({ id, title }) => {
          const changed = values.filter(({ section, isChanged }) => section.id === id && isChanged).length;
          return (
            <li key={id}>
              <UnstyledButton
                className={classes.section}
                aria-current={id === current ? 'true' : undefined}
                onClick={() => change({ section: id, q: undefined, show: undefined })}
              >
                <span>{title}</span>
                {changed === 0 ? null : <span className={classes.count}>{changed} changed</span>}
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

import { NativeSelect } from '@mantine/core';
import type { PublishedThreshold } from '#shared/outcomes/registry.ts';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import classes from './Editor.module.css';

interface ThresholdChoiceProps {
  name: string;
  kind: 'error' | 'importance';
  rows: readonly PublishedThreshold[];
  /** The population chosen here; null is the clinic's choice or the registry's default. */
  tag: string | null;
  clinicTag: string | null | undefined;
  onChange: (tag: string | null) => void;
}

/** Which published population a change is measured against, with its number and where it comes from. */
export function ThresholdChoice({ name, kind, rows, tag, clinicTag, onChange }: ThresholdChoiceProps) {
  const words = kind === 'error' ? 'error' : 'importance';
  const usual = rows.find((row) => row.populationTag === clinicTag) ?? rows.find((row) => row.default);
  if (rows.length === 0) return <span className={classes.hint}>no {words} published</span>;
  const chosen = rows.find((row) => row.populationTag === tag) ?? usual;
  const label = ({ value, population }: PublishedThreshold) => `${value}: ${population}`;
  return (
    <span>
      <NativeSelect
        aria-label={`${name}: ${words}`}
        size="xs"
        value={tag ?? ''}
        onChange={({ currentTarget: { value } }) => onChange(value === '' ? null : value)}
        data={[
          {
            value: '',
            label:
              usual === undefined
                ? `${words}: none by default`
                : `${words} ${label(usual)} (${clinicTag === usual.populationTag ? 'clinic' : 'default'})`,
          },
          ...rows
            .filter((row) => row !== usual)
            .map((row) => ({ value: row.populationTag, label: `${words} ${label(row)}` })),
        ]}
      />
      {chosen === undefined ? null : (
        <span className={classes.source}>
          <span>{chosen.citation}</span>
          {chosen.verified ? null : (
            <StatusBadge tone="watch" variant="plain">
              unverified
            </StatusBadge>
          )}
        </span>
      )}
    </span>
  );
}

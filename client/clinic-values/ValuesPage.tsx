import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { canKeepValue } from '#shared/clinic-values/policy.ts';
import { useSession } from '#client/platform/session.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { useRowCursor } from '#client/ui/use-row-cursor.ts';
import { isUnconfirmed, keptValues, shownValues, type KeptValue } from './kept-values.ts';
import { valuesQuery } from './queries.ts';
import { SectionNav } from './SectionNav.tsx';
import { ValueFilters } from './ValueFilters.tsx';
import { ValuePanel } from './ValuePanel.tsx';
import { ValueTable } from './ValueTable.tsx';
import type { ValuesSearch } from './values-search.ts';
import classes from './Values.module.css';

const route = getRouteApi('/shell/clinical-values');

/** The clinical values of the clinic: what holds, where it comes from, who set or confirmed it. */
export function ValuesPage() {
  const query = useQuery(valuesQuery(useSession().clinicId));
  return (
    <QueryBoundary query={query}>
      {(data) => <Values clinicName={data.clinicName} values={keptValues(data)} />}
    </QueryBoundary>
  );
}

function Values({ clinicName, values }: { clinicName: string; values: KeptValue[] }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: Partial<ValuesSearch>) =>
    void navigate({ search: (old) => ({ ...old, ...part }), replace: true });
  const shown = shownValues(values, search);
  const opened = values.find(({ about }) => about.key === search.value);
  const cursor = useRowCursor({
    ids: shown.map(({ about }) => about.key),
    onOpen: (key) => change({ value: key }),
    title: 'Clinical values',
    opens: 'Open the value',
    enabled: opened === undefined,
  });
  return (
    <>
      <PageHeader title="Clinical values" description={<Summary clinicName={clinicName} values={values} />} />
      <ValueFilters search={search} values={values} found={shown.length} change={change} />
      <div className={classes.page}>
        <SectionNav search={search} values={values} change={change} />
        <div>
          {shown.length === 0 ? (
            <EmptyState title="No value matches.">Take a filter off, or search for another word.</EmptyState>
          ) : (
            <ValueTable values={shown} cursor={cursor} onOpen={(key) => change({ value: key })} />
          )}
        </div>
      </div>
      {opened === undefined ? null : (
        <ValuePanel
          key={`${opened.about.key} ${opened.last?.version ?? 0}`}
          clinicName={clinicName}
          kept={opened}
          onClose={() => change({ value: undefined })}
        />
      )}
    </>
  );
}

function Summary({ clinicName, values }: { clinicName: string; values: KeptValue[] }) {
  const who = useSession();
  const changed = values.filter(({ isChanged }) => isChanged).length;
  const open = values.filter(isUnconfirmed).length;
  const permission = canKeepValue(who, { keeper: 'clinic' });
  return (
    <>
      {clinicName}: {values.length} values without a published authority, {changed} changed here, {open} not
      confirmed yet.
      {permission.allowed ? '' : ` ${permission.sentence}`}{' '}
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/clinical-values/thresholds" />}>
        Thresholds of the outcome measures
      </Anchor>
    </>
  );
}

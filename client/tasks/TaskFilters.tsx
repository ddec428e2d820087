import { Group, SegmentedControl, Select } from '@mantine/core';
import { ROLE_LABEL } from '#shared/platform/actor.ts';
import { TASK_KINDS } from '#shared/tasks/model.ts';
import { useSession } from '#client/platform/session.ts';
import type { TaskSearch } from './task-search.ts';

interface TaskFiltersProps {
  search: TaskSearch;
  onChange: (change: TaskSearch) => void;
}

const KINDS = Object.entries(TASK_KINDS).map(([value, { label }]) => ({ value, label }));

const isOneOf = <Value extends string>(values: readonly Value[], value: string): value is Value =>
  values.some((one) => one === value);

/** Whose tasks, open or done, of which kind. */
export function TaskFilters({ search, onChange }: TaskFiltersProps) {
  const { role } = useSession();
  return (
    <Group gap="sm" mb="sm" px="lg" data-no-print>
      <SegmentedControl
        size="xs"
        aria-label="Open or done"
        value={search.status ?? 'open'}
        data={[
          { value: 'open', label: 'Open' },
          { value: 'done', label: 'Done' },
        ]}
        onChange={(status) => onChange({ status: status === 'done' ? 'done' : undefined })}
      />
      <SegmentedControl
        size="xs"
        aria-label="Whose"
        value={search.whose ?? 'all'}
        data={[
          { value: 'all', label: 'All' },
          { value: 'mine', label: 'Mine' },
          { value: 'role', label: `For any ${ROLE_LABEL[role]}` },
        ]}
        onChange={(whose) =>
          onChange({ whose: isOneOf(['mine', 'role'] as const, whose) ? whose : undefined })
        }
      />
      <Select
        size="xs"
        aria-label="Kind"
        placeholder="Every kind"
        clearable
        w={190}
        data={KINDS}
        value={search.kind ?? null}
        onChange={(kind) => onChange({ kind: kind ?? undefined })}
      />
    </Group>
  );
}

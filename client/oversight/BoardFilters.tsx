import { Button, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState, type Ref } from 'react';
import { BOARD_STATE, BOARD_STATES, BoardState } from '#shared/oversight/board-states.ts';
import { BoardFilter, type BoardFilter as Filter } from '#shared/oversight/contract.ts';
import { staffQuery } from '#client/platform/session.ts';
import { SavedViews } from './SavedViews.tsx';
import classes from './Board.module.css';

interface BoardFiltersProps {
  ref: Ref<HTMLInputElement>;
  filter: Filter;
  therapists: readonly { staffMemberId: string; name: string }[];
  onChange: (change: Partial<Filter>) => void;
}

const TYPING_PAUSE_MILLISECONDS = 250;
const SORTS = [
  { value: 'worst', label: 'Worst first' },
  { value: 'waiting', label: 'Longest waiting' },
  { value: 'name', label: 'Name' },
];

/** Narrows and sorts the board; everything it says is in the URL, so a view can be kept and sent. */
export function BoardFilters({ ref, filter, therapists, onChange }: BoardFiltersProps) {
  const [diagnosis, setDiagnosis] = useState(filter.diagnosis ?? '');
  const search = useDebouncedCallback(
    (text: string) => onChange({ diagnosis: text.trim() || undefined }),
    TYPING_PAUSE_MILLISECONDS,
  );
  const { data } = useQuery(staffQuery);
  const clear = () => {
    setDiagnosis('');
    onChange({
      lane: undefined,
      state: undefined,
      therapistId: undefined,
      clinicId: undefined,
      diagnosis: undefined,
      sort: undefined,
    });
  };
  const isNarrowed = Object.values(filter).some((value) => value !== undefined);
  return (
    <Group gap="xs" className={classes.filters} role="search" aria-label="Filter the board" data-no-print>
      <TextInput
        ref={ref}
        aria-label="Diagnosis contains"
        placeholder="Diagnosis ( / )"
        value={diagnosis}
        w={170}
        miw={120}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          setDiagnosis('');
          onChange({ diagnosis: undefined });
          event.currentTarget.blur();
        }}
        onChange={(event) => {
          setDiagnosis(event.currentTarget.value);
          search(event.currentTarget.value);
        }}
      />
      <Select
        aria-label="State"
        placeholder="Any state"
        w={150}
        clearable
        data={BOARD_STATES.map((state) => ({
          value: state,
          label: BOARD_STATE[state].word.charAt(0) + BOARD_STATE[state].word.slice(1).toLowerCase(),
        }))}
        value={filter.state ?? null}
        onChange={(value) => onChange({ state: value === null ? undefined : BoardState.parse(value) })}
      />
      <Select
        aria-label="Therapist"
        placeholder="Any therapist"
        w={170}
        clearable
        searchable
        data={therapists.map(({ staffMemberId, name }) => ({ value: staffMemberId, label: name }))}
        value={filter.therapistId ?? null}
        onChange={(value) => onChange({ therapistId: value ?? undefined })}
      />
      {data !== undefined && data.clinics.length > 1 ? (
        <Select
          aria-label="Clinic"
          placeholder="Any clinic"
          w={170}
          clearable
          data={data.clinics.map(({ clinicId, name }) => ({ value: clinicId, label: name }))}
          value={filter.clinicId ?? null}
          onChange={(value) => onChange({ clinicId: value ?? undefined })}
        />
      ) : null}
      <Select
        aria-label="Order"
        w={150}
        data={SORTS}
        allowDeselect={false}
        value={filter.sort ?? 'worst'}
        onChange={(value) =>
          onChange({ sort: value === 'worst' ? undefined : BoardFilter.shape.sort.parse(value ?? undefined) })
        }
      />
      {isNarrowed ? (
        <Button variant="subtle" size="compact-sm" onClick={clear}>
          Clear
        </Button>
      ) : null}
      <SavedViews
        filter={filter}
        onOpen={(view) => {
          setDiagnosis(view.diagnosis ?? '');
          onChange(view);
        }}
      />
    </Group>
  );
}

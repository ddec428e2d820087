import { Autocomplete } from '@mantine/core';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect, useState, type ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import { ClientProblem } from '#client/platform/client-problem.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { DataTable, type DataColumn } from './DataTable.tsx';
import { DisabledReason } from './DisabledReason.tsx';
import { NumberField } from './NumberField.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';
import { QueryBoundary } from './QueryBoundary.tsx';
import { SideWorkspace } from './SideWorkspace.tsx';
import { ThemeProvider } from './ThemeProvider.tsx';

function show(part: ReactNode) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const view = render(
    <ThemeProvider env="test">
      <QueryClientProvider client={queryClient}>{part}</QueryClientProvider>
    </ThemeProvider>,
  );
  return { ...view, queryClient, user: userEvent.setup() };
}

const incomplete = new ClientProblem({
  type: '',
  title: 'The prescription is not complete',
  status: 422,
  code: 'incomplete-prescription',
  detail: 'One thing is missing.',
  issues: [{ path: 'body.weightBearing', code: 'missing', message: 'Weight bearing is needed.' }],
});

interface Person {
  id: string;
  name: string;
  odi: number | undefined;
}

const people: Person[] = [
  { id: '1', name: 'Okafor, Grace', odi: 50 },
  { id: '2', name: 'Ávila, José', odi: undefined },
  { id: '3', name: 'brandt, Tom', odi: 8 },
];

const columns: DataColumn<Person>[] = [
  { id: 'name', header: 'Name', cell: (row) => row.name, sortBy: (row) => row.name, isRowHeader: true },
  {
    id: 'odi',
    header: 'ODI',
    cell: (row) => row.odi ?? 'no score',
    sortBy: (row) => row.odi,
    align: 'right',
  },
];

const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);
const idOf = (row: Person) => row.id;

test('a table sorts names as a person would file them, and numbers by size with the missing last both ways', async () => {
  const { user } = show(<DataTable label="People" columns={columns} rows={people} idOf={idOf} />);
  expect(names()).toEqual(['Okafor, Grace', 'Ávila, José', 'brandt, Tom']);
  await user.click(screen.getByRole('button', { name: 'Name' }));
  expect(names()).toEqual(['Ávila, José', 'brandt, Tom', 'Okafor, Grace']);
  await user.click(screen.getByRole('button', { name: 'ODI' }));
  expect(names()).toEqual(['brandt, Tom', 'Okafor, Grace', 'Ávila, José']);
  await user.click(screen.getByRole('button', { name: 'ODI' }));
  expect(names()).toEqual(['Okafor, Grace', 'brandt, Tom', 'Ávila, José']);
  expect(screen.getByRole('columnheader', { name: 'ODI' }).getAttribute('aria-sort')).toBe('descending');
  await user.click(screen.getByRole('button', { name: 'ODI' }));
  expect(names()).toEqual(['Okafor, Grace', 'Ávila, José', 'brandt, Tom']);
});

test('j and k move over the rows and Enter opens the one under the cursor', async () => {
  const onOpen = vi.fn();
  const { user } = show(
    <DataTable label="People" columns={columns} rows={people} idOf={idOf} onOpen={onOpen} />,
  );
  await user.keyboard('jjk{Enter}');
  expect(onOpen.mock.calls).toEqual([[people[0]]]);
  await user.keyboard('jjjjj{Enter}');
  expect(onOpen).toHaveBeenLastCalledWith(people[2]);
  expect(document.activeElement?.textContent).toContain('brandt');
});

test('a problem takes focus, and each issue leads to its field', async () => {
  const { user } = show(
    <>
      <ProblemAlert error={incomplete} />
      <input aria-label="Weight bearing" name="weightBearing" />
    </>,
  );
  expect(document.activeElement?.getAttribute('role')).toBe('alert');
  await user.click(screen.getByRole('button', { name: 'Weight bearing is needed.' }));
  expect(document.activeElement).toBe(screen.getByLabelText('Weight bearing'));
});

test('a list says loading, failed with a way out, empty, and then its rows', async () => {
  let reply: () => Promise<string[]> = () => Promise.reject(incomplete);
  function List() {
    const query = useQuery({ queryKey: ['list'], queryFn: () => reply() });
    return (
      <QueryBoundary query={query} isEmpty={(rows) => rows.length === 0} empty={<p>Nobody waits.</p>}>
        {(rows) => <p>{rows.join()}</p>}
      </QueryBoundary>
    );
  }
  const { user, queryClient } = show(<List />);
  expect(screen.getByRole('status').textContent).toBe('Loading');
  expect((await screen.findByRole('alert')).textContent).toContain('One thing is missing.');
  reply = async () => [];
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('Nobody waits.');
  reply = async () => ['Okafor'];
  await queryClient.invalidateQueries();
  await screen.findByText('Okafor');
});

test('a refresh that fails keeps the rows and says that they are old', async () => {
  let failing = false;
  function List() {
    const query = useQuery({
      queryKey: ['list'],
      queryFn: async () => {
        if (failing) throw incomplete;
        return ['Okafor'];
      },
    });
    return <QueryBoundary query={query}>{(rows) => <p>{rows.join()}</p>}</QueryBoundary>;
  }
  const { queryClient } = show(<List />);
  await screen.findByText('Okafor');
  failing = true;
  await queryClient.invalidateQueries();
  expect((await screen.findByRole('alert')).textContent).toContain('This may be out of date');
  expect(screen.getByText('Okafor')).toBeDefined();
});

test('a form that opens on a list of suggestions keeps it folded until one asks for it', async () => {
  const { user } = show(
    <SideWorkspace opened title="Ask for a change" onClose={() => undefined}>
      <Autocomplete label="Exercise" placeholder="Find" data={['Bridge', 'Squat']} />
    </SideWorkspace>,
  );
  const field = await screen.findByPlaceholderText('Find');
  await waitFor(() => expect(document.activeElement).toBe(field));

  expect(screen.queryByRole('option')).toBeNull();
  await user.type(field, 'Br');
  expect(await screen.findByRole('option', { name: 'Bridge' })).toBeDefined();
});

test('a form that is still loading gives the focus to its first field when that comes', async () => {
  function Late() {
    const [isHere, setIsHere] = useState(false);
    useEffect(() => {
      const timer = setTimeout(() => setIsHere(true), 60);
      return () => clearTimeout(timer);
    }, []);
    return isHere ? <input aria-label="Patient" /> : <p>Loading</p>;
  }
  show(
    <SideWorkspace opened title="Plan a session" onClose={() => undefined}>
      <Late />
    </SideWorkspace>,
  );
  const field = await screen.findByLabelText('Patient');
  await waitFor(() => expect(document.activeElement).toBe(field));
});

test('an empty number is not zero, and a number out of range stays as typed', async () => {
  const seen: (number | null)[] = [];
  function Field() {
    const [value, setValue] = useState<number | null>(12);
    const change = (next: number | null) => {
      seen.push(next);
      setValue(next);
    };
    return <NumberField label="Load" unit="kg" min={0} max={20} value={value} onChange={change} />;
  }
  const { user } = show(<Field />);
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Load (kg)' });
  await user.clear(field);
  expect(seen.at(-1)).toBeNull();
  await user.type(field, '140');
  await user.tab();
  expect(seen.at(-1)).toBe(140);
  expect(field.value).toBe('140');
});

test.each([
  ['12.5', 'Whole numbers only.', 12.5],
  ['2,5', 'Whole numbers only.', 2.5],
  ['1e1', 'Not a number.', null],
  ['900', '0 to 480.', 900],
])('"%s" in a field of whole minutes stays as typed and is marked', async (typed, problem, number) => {
  const seen: (number | null)[] = [];
  function Field() {
    const [value, setValue] = useState<number | null>(null);
    const change = (next: number | null) => {
      seen.push(next);
      setValue(next);
    };
    return <NumberField label="Minutes" min={0} max={480} value={value} onChange={change} />;
  }
  const { user } = show(<Field />);
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Minutes' });
  await user.type(field, typed);
  await user.tab();
  expect(field.value).toBe(typed);
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText(problem)).toBeTruthy();
  expect(seen.at(-1)).toBe(number);
  expect(seen).not.toContain(125);
});

test('a choice is made by its number while the field has focus', async () => {
  function Field() {
    const [value, setValue] = useState<'free' | 'ask' | null>(null);
    const choices = [
      { value: 'free', label: 'free' },
      { value: 'ask', label: 'ask' },
    ] as const;
    return <ChoiceField label="Authority" choices={choices} value={value} onChange={setValue} withNumbers />;
  }
  const { user } = show(<Field />);
  await user.tab();
  await user.keyboard('2');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'ask' }).checked).toBe(true);
});

test('a refused button can be reached, does nothing, and says why', async () => {
  const sign = vi.fn();
  const { user } = show(
    <DisabledReason reason="Only a physiatrist signs prescriptions.">
      <button type="button" onClick={sign}>
        Sign
      </button>
    </DisabledReason>,
  );
  const button = screen.getByRole('button', {
    name: 'Sign',
    description: 'Only a physiatrist signs prescriptions.',
  });
  await user.tab();
  expect(document.activeElement).toBe(button);
  await user.keyboard('{Enter}');
  expect(sign).not.toHaveBeenCalled();
});

test('a side workspace starts in its first field, closes with Esc, and gives focus back', async () => {
  function Page() {
    const [opened, setOpened] = useState(false);
    return (
      <>
        <button type="button" onClick={() => setOpened(true)}>
          Decide
        </button>
        <SideWorkspace
          opened={opened}
          onClose={() => setOpened(false)}
          title="Decision"
          banner={<p>Okafor, Grace</p>}
        >
          <input aria-label="Why" />
        </SideWorkspace>
      </>
    );
  }
  const { user } = show(<Page />);
  await user.click(screen.getByRole('button', { name: 'Decide' }));
  const panel = within(screen.getByRole('dialog', { name: 'Decision' }));
  expect(panel.getByText('Okafor, Grace')).toBeDefined();
  await waitFor(() => expect(document.activeElement).toBe(panel.getByLabelText('Why')));
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Decide' })));
});

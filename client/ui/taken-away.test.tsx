import { useQuery, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ClientProblem } from '#client/platform/client-problem.ts';
import { createQueryClient } from '#client/platform/query-client.ts';
import { QueryBoundary } from './QueryBoundary.tsx';
import { ThemeProvider } from './ThemeProvider.tsx';

const refusal = (code: 'not-found' | 'forbidden' | 'unavailable', status: number) =>
  new ClientProblem({ type: `/problems/${code}`, title: 'Refused', status, code });

function aChart(answers: (() => string)[]) {
  const client = createQueryClient();
  client.setQueryData(['patient', 'p1', 'history'], 'Injection in May');
  function Chart() {
    const chart = useQuery({
      queryKey: ['patient', 'p1'],
      queryFn: () => answers.shift()?.() ?? '',
      retry: false,
    });
    return <QueryBoundary query={chart}>{(text) => <p>{text}</p>}</QueryBoundary>;
  }
  render(
    <ThemeProvider env="test">
      <QueryClientProvider client={client}>
        <Chart />
      </QueryClientProvider>
    </ThemeProvider>,
  );
  return client;
}

test.each([
  ['not-found', 404],
  ['forbidden', 403],
] as const)('a chart that is %s all at once goes from the screen and from memory', async (code, status) => {
  const client = aChart([
    () => 'Lumbar radiculopathy',
    () => {
      throw refusal(code, status);
    },
  ]);
  await screen.findByText('Lumbar radiculopathy');

  await act(() => client.invalidateQueries({ queryKey: ['patient'] }));

  expect(await screen.findByText('Go to your first page')).toBeTruthy();
  expect(screen.queryByText('Lumbar radiculopathy')).toBeNull();
  expect(client.getQueryData(['patient', 'p1', 'history'])).toBeUndefined();
});

test('a chart that cannot be refreshed because the server is away stays, and says that it is old', async () => {
  const client = aChart([
    () => 'Lumbar radiculopathy',
    () => {
      throw refusal('unavailable', 503);
    },
  ]);
  await screen.findByText('Lumbar radiculopathy');

  await act(() => client.invalidateQueries({ queryKey: ['patient'] }));

  expect(await screen.findByText('This may be out of date')).toBeTruthy();
  expect(screen.getByText('Lumbar radiculopathy')).toBeTruthy();
});

test('a change that finds nothing asks for everything on screen again', async () => {
  const client = aChart([
    () => 'Lumbar radiculopathy',
    () => {
      throw refusal('not-found', 404);
    },
  ]);
  await screen.findByText('Lumbar radiculopathy');
  const change = client.getMutationCache().build(client, {
    mutationFn: () => Promise.reject(refusal('not-found', 404)),
  });

  await act(() => change.execute(undefined).catch(() => undefined));

  expect(await screen.findByText('Go to your first page')).toBeTruthy();
});

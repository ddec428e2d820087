import { QueryClient } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { countMoved, inHeldOrder } from './held-order.ts';
import { connectLive, keysTouchedBy, useLiveState, type LiveSource } from './live.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function aSource() {
  const source: LiveSource = { onopen: null, onmessage: null, onerror: null, readyState: 0, close: vi.fn() };
  return {
    source,
    say: (event: unknown) => source.onmessage?.(new MessageEvent('message', { data: JSON.stringify(event) })),
  };
}

test('an event names the screens to refetch, and the one episode it is about', () => {
  expect(keysTouchedBy({ topic: 'board, today', episodeId: 'e1' })).toEqual([
    ['board'],
    ['today'],
    ['episode', 'e1'],
  ]);
  expect(keysTouchedBy({ topic: 'episode', episodeId: 'e1', patientId: null })).toEqual([['episode', 'e1']]);
  expect(keysTouchedBy({ topic: 'patient', patientId: 'p1' })).toEqual([['patient', 'p1']]);
});

test('a burst of events refetches each screen once', async () => {
  const queryClient = new QueryClient();
  const invalidate = vi.spyOn(queryClient, 'invalidateQueries').mockResolvedValue();
  const { source, say } = aSource();
  const close = connectLive(queryClient, () => source);
  for (let signed = 0; signed < 20; signed += 1) say({ topic: 'board', episodeId: 'e1' });
  say('nonsense');
  await vi.advanceTimersByTimeAsync(300);
  expect(invalidate.mock.calls).toEqual([[{ queryKey: ['board'] }], [{ queryKey: ['episode', 'e1'] }]]);
  close();
  expect(source.close).toHaveBeenCalled();
});

test('after a lost connection everything is fetched again, because events were missed', () => {
  const queryClient = new QueryClient();
  const invalidate = vi.spyOn(queryClient, 'invalidateQueries').mockResolvedValue();
  const { source } = aSource();
  const close = connectLive(queryClient, () => source);
  source.onopen?.(new Event('open'));
  expect(invalidate).not.toHaveBeenCalled();
  source.onerror?.(new Event('error'));
  source.onopen?.(new Event('open'));
  expect(invalidate).toHaveBeenCalledWith();
  close();
});

test('a device whose network is away says so at once, and connects anew when it is back', () => {
  const queryClient = new QueryClient();
  vi.spyOn(queryClient, 'invalidateQueries').mockResolvedValue();
  const { source } = aSource();
  const open = vi.fn(() => source);
  const close = connectLive(queryClient, open);
  source.onopen?.(new Event('open'));
  const { result } = renderHook(() => useLiveState());
  expect(result.current).toBe('live');

  act(() => void window.dispatchEvent(new Event('offline')));
  expect(result.current).toBe('lost');

  act(() => void window.dispatchEvent(new Event('online')));
  expect(open).toHaveBeenCalledTimes(2);
  act(() => source.onopen?.(new Event('open')));
  expect(result.current).toBe('live');
  close();
});

test('rows keep their place with fresh contents; gone rows leave and new ones wait at the end', () => {
  const fresh = ['d', 'c', 'a'].map((id) => ({ id, score: 1 }));
  expect(inHeldOrder(['a', 'b', 'c'], fresh, (row) => row.id).map((row) => row.id)).toEqual(['a', 'c', 'd']);
});

test('the count on the button is the rows that moved, not those that were pushed', () => {
  expect(countMoved(['a', 'b', 'c', 'd'], ['a', 'b', 'c', 'd'])).toBe(0);
  expect(countMoved(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])).toBe(1);
  expect(countMoved(['a', 'b', 'c', 'd'], ['d', 'c', 'b', 'a'])).toBe(3);
});

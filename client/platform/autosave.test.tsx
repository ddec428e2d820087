import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAutosave, type SaveStatus } from './autosave-engine.ts';
import { ClientProblem, offlineProblem } from './client-problem.ts';
import { useAutosave } from './use-autosave.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const refusal = (code: string, status: number) =>
  new ClientProblem({ type: '', title: 'Refused', status, code });

function anAutosave(save: (value: string, expectedVersion: number) => Promise<number>) {
  const seen: SaveStatus[] = [];
  const engine = createAutosave<string>({
    version: 1,
    delayMs: 500,
    save,
    onStatus: (status) => seen.push(status),
  });
  return { engine, kinds: () => seen.map((status) => status.kind) };
}

test('a value is saved once, after the person stopped changing it', async () => {
  const save = vi.fn(async (_value: string, version: number) => version + 1);
  const { engine, kinds } = anAutosave(save);
  engine.change('p');
  engine.change('pa');
  engine.change('pain');
  await vi.advanceTimersByTimeAsync(499);
  expect(save).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(save.mock.calls).toEqual([['pain', 1]]);
  expect(kinds().at(-1)).toBe('saved');
});

test('each save stands on the version that the one before it made', async () => {
  const versions: number[] = [];
  const { engine } = anAutosave(async (_value, version) => {
    versions.push(version);
    return version + 1;
  });
  for (const text of ['a', 'b', 'c']) {
    engine.change(text);
    await vi.advanceTimersByTimeAsync(500);
  }
  expect(versions).toEqual([1, 2, 3]);
  expect(engine.version()).toBe(4);
});

test('text typed while a save is under way is saved after it, never beside it', async () => {
  let finish = (_version: number) => {};
  const save = vi.fn(
    (_value: string, _version: number) => new Promise<number>((resolve) => (finish = resolve)),
  );
  const { engine } = anAutosave(save);
  engine.change('first');
  await vi.advanceTimersByTimeAsync(500);
  engine.change('second');
  await vi.advanceTimersByTimeAsync(5000);
  expect(save).toHaveBeenCalledTimes(1);
  finish(2);
  await vi.advanceTimersByTimeAsync(0);
  expect(save.mock.calls).toEqual([
    ['first', 1],
    ['second', 2],
  ]);
});

test('offline the text waits and is sent by itself when the network is back', async () => {
  let online = false;
  const save = vi.fn(async (_value: string, version: number) => {
    if (!online) throw offlineProblem(undefined);
    return version + 1;
  });
  const { engine, kinds } = anAutosave(save);
  engine.change('kept');
  await vi.advanceTimersByTimeAsync(500);
  expect(kinds().at(-1)).toBe('offline');
  online = true;
  await vi.advanceTimersByTimeAsync(5000);
  expect(kinds().at(-1)).toBe('saved');
  expect(save.mock.calls.at(-1)).toEqual(['kept', 1]);
});

test('a stale version stops saving until a person has chosen', async () => {
  let stored = 7;
  const save = vi.fn(async (_value: string, version: number) => {
    if (version !== stored) throw refusal('stale-version', 412);
    stored += 1;
    return stored;
  });
  const { engine, kinds } = anAutosave(save);
  engine.change('mine');
  await vi.advanceTimersByTimeAsync(500);
  engine.change('mine, longer');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(save).toHaveBeenCalledTimes(1);
  expect(kinds().at(-1)).toBe('stale');
  engine.continueFrom(7);
  await vi.advanceTimersByTimeAsync(0);
  expect(save.mock.calls.at(-1)).toEqual(['mine, longer', 7]);
  expect(kinds().at(-1)).toBe('saved');
});

test('a refused value is not sent again until it changes', async () => {
  const save = vi.fn(async (value: string, version: number) => {
    if (value === 'bad') throw refusal('invalid-input', 400);
    return version + 1;
  });
  const { engine, kinds } = anAutosave(save);
  engine.change('bad');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(save).toHaveBeenCalledTimes(1);
  expect(kinds().at(-1)).toBe('failed');
  engine.change('good');
  await vi.advanceTimersByTimeAsync(500);
  expect(kinds().at(-1)).toBe('saved');
});

test('what is unsaved when the page goes is sent at once', async () => {
  const save = vi.fn(async (_value: string, version: number) => version + 1);
  const { engine } = anAutosave(save);
  engine.change('last words');
  engine.dispose();
  await vi.advanceTimersByTimeAsync(0);
  expect(save.mock.calls).toEqual([['last words', 1]]);
});

test('text restored from the device is saved although nobody changed it again', async () => {
  const save = vi.fn(async (_value: string, version: number) => version + 1);
  function Form() {
    const { status } = useAutosave('restored', save, { version: 2, saved: 'older' });
    return <p>{status.kind}</p>;
  }
  render(<Form />);
  await act(() => vi.advanceTimersByTimeAsync(800));
  expect(save.mock.calls).toEqual([['restored', 2]]);
  expect(screen.getByText('saved')).toBeDefined();
});

test('the hook keeps the text on the device until the server has it, and signs the newest version', async () => {
  const draft = { keep: vi.fn(), clear: vi.fn() };
  const save = vi.fn(async (_value: { note: string }, version: number) => version + 1);
  let saveNow = async () => ({ saved: false, version: 0 });
  function Form({ note }: { note: string }) {
    const autosave = useAutosave({ note }, save, { version: 4, draft });
    saveNow = autosave.saveNow;
    return <p>{autosave.status.kind}</p>;
  }
  const { rerender } = render(<Form note="" />);
  expect(screen.getByText('idle')).toBeDefined();
  rerender(<Form note="better" />);
  expect(draft.keep).toHaveBeenCalledWith({ note: 'better' });
  let answer = { saved: false, version: 0 };
  await act(async () => {
    answer = await saveNow();
  });
  expect(answer).toEqual({ saved: true, version: 5 });
  expect(draft.clear).toHaveBeenCalled();
  expect(screen.getByText('saved')).toBeDefined();
});

test('what was thrown away is not saved again when the page goes', async () => {
  const save = vi.fn(async () => {
    throw refusal('invalid-input', 400);
  });
  const { engine } = anAutosave(save);
  engine.change('bad');
  await vi.advanceTimersByTimeAsync(500);
  engine.drop();
  engine.dispose();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(save).toHaveBeenCalledTimes(1);
});

test('nothing is saved beside a signature that waits; it is saved when the signature is taken back', async () => {
  const save = vi.fn(async (_value: string, version: number) => version + 1);
  const { engine } = anAutosave(save);
  engine.change('signed');
  engine.hold(true);
  await vi.advanceTimersByTimeAsync(10_000);
  await engine.flush();
  expect(save).not.toHaveBeenCalled();
  engine.hold(false);
  await vi.advanceTimersByTimeAsync(500);
  expect(save.mock.calls).toEqual([['signed', 1]]);
});

test('nothing is saved when the signature has arrived and its page goes', async () => {
  const save = vi.fn(async (_value: string, version: number) => version + 1);
  const { engine } = anAutosave(save);
  engine.change('signed');
  engine.hold(true);
  engine.hold(false);
  engine.dispose();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(save).not.toHaveBeenCalled();
});

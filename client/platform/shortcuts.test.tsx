import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { useShortcutGroups, useShortcuts, useSingleKeys } from './shortcuts.ts';

afterEach(() => localStorage.clear());

function Page({ onNext, onOpen, onSave }: { onNext?: () => void; onOpen?: () => void; onSave?: () => void }) {
  useShortcuts('Board', [
    { keys: 'j', does: 'Next row', run: () => onNext?.() },
    { keys: 'Enter', does: 'Open', run: () => onOpen?.() },
    { keys: 'mod+s', does: 'Save', run: () => onSave?.() },
  ]);
  return (
    <>
      <label>
        Note <textarea />
      </label>
      <label>
        Confirmed <input type="checkbox" />
      </label>
      <button type="button">Cancel</button>
    </>
  );
}

test('a letter acts on the page and is left alone while somebody types', async () => {
  const onNext = vi.fn();
  const user = userEvent.setup();
  render(<Page onNext={onNext} />);
  await user.keyboard('j');
  expect(onNext).toHaveBeenCalledTimes(1);
  await user.type(screen.getByLabelText('Note'), 'jog');
  expect(onNext).toHaveBeenCalledTimes(1);
  expect(screen.getByLabelText<HTMLTextAreaElement>('Note').value).toBe('jog');
  await user.click(screen.getByLabelText('Confirmed'));
  await user.keyboard('j');
  expect(onNext).toHaveBeenCalledTimes(2);
});

test('Enter on a button presses the button', async () => {
  const onOpen = vi.fn();
  const user = userEvent.setup();
  render(<Page onOpen={onOpen} />);
  screen.getByText('Cancel').focus();
  await user.keyboard('{Enter}');
  expect(onOpen).not.toHaveBeenCalled();
  screen.getByText('Cancel').blur();
  await user.keyboard('{Enter}');
  expect(onOpen).toHaveBeenCalledTimes(1);
});

test('a key with Ctrl acts also while typing, and the plain letter does not', async () => {
  const onSave = vi.fn();
  const user = userEvent.setup();
  render(<Page onSave={onSave} />);
  await user.click(screen.getByLabelText('Note'));
  await user.keyboard('s');
  expect(onSave).not.toHaveBeenCalled();
  await user.keyboard('{Control>}s{/Control}');
  expect(onSave).toHaveBeenCalledTimes(1);
});

test('the keys of an open dialog act, those of the page behind it do not', async () => {
  const onNext = vi.fn();
  const onSign = vi.fn();
  function Dialog() {
    useShortcuts('Decision', [{ keys: 's', does: 'Sign', run: onSign }], { inDialog: true });
    return <div role="dialog" aria-modal="true" />;
  }
  const user = userEvent.setup();
  render(
    <>
      <Page onNext={onNext} />
      <Dialog />
    </>,
  );
  await user.keyboard('js');
  expect(onNext).not.toHaveBeenCalled();
  expect(onSign).toHaveBeenCalledTimes(1);
});

test('single letters can be turned off, and the rest stays', async () => {
  const onNext = vi.fn();
  const onOpen = vi.fn();
  function Setting() {
    const { on, turn } = useSingleKeys();
    return (
      <button type="button" onClick={() => turn(!on)}>
        {on ? 'Turn off' : 'Turn on'}
      </button>
    );
  }
  const user = userEvent.setup();
  render(
    <>
      <Page onNext={onNext} onOpen={onOpen} />
      <Setting />
    </>,
  );
  await user.click(screen.getByText('Turn off'));
  screen.getByText('Turn on').blur();
  await user.keyboard('j{Enter}');
  expect(onNext).not.toHaveBeenCalled();
  expect(onOpen).toHaveBeenCalledTimes(1);
});

test('the sheet lists what acts, and forgets it when the page is left', () => {
  function Sheet() {
    return (
      <p>
        {useShortcutGroups()
          .flatMap((group) => group.shortcuts.map((one) => one.does))
          .join(', ')}
      </p>
    );
  }
  const { rerender } = render(
    <>
      <Page />
      <Sheet />
    </>,
  );
  expect(screen.getByText('Next row, Open, Save')).toBeDefined();
  rerender(<Sheet />);
  expect(screen.queryByText(/Next row/)).toBeNull();
});

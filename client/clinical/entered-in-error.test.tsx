import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderScreen } from '#tests/support/render-screen.tsx';
import { EnteredInErrorDialog } from './EnteredInErrorDialog.tsx';
import { ErrorMark, StruckOut } from './StruckOut.tsx';

const ask = (mutate = vi.fn(), error: unknown = null) => {
  const onClose = vi.fn();
  const part = (
    <EnteredInErrorDialog
      name="Knee injection"
      mark={{ mutate, isPending: false, error }}
      onClose={onClose}
    />
  );
  return { ...renderScreen({ path: '/here', part }), mutate, onClose };
};

test('nothing is marked without a reason', async () => {
  const { user, mutate } = ask();
  await user.click(await screen.findByRole('button', { name: 'Mark as entered in error' }));
  expect(mutate).not.toHaveBeenCalled();
  expect(screen.getByText('Say why first.')).toBeDefined();
});

test('the reason goes with the mark, and the question closes once it is stored', async () => {
  const mutate = vi.fn((_reason: string, then: { onSuccess: () => void }) => then.onSuccess());
  const { user, onClose } = ask(mutate);
  await user.type(await screen.findByLabelText('Why'), 'Wrong chart');
  await user.click(screen.getByRole('button', { name: 'Mark as entered in error' }));
  expect(mutate).toHaveBeenCalledWith('Wrong chart', expect.anything());
  expect(onClose).toHaveBeenCalled();
});

test('what is struck through stays readable and says who, when and why', async () => {
  const mark = { at: '2026-11-21T15:04:00Z', by: 'Amara Rivera, MD', reason: 'Wrong chart' };
  renderScreen({
    path: '/here',
    part: (
      <>
        <StruckOut mark={mark}>Knee injection</StruckOut>
        <ErrorMark mark={mark} />
      </>
    ),
  });
  expect((await screen.findByText('Knee injection')).className).toMatch(/struck/);
  expect(screen.getByText(/Entered in error 21 Nov 10:04, Amara Rivera, MD: Wrong chart/)).toBeDefined();
});

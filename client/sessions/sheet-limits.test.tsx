import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { ICD_10_CM } from '#shared/patients/code-systems.ts';
import { proposePrecautions } from '#shared/prescriptions/precautions.ts';
import { aSheet } from '#tests/support/a-sheet.ts';
import { ME, openSheet, rowOf, seeDraft } from '#tests/support/open-sheet.tsx';

describe('what the sheet does not let pass', () => {
  test('the precautions of what is given are acknowledged with one click, by whom and when', async () => {
    const sheet = aSheet();
    const precautions = proposePrecautions([
      { code: 'I25.10', codeSystem: ICD_10_CM, status: 'active' },
      { code: 'E11.9', codeSystem: ICD_10_CM, status: 'active' },
    ]);
    const { prescription } = sheet;
    if (prescription === null) throw new Error('the sheet has a prescription');
    const content = { ...prescription.content, precautions };
    const { user } = await openSheet({ ...sheet, prescription: { ...prescription, content } });
    const panel = within(screen.getByRole('region', { name: 'Precautions of what is given today' }));
    expect(panel.getByText(/carbohydrate first/)).toBeDefined();

    await user.click(panel.getByRole('button', { name: /I have read these \d and take care/ }));

    expect(panel.queryByRole('button')).toBeNull();
    await seeDraft((draft) => {
      expect(draft?.acknowledged?.length).toBeGreaterThan(1);
      expect(draft?.acknowledged?.every(({ byId }) => byId === ME)).toBe(true);
    });
  });

  test('a dose that cannot be says so, and an unusual one is signed only when it is meant', async () => {
    const { user } = await openSheet();
    const sets = () => within(rowOf('Bridge')).getByLabelText(/sets/);

    await user.type(sets(), '40', { initialSelectionStart: 0, initialSelectionEnd: 3 });
    expect(await screen.findByText(/40 sets \(possible: 1 to 30\) cannot be/)).toBeDefined();
    await user.type(sets(), '12', { initialSelectionStart: 0, initialSelectionEnd: 3 });
    await user.click(await screen.findByRole('button', { name: 'It is meant' }));

    expect(screen.queryByText(/unusual/)).toBeNull();
    await seeDraft((draft) => expect(draft?.interventions[0]?.unusual).toBe(true));
  });

  test('an increase that is told says so; one above the limit is refused and can be brought back to it', async () => {
    const { user } = await openSheet();
    const duration = () => within(rowOf('Walking, treadmill')).getByLabelText(/duration/);

    await user.clear(duration());
    await user.type(duration(), '25');
    expect(screen.getByText(/22 min -> 25 min. The physiatrist is told/)).toBeDefined();
    await user.clear(duration());
    await user.type(duration(), '35');
    expect(screen.getByText(/35 min is above the prescribed limit of 30 min/)).toBeDefined();
    await user.click(screen.getByText('Keep 30 min'));

    await seeDraft((draft) => expect(draft?.interventions[1]?.dose).toEqual({ minutes: 30 }));
  });

  test('a closed gate says every reason with what to do', async () => {
    const hold = {
      safetyHoldId: '01930000-0000-7000-8000-000000000050',
      code: 'RF-CES',
      level: 'emergency',
      note: 'Numb',
      openedAt: '2026-11-21T13:00:00Z',
      openedBy: 'Jonas Lindqvist, DPT',
    };
    const gate = {
      consultSigned: false,
      therapistOnTeam: true,
      visitsUsed: 18,
      certification: null,
      holds: [{ ...hold, closedAt: null, elsewhere: null }],
      procedures: [],
    };
    await openSheet(aSheet({ gate }));

    const closed = screen.getByLabelText('The gate is closed');

    for (const reason of [
      /has not signed a consult/,
      /prescribed visits are used/,
      /A safety hold is open/,
    ]) {
      expect(within(closed).getByText(reason)).toBeDefined();
    }
    expect(within(closed).getByText(/Do not treat. Call the physiatrist./)).toBeDefined();
  });

  test('a new version is marked as read only where its changes are shown', async () => {
    const change = (what: string) => ({
      area: 'dose',
      kind: 'changed',
      what,
      before: '6-10 kg',
      after: '6-8 kg',
      path: 'interventions',
      row: what,
    });
    const sheet = aSheet();
    const unread = {
      since: 1,
      differences: ['Lumbar traction', 'Bridge', 'Squat', 'Leg press'].map(change),
    };
    const prescription = { ...sheet.prescription, versionNumber: 2, acknowledged: false, unread };
    const { user } = await openSheet(aSheet({ prescription }));
    expect(screen.queryByText('Mark v2 as read')).toBeNull();

    await user.click(screen.getByText('Show the 4 changes'));

    const changes = screen.getByLabelText('Changes since version 1');
    expect(within(changes).getByText('Leg press')).toBeDefined();
    expect(screen.getByText('Mark v2 as read')).toBeDefined();
  });

  test('a number that cannot be right is marked and named before signing; what is typed after it is kept', async () => {
    const { user } = await openSheet();

    await user.type(screen.getByLabelText(/Pain before/), '12');
    await user.type(screen.getByLabelText('A: Assessment'), 'Better');

    await seeDraft((draft) =>
      expect(draft).toMatchObject({ painBefore: 12, assessment: { text: 'Better' } }),
    );
    expect(screen.getByLabelText(/Pain before/).getAttribute('aria-invalid')).toBe('true');
    await user.click(screen.getByText('Sign session'));
    const list = await screen.findByRole('region', { name: 'Before signing' });
    expect(within(list).getByRole('button', { name: /^Pain before: / })).toBeDefined();
    expect(within(list).getByRole('button', { name: 'Bridge' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Raise: severe or lasting pain' })).toBeNull();
  });

  test('asks about an unusual score before it may be signed', async () => {
    const { user } = await openSheet();

    await user.type(screen.getByLabelText('ODI (%)'), '95');
    await user.click(await screen.findByLabelText(/is unusual/));

    await seeDraft((draft) =>
      expect(draft?.scores).toMatchObject([{ measureCode: 'odi', value: 95, confirmed: true }]),
    );
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { aSheet } from '#tests/support/a-sheet.ts';
import { answer } from '#tests/support/render-screen.tsx';
import { ME, openSheet, rowOf, seeDraft } from '#tests/support/open-sheet.tsx';

describe('the session sheet', () => {
  test('when the patient is here the hands go on in the first field', async () => {
    const sheet = aSheet();
    const session = { ...sheet.session, status: 'planned' as const, arrivedAt: null };
    const { user } = await openSheet({ ...sheet, session }, [
      answer(sessionsApi.arrive, { ...session, status: 'arrived', version: session.version + 1 }),
    ]);

    await user.click(screen.getByRole('button', { name: 'Patient is here' }));

    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/^Pain before/)));
  });

  test('opens with the last session’s values marked as carried, and Enter confirms a row', async () => {
    const { user } = await openSheet();
    expect(screen.getAllByLabelText(/carried from the last session/)).toHaveLength(2);

    await user.click(within(rowOf('Bridge')).getByLabelText(/sets/));
    await user.keyboard('{Enter}');

    expect(screen.getAllByLabelText(/carried from the last session/)).toHaveLength(1);
    await seeDraft((draft) =>
      expect(draft?.interventions.map(({ carried }) => carried)).toEqual([false, true]),
    );
  });

  test('does not ask the server to sign while something is only carried, and lists what waits', async () => {
    const { user } = await openSheet();

    await user.click(screen.getByText('Sign session'));

    const list = await screen.findByRole('region', { name: 'Before signing' });
    expect(within(list).getAllByText(/Carried over from the last session, confirm or change/)).toHaveLength(
      1,
    );
    for (const name of ['Bridge', 'Walking, treadmill', 'Subjective', 'Plan']) {
      expect(within(list).getByRole('button', { name })).toBeDefined();
    }
  });

  test('shows the units with their working as minutes are typed', async () => {
    const { user } = await openSheet();
    expect(screen.getByText('32 timed min, 2 units; 32 treatment min')).toBeDefined();

    await user.click(screen.getByText('Working'));

    expect(
      screen.getByText(/Midpoint rule, each code by itself: 2 units for 32 timed minutes/),
    ).toBeDefined();
    expect(screen.getByText(/By the Medicare rule: 2 units/)).toBeDefined();
  });

  test('says where each part of the note comes from, and keeps who confirmed what was carried', async () => {
    const { user } = await openSheet();
    expect(screen.getAllByText('carried over, first signed 19 Nov, not confirmed')).toHaveLength(2);

    await user.click(screen.getByRole('button', { name: 'Still right: P: Plan' }));
    expect(screen.getByText('carried over, first signed 19 Nov, confirmed by you')).toBeDefined();
    await seeDraft((draft) =>
      expect(draft?.plan).toMatchObject({ carried: false, source: 'carried', confirmedById: ME }),
    );

    // The same words typed again are still the last session's words.
    await user.clear(screen.getByLabelText('S: Subjective'));
    await user.type(screen.getByLabelText('S: Subjective'), 'Slept better.');
    expect(screen.getByRole('button', { name: 'Still right: S: Subjective' })).toBeDefined();
  });

  test('puts today’s numbers into the objective part, marked as measured', async () => {
    const { user } = await openSheet();
    await user.type(screen.getByLabelText(/Pain before/), '5');

    await user.click(await screen.findByText('Put in today’s numbers'));

    await seeDraft((draft) =>
      expect(draft?.objective).toMatchObject({ text: 'Pain 5 before.', source: 'measured' }),
    );
  });

  test('suggests the red flag that the numbers speak for', async () => {
    const { user } = await openSheet();
    await user.type(screen.getByLabelText(/Pain before/), '9');

    await user.click(await screen.findByRole('button', { name: 'Raise: severe or lasting pain' }));

    expect(await screen.findByText('Raise a red flag')).toBeDefined();
    expect(screen.getAllByDisplayValue(/^Severe or lasting pain/).length).toBeGreaterThan(0);
  });

  test('finds what this therapist uses most first, gives what is prescribed and asks for the rest', async () => {
    const sheet = aSheet({ ownUse: { squat: 9, 'heel-raise': 12 } });
    const { user } = await openSheet({ ...sheet });

    await user.keyboard('/');
    const options = (await screen.findAllByRole('option')).map((option) => option.textContent);

    expect(options[0]).toBe('Lumbar traction');
    expect(options[1]).not.toBe('Lumbar traction');
    await user.keyboard('Lumbar{Enter}');
    await seeDraft((draft) =>
      expect(draft?.interventions.map(({ code }) => code)).toContain('lumbar-traction'),
    );
  });

  test('minutes in a group are one untimed unit', async () => {
    const { user } = await openSheet();

    await user.click(screen.getByRole('checkbox', { name: 'Bridge in a group (97150)' }));

    expect(screen.getByText('97150 GP')).toBeDefined();
    expect(screen.getByText('22 timed min, 1 unit; 32 treatment min')).toBeDefined();
    expect(screen.getByLabelText(/^Patients in the group/)).toBeDefined();
  });

  test('the second sheet of a Medicare date shows what the first left, and how', async () => {
    const sheet = aSheet();
    const { user } = await openSheet({
      ...sheet,
      episode: { ...sheet.episode, payerProfile: 'medicare_part_b' },
      allowedCents: 250_000,
      sameDay: {
        services: [{ billingCode: '97116', minutes: 22, assistantMinutes: 0 }],
        billed: [{ units: { '97116': 1 }, untimedUnits: {} }],
      },
    });
    expect(screen.getByText('with 22 timed min signed earlier on this date')).toBeDefined();
    expect(screen.getByText('32 timed min, 3 units; 32 treatment min')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Working' }));
    expect(screen.getByText(/4 units for the 54 timed minutes of the date/)).toBeDefined();
    expect(screen.getByText('97116 GP KX')).toBeDefined();
    expect(screen.getByText(/\$2,500 allowed in 2026, above \$2,480/)).toBeDefined();
  });

  test('an evaluation of the date earns no timed unit, and the date counts it', async () => {
    await openSheet({
      ...aSheet(),
      sameDay: {
        services: [{ billingCode: '97161', minutes: 30, assistantMinutes: 0 }],
        billed: [{ units: {}, untimedUnits: { '97161': 1 } }],
      },
    });
    expect(screen.queryByText(/signed earlier on this date/)).toBeNull();
    expect(screen.getByText(/the date adds up to .*97161 x1; 32 timed minutes, 62 treatment/)).toBeDefined();
  });

  test('treatment minutes that do not fit between beginning and end are said at the end, not as a sum', async () => {
    const { user } = await openSheet();

    await user.type(screen.getByLabelText('Began'), '10:00');
    await user.type(screen.getByLabelText('Ended'), '10:05');

    expect(screen.getByText('32 treatment minutes do not fit into 5 minutes.')).toBeDefined();
    expect(screen.getByLabelText('Ended').getAttribute('aria-invalid')).toBe('true');
    expect(screen.queryByText(/of them/)).toBeNull();
  });

  test('somebody else who took part is named; minutes of an assistant go with the last assistant', async () => {
    const { user } = await openSheet();
    await user.click(screen.getByRole('button', { name: '+ Somebody else took part' }));
    await user.type(screen.getByLabelText('Who took part'), 'Maya Ortiz');
    await user.type(screen.getByLabelText(/Bridge, by an assistant/), '4');
    await seeDraft((draft) => {
      expect(draft?.interventions[0]?.assistantMinutes).toBe(4);
      expect(draft?.tookPart).toMatchObject([{ name: 'Maya Ortiz', as: 'physical-therapist-assistant' }]);
    });
    await user.click(screen.getByRole('button', { name: 'Remove Maya Ortiz' }));

    await seeDraft((draft) => expect(draft?.interventions[0]?.assistantMinutes).toBeNull());
  });

  test('the banner says the side of the diagnosis, in the words of every other page', async () => {
    await openSheet();
    expect(screen.getByText('Lumbar radiculopathy, left (M54.16)')).toBeDefined();
    expect(screen.getByText('none coded')).toBeDefined();
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { ICD_10_CM } from '#shared/patients/code-systems.ts';
import { proposePrecautions } from '#shared/prescriptions/precautions.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import type { SessionContent } from '#shared/sessions/model.ts';
import { aSheet } from '#tests/support/a-sheet.ts';
import { answer, refuse, renderScreen, type Answer } from '#tests/support/render-screen.tsx';
import { queuedSignatures } from './sign-queue.ts';
import { sessionsRoutes } from './routes.tsx';

const THERAPIST = 'physical-therapist';
const ME = '01930000-0000-7000-8000-000000000001';

let drafts: SessionContent[];
beforeEach(() => {
  localStorage.clear();
  drafts = [];
});

const keepDraft = (): Answer =>
  answer(sessionsApi.saveDraft, ({ body }) => {
    const { content, expectedVersion } = body as { content: SessionContent; expectedVersion: number };
    drafts.push(content);
    return { version: expectedVersion + 1, savedAt: '2026-11-21T14:10:00Z' };
  });

async function openSheet(sheet = aSheet(), answers: Answer[] = []) {
  const view = renderScreen({
    path: `/sessions/${sheet.session.sessionId}`,
    routes: sessionsRoutes,
    as: THERAPIST,
    answers: [answer(sessionsApi.sheet, sheet), keepDraft(), ...answers],
  });
  await screen.findByText('Sign session');
  return view;
}

/** The draft that was kept last, once it is as expected. */
const seeDraft = (check: (draft: SessionContent | undefined) => void) =>
  waitFor(() => check(drafts.at(-1)), { timeout: 4_000 });

function row(name: string): HTMLElement {
  const line = screen.getByText(name, { selector: 'th' }).closest('tr');
  if (line === null) throw new Error(`no row ${name}`);
  return line;
}

describe('the session sheet', () => {
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
    const sets = () => within(row('Bridge')).getByLabelText(/sets/);

    await user.type(sets(), '40', { initialSelectionStart: 0, initialSelectionEnd: 3 });
    expect(await screen.findByText(/40 sets \(possible: 1 to 30\) cannot be/)).toBeDefined();
    await user.type(sets(), '12', { initialSelectionStart: 0, initialSelectionEnd: 3 });
    await user.click(await screen.findByRole('button', { name: 'It is meant' }));

    expect(screen.queryByText(/unusual/)).toBeNull();
    await seeDraft((draft) => expect(draft?.interventions[0]?.unusual).toBe(true));
  });

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

    await user.click(within(row('Bridge')).getByLabelText(/sets/));
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

  test('an increase that is told says so; one above the limit is refused and can be brought back to it', async () => {
    const { user } = await openSheet();
    const duration = () => within(row('Walking, treadmill')).getByLabelText(/duration/);

    await user.clear(duration());
    await user.type(duration(), '25');
    expect(screen.getByText(/22 min -> 25 min. The physiatrist is told/)).toBeDefined();
    await user.clear(duration());
    await user.type(duration(), '35');
    expect(screen.getByText(/35 min is above the prescribed limit of 30 min/)).toBeDefined();
    await user.click(screen.getByText('Keep 30 min'));

    await seeDraft((draft) => expect(draft?.interventions[1]?.dose).toEqual({ minutes: 30 }));
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

  test('the banner says the side of the diagnosis, in the words of every other page', async () => {
    await openSheet();
    expect(screen.getByText('Lumbar radiculopathy, left (M54.16)')).toBeDefined();
    expect(screen.getByText('none coded')).toBeDefined();
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

  test('a sheet changed elsewhere shows both', async () => {
    const theirs = aSheet();
    const stale = refuse(sessionsApi.saveDraft, 'stale-version', {
      current: {
        session: { ...theirs.session, version: 5 },
        content: { ...theirs.content, painBefore: 9 },
      },
    });
    const view = renderScreen({
      path: `/sessions/${theirs.session.sessionId}`,
      routes: sessionsRoutes,
      as: THERAPIST,
      answers: [answer(sessionsApi.sheet, theirs), stale],
    });
    await screen.findByText('Sign session');

    await view.user.type(screen.getByLabelText(/Pain before/), '3');

    expect(await screen.findByText('Somebody else has changed this', {}, { timeout: 3_000 })).toBeDefined();
    expect(screen.getByText(/9 before/)).toBeDefined();
    expect(screen.getByText(/3 before/)).toBeDefined();
  });

  test('an arrival noted elsewhere is no conflict: the save goes on top of it', async () => {
    const sheet = aSheet();
    const seen: number[] = [];
    const ahead: Answer = {
      endpoint: sessionsApi.saveDraft,
      sent: [],
      give: ({ body }) => {
        const { expectedVersion } = body as { expectedVersion: number };
        seen.push(expectedVersion);
        return expectedVersion === 3
          ? { status: 200, body: { version: 4, savedAt: '2026-11-21T14:10:00Z' } }
          : refuse(sessionsApi.saveDraft, 'stale-version', {
              current: { session: { ...sheet.session, version: 3 }, content: null },
            }).give({ params: {}, query: {}, body, headers: new Headers() });
      },
    };
    const view = renderScreen({
      path: `/sessions/${sheet.session.sessionId}`,
      routes: sessionsRoutes,
      as: THERAPIST,
      answers: [answer(sessionsApi.sheet, sheet), ahead],
    });
    await screen.findByText('Sign session');

    await view.user.type(screen.getByLabelText(/Pain before/), '3');

    await waitFor(() => expect(seen).toEqual([2, 3]), { timeout: 3_000 });
    expect(screen.queryByText('Somebody else has changed this')).toBeNull();
  });

  test('without a network the whole signature waits on this device, with its key', async () => {
    const sheet = aSheet();
    const ready = aSheet({
      content: {
        ...sheet.content,
        interventions: sheet.content?.interventions.map((one) => ({ ...one, carried: false })),
        subjective: { text: 'Fine', carried: false },
        plan: { text: 'Same', carried: false },
      },
    });
    const { user } = await openSheet(ready, [refuse(sessionsApi.sign, 'unavailable')]);

    await user.click(screen.getByText('Sign session'));

    expect(await screen.findByText(/not sent yet/)).toBeDefined();
    expect(queuedSignatures(ME)).toMatchObject([
      {
        sessionId: sheet.session.sessionId,
        refusal: null,
        body: { expectedVersion: 2, prescriptionVersion: 1 },
      },
    ]);
    await user.click(screen.getByText('Take the signature back'));
    expect(queuedSignatures(ME)).toEqual([]);
  });
});

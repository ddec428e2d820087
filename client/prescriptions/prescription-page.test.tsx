import { configure, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import { PrescriptionTemplate, templatesApi } from '#shared/prescriptions/template-contract.ts';
import { templateOf } from '#shared/prescriptions/template.ts';
import { aCompletePrescription } from '#tests/support/prescriptions-factory.ts';
import { aDraftOf, aPrescriptionPage, aVersion, EPISODE } from '#tests/support/prescription-page.ts';
import { answer, refuse, renderScreen, type Answer } from '#tests/support/render-screen.tsx';
import { prescriptionsRoutes } from './routes.tsx';

// The editor has hundreds of controls: looking for each one's visibility would take seconds.
configure({ defaultHidden: true });

const NEXT = aCompletePrescription('2026-11-21');
const path = `/episodes/${EPISODE}/prescription`;

const openPage = (
  page: object,
  {
    answers = [],
    as = 'physiatrist' as const,
    search = '',
  }: { answers?: Answer[]; as?: 'physiatrist' | 'physical-therapist'; search?: string } = {},
) =>
  renderScreen({
    path: `${path}${search}`,
    routes: prescriptionsRoutes,
    as,
    answers: [answer(prescriptionsApi.page, aPrescriptionPage(page)), ...answers],
  });

const saves = () => {
  let version = 3;
  return answer(prescriptionsApi.saveDraft, () => ({ version: ++version }));
};

/** Every keystroke draws the whole editor; here the words come at once. */
async function fill(user: UserEvent, field: HTMLElement, words: string): Promise<void> {
  await user.click(field);
  await user.paste(words);
}

beforeEach(() => localStorage.clear());

describe('starting points for the draft', () => {
  const starter = PrescriptionTemplate.parse({
    templateId: null,
    starterKey: 'back',
    name: 'Back pain',
    phase: 'weeks 0 to 6',
    bodyRegion: null,
    codes: [],
    content: templateOf(NEXT),
    retired: false,
    savedBy: null,
    savedAt: null,
    history: [],
    version: 0,
  });
  const answers = [
    answer(templatesApi.list, { templates: [starter] }),
    answer(templatesApi.earlier, { prescriptions: [] }),
    saves(),
  ];
  const chosen = () => screen.findByRole('button', { name: /Back pain, weeks 0 to 6/, pressed: true });

  test('have an address: the panel and what is looked at come back with it, and closing takes them off it', async () => {
    const { user, router } = openPage({ draft: aDraftOf(NEXT) }, { answers });
    await user.click(await screen.findByText('Start from a template or earlier prescription'));
    await user.click(await screen.findByRole('button', { name: /Back pain/ }));
    expect(await chosen()).toBeTruthy();
    expect(router.state.location.search).toMatchObject({ panel: 'templates', template: 'starter back' });

    await user.click(screen.getByText('Leave the draft as it is'));
    await waitFor(() => expect(router.state.location.search).not.toHaveProperty('panel'));
  });

  test('open from a link', async () => {
    openPage(
      { draft: aDraftOf(NEXT) },
      { answers, search: '?view=draft&panel=templates&template=starter%20back' },
    );
    expect(await chosen()).toBeTruthy();
  });

  test('of one that is gone, the panel asks to choose', async () => {
    openPage({ draft: aDraftOf(NEXT) }, { answers, search: '?panel=templates&template=starter%20gone' });
    expect(await screen.findByText('Choose one first')).toBeTruthy();
  });
});

describe('the draft beside the version in force', () => {
  test('a change is counted, marked and saved on top of the version that was seen', async () => {
    const save = saves();
    const { user } = openPage({ draft: aDraftOf(NEXT) }, { answers: [save] });
    await screen.findByText('Nothing is missing.');

    await user.click(screen.getByLabelText('Remove Lumbar traction'));

    expect(screen.getByText('5 changes')).toBeTruthy();
    expect(screen.getByText('Put back')).toBeTruthy();
    await waitFor(() => expect(save.sent).toHaveLength(1), { timeout: 3_000 });
    expect(save.sent[0]?.body).toMatchObject({
      expectedVersion: 3,
      content: { interventions: [{ code: 'stabilisation' }, { code: 'walking-treadmill' }] },
    });
    expect(await screen.findByText(/^saved/)).toBeTruthy();
  });

  test('what is missing is named and leads to its field; signing waits', async () => {
    const draft = aDraftOf({ ...NEXT, goals: [] });
    const { user } = openPage({ draft }, { answers: [saves()] });
    const missing = await screen.findByText('goals');
    expect(
      screen
        .getByText(/^Sign version 2/)
        .closest('button')
        ?.getAttribute('aria-disabled'),
    ).toBe('true');

    await user.click(missing);
    await user.click(screen.getByText('+ goal'));

    expect(screen.getAllByText(/The goal for ODI needs a target and a date/).length).toBeGreaterThan(0);
  });

  test('somebody else saved it: both are shown, and mine is written only when I choose it', async () => {
    const theirs = aDraftOf({ ...NEXT, notes: 'theirs' }, { version: 7 });
    const refused = refuse(prescriptionsApi.saveDraft, 'stale-version', { current: theirs });
    const { user } = openPage({ draft: aDraftOf(NEXT) }, { answers: [refused] });

    await fill(user, await screen.findByLabelText('Notes for the therapist'), 'mine');

    const dialog = await screen.findByRole(
      'dialog',
      { name: 'Somebody else has changed this' },
      { timeout: 3_000 },
    );
    expect(within(dialog).getByText(/Amara Rivera, MD/)).toBeTruthy();
    expect(within(dialog).getAllByText('mine').length).toBeGreaterThan(0);
    expect(within(dialog).getAllByText('theirs').length).toBeGreaterThan(0);
  });

  test('text that was left on this device is put back and saved', async () => {
    const first = openPage(
      { draft: aDraftOf(NEXT) },
      { answers: [refuse(prescriptionsApi.saveDraft, 'unavailable')] },
    );
    await fill(first.user, await screen.findByLabelText('Notes for the therapist'), 'left here');
    await screen.findByText(/offline/, {}, { timeout: 3_000 });
    first.unmount();

    const save = saves();
    openPage({ draft: aDraftOf(NEXT) }, { answers: [save] });

    expect(await screen.findByText(/Text left on this device/)).toBeTruthy();
    await waitFor(() => expect(save.sent[0]?.body).toMatchObject({ content: { notes: 'left here' } }), {
      timeout: 3_000,
    });
  });

  test('signing the next version needs a reason and sends the saved version', async () => {
    const sign = answer(prescriptionsApi.sign, {
      prescriptionId: aVersion(2).prescriptionId,
      versionNumber: 2,
      opensPhase: false,
      visitsPrescribed: 18,
      startsOn: aVersion(2).startsOn,
      endsOn: aVersion(2).endsOn,
    });
    const { user } = openPage({ draft: aDraftOf(NEXT) }, { answers: [sign, saves()] });
    await user.click(await screen.findByText(/^Sign version 2/));
    const dialog = await screen.findByRole('dialog', { name: 'Sign version 2?' });
    expect(within(dialog).getByText('Say why it changes')).toBeTruthy();

    await fill(user, within(dialog).getByLabelText(/^Why it changes/), 'Six weeks more');
    await user.click(within(dialog).getByRole('button', { name: 'Sign version 2' }));

    await waitFor(() => expect(sign.sent).toHaveLength(1));
    expect(sign.sent[0]?.body).toEqual({
      expectedVersion: 3,
      reason: 'Six weeks more',
      certifiesPlan: false,
      certifiedLate: null,
    });
    expect(sign.sent[0]?.headers.get('idempotency-key')).toBeTruthy();
  });
});

describe('what a therapist meets', () => {
  test('a new version with its reason and changes, until it is marked as read', async () => {
    const read = answer(prescriptionsApi.acknowledge, {
      prescriptionId: aVersion(2).prescriptionId,
      unread: false,
    });
    const second = aVersion(2, { content: aCompletePrescription('2026-10-09', { frequencyPerWeek: 2 }) });
    const page = {
      versions: [second, aVersion(1, { inForce: false, endedOn: '2026-10-09' as never })],
      unread: true,
    };
    const { user } = openPage(page, { answers: [read], as: 'physical-therapist' });

    expect(await screen.findByText('Version 2 is new to you')).toBeTruthy();
    expect(screen.getByText('Why: Symptoms worse under load')).toBeTruthy();
    expect(
      within(screen.getByRole('list', { name: 'Changes since version 1' })).getByText('Frequency'),
    ).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Mark as read/ }));

    await waitFor(() => expect(read.sent).toHaveLength(1));
    expect(screen.queryByRole('button', { name: /^Write version/ })).toBeNull();
  });

  test('asking for more shows what would change and sends exactly that', async () => {
    const ask = answer(prescriptionsApi.askForChange, {
      changeRequestId: '01930000-0000-7000-8000-00000000c001' as never,
    });
    const { user } = openPage({}, { answers: [ask], as: 'physical-therapist', search: '?ask=true' });
    const panel = await screen.findByRole('dialog', { name: 'Ask for a change' });
    await fill(
      user,
      within(panel).getByRole('textbox', { name: 'Intervention to change or add' }),
      'traction',
    );
    await user.keyboard('{Enter}');
    await fill(user, await within(panel).findByLabelText(/Traction, now/), '10');
    await fill(user, within(panel).getByLabelText(/Traction, wanted/), '12');

    expect(within(panel).getByText(/6-12 kg/)).toBeTruthy();
    await fill(user, within(panel).getByLabelText(/^Reason/), 'Two weeks without pain');
    await user.click(within(panel).getByRole('button', { name: 'Ask the physiatrist' }));

    await waitFor(() => expect(ask.sent).toHaveLength(1));
    expect(ask.sent[0]?.body).toMatchObject({
      proposal: { edits: [{ code: 'lumbar-traction', from: { tractionKg: 10 }, to: { tractionKg: 12 } }] },
      reason: 'Two weeks without pain',
    });
  });
});

test('imported conditions from which no precaution follows are named where precautions are decided', async () => {
  openPage(
    { draft: aDraftOf(NEXT), unreadConditions: ['Sprain of ankle (44465007)'] },
    { answers: [saves()], search: '?view=draft' },
  );

  expect(await screen.findByText('1 imported condition is not coded for precautions')).toBeTruthy();
  expect(screen.getByText('Sprain of ankle (44465007)')).toBeTruthy();
});

test('without a signed consult nothing can be written, and the page says why', async () => {
  openPage({ versions: [], consultSigned: false });
  expect(await screen.findByText(/Sign the consult first/)).toBeTruthy();
  expect(screen.getByText('Nothing has been prescribed yet.')).toBeTruthy();
});

import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { type EvaluationDetail, evaluationsApi } from '#shared/evaluations/contract.ts';
import type { EvaluationDay } from '#shared/evaluations/evaluation-billing.ts';
import { emptyEvaluation, type EvaluationContent } from '#shared/evaluations/model.ts';
import { plainDate } from '#shared/platform/time.ts';
import { Problem } from '#shared/platform/problem.ts';
import { type Answer, answer, renderScreen } from '#tests/support/render-screen.tsx';
import { evaluationsRoutes } from './routes.tsx';

// The whole form is large for a browser made of JavaScript.
vi.setConfig({ testTimeout: 30_000 });
const PATIENCE = { timeout: 10_000 };

const episodeId = '01930000-0000-7000-8000-00000000000c';
const evaluationId = '01930000-0000-7000-8000-00000000000d';
const path = `/episodes/${episodeId}/evaluations/${evaluationId}`;

const aDraft = (reason = ''): EvaluationDetail =>
  evaluationsApi.read.response.parse({
    evaluationId,
    kind: 'consult',
    status: 'draft',
    evaluatedOn: '2026-11-21',
    authorId: '01930000-0000-7000-8000-000000000001',
    authorName: 'Amara Rivera, MD',
    authorRole: 'physiatrist',
    startedAt: '2026-11-21T10:00:00Z',
    updatedAt: '2026-11-21T10:00:00Z',
    signedAt: null,
    openedOn: '2026-11-01',
    clinicName: 'Riverside',
    version: 1,
    addenda: [],
    chart: { history: [], comorbidities: [], medications: [], allergies: [] },
    changes: null,
    baseline: null,
    content: { ...emptyEvaluation(), reason },
    header: {
      patientId: '01930000-0000-7000-8000-00000000000b',
      familyName: 'Okafor',
      givenName: 'Grace',
      birthDate: '1968-04-12',
      sex: 'female',
      mrn: '004417',
      episodeId,
      concern: 'Low back pain',
      bodyRegion: 'lower-back',
      side: null,
      onset: null,
      status: 'open',
      today: '2026-11-21',
      clinicValues: {},
      conditions: [],
    },
  });

/** A server that keeps the draft and refuses what is written on top of an older version. */
function keepingServer(stored: { reason: string; version: number }, loseFirstAnswer = false) {
  const saves: string[] = [];
  let isLost = loseFirstAnswer;
  const save: Answer = {
    endpoint: evaluationsApi.save,
    sent: [],
    give: (request) => {
      const body = evaluationsApi.save.body.parse(request.body);
      if (body.expectedVersion !== stored.version) {
        const { evaluatedOn, content } = aDraft(stored.reason);
        const current = { version: stored.version, updatedAt: '2026-11-21T10:05:00Z', evaluatedOn, content };
        const problem = new Problem('stale-version', 'Changed elsewhere.', { current });
        return { status: problem.status, body: problem.toDocument('test') };
      }
      stored.reason = body.content.reason;
      stored.version += 1;
      saves.push(stored.reason);
      if (isLost) {
        isLost = false;
        return { status: 503, body: new Problem('unavailable').toDocument('test') };
      }
      return { status: 200, body: { version: stored.version, updatedAt: '2026-11-21T10:05:00Z' } };
    },
  };
  return { save, saves };
}

const open = (answers: Answer[], changes: Partial<EvaluationDetail> = {}) =>
  renderScreen({
    path,
    routes: evaluationsRoutes,
    answers: [answer(evaluationsApi.read, { ...aDraft(), ...changes }), ...answers],
  });

const fieldOf = (label: string) => screen.findByLabelText(label, {}, PATIENCE);
const write = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });

test('what is typed is saved on top of the version that was loaded', async () => {
  const { save, saves } = keepingServer({ reason: '', version: 1 });
  open([save]);
  write(await fieldOf('In the patient’s words'), 'Knee pain');
  await waitFor(() => expect(saves.at(-1)).toBe('Knee pain'), PATIENCE);
});

test('a save whose answer was lost is one’s own: nobody is asked to choose', async () => {
  const { save, saves } = keepingServer({ reason: '', version: 1 }, true);
  open([save]);
  const field = await fieldOf('In the patient’s words');
  write(field, 'Knee');
  await screen.findByText('offline: kept on this device', {}, PATIENCE);
  write(field, 'Knee pain');
  await waitFor(() => expect(saves.at(-1)).toBe('Knee pain'), PATIENCE);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('words from another tab are shown beside one’s own, and one of them is chosen', async () => {
  const { save, saves } = keepingServer({ reason: 'Typed in another tab', version: 5 });
  const { user } = open([save]);
  write(await fieldOf('In the patient’s words'), 'Typed here');
  const dialog = await screen.findByRole('dialog', {}, PATIENCE);
  expect(dialog.textContent).toContain('Typed in another tab');
  expect(dialog.textContent).toContain('Typed here');
  expect(dialog.textContent).toContain('You changed this in another tab');
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Keep what is typed here'), PATIENCE);
  await user.click(screen.getByRole('button', { name: 'Keep what is typed here' }));
  await waitFor(() => expect(saves).toEqual(['Typed here']), PATIENCE);
});

test('a number that cannot be right is said at its field, and signing names it', async () => {
  open([]);
  write(await fieldOf('Severity now (0-10)'), '12');
  expect(await screen.findByText('Severity runs from 0 to 10.')).toBeDefined();
});

test('a number that cannot be right is not stored, its words are, and the footer does not call it complete', async () => {
  const { save, contents } = rememberingServer();
  open([save]);
  write(await fieldOf('Severity now (0-10)'), '12');
  await waitFor(() => expect(contents.at(-1)?.unread).toMatchObject([{ typed: '12' }]), PATIENCE);
  expect(contents.at(-1)?.symptoms.severity).toBeNull();
  expect(screen.getByText(/1 to correct, not stored/)).toBeDefined();
});

test('400 typed into a cell leaves no 40 behind, says so at the cell and holds back signing', async () => {
  const { save, contents } = rememberingServer();
  const { user } = open([save]);
  await user.click(await screen.findByRole('button', { name: 'Low back' }, PATIENCE));
  const cell = await fieldOf('Lumbar flexion, active (°)');
  for (const typed of ['4', '40', '400']) write(cell, typed);
  await waitFor(() => expect(contents.at(-1)?.unread).toMatchObject([{ typed: '400' }]), PATIENCE);
  expect(contents.at(-1)?.findings).toEqual([]);
  expect(cell.getAttribute('aria-invalid')).toBe('true');
  await user.click(screen.getByRole('button', { name: 'Sign' }));
  expect(await screen.findByText(/Lumbar flexion, active: “400” is not whole degrees/)).toBeDefined();
});

test('entry goes on in the region that was opened last', async () => {
  const { save } = rememberingServer();
  const { user } = open([save]);
  await user.click(await screen.findByRole('button', { name: 'Low back' }, PATIENCE));
  await user.click(screen.getByRole('button', { name: 'Nerves of the leg' }));
  await waitFor(
    () => expect(document.activeElement?.getAttribute('aria-label')).toBe('Hip flexors (L2), left'),
    PATIENCE,
  );
});

test('a single finger has a sheet, reached from the hand, and its joints are entered by keyboard', async () => {
  const { save, contents } = rememberingServer();
  const { user } = open([save]);
  await user.click(await screen.findByRole('button', { name: 'Wrist and hand' }, PATIENCE));
  await user.click(screen.getByRole('button', { name: 'Ring finger' }));
  const label = () => document.activeElement?.getAttribute('aria-label');
  await waitFor(() => expect(label()).toBe('Ring finger MCP flexion, left, active (°)'), PATIENCE);
  await user.keyboard('85{Enter}{Enter}');
  await waitFor(() => expect(label()).toBe('Ring finger PIP flexion, left, active (°)'));
  await user.keyboard('60');
  await waitFor(
    () =>
      expect(contents.at(-1)?.findings).toMatchObject([
        { joint: 'Finger', movement: 'MCP flexion', digit: 'ring-finger', side: 'left', degrees: 85 },
        { joint: 'Finger', movement: 'PIP flexion', digit: 'ring-finger', side: 'left', degrees: 60 },
      ]),
    PATIENCE,
  );
});

test('a row of its own asks which finger, and only where there are several', async () => {
  const { save, contents } = rememberingServer();
  const { user } = open([save]);
  await user.click(await screen.findByRole('button', { name: '+ Range of motion' }, PATIENCE));
  expect(screen.queryByLabelText('Finger or toe')).toBeNull();
  write(await fieldOf('Joint'), 'Finger');
  await user.selectOptions(await fieldOf('Finger or toe'), 'little finger');
  await waitFor(
    () => expect(contents.at(-1)?.findings).toMatchObject([{ joint: 'Finger', digit: 'little-finger' }]),
    PATIENCE,
  );
  write(await fieldOf('Joint'), 'Knee');
  expect(screen.queryByLabelText('Finger or toe')).toBeNull();
  await waitFor(() => expect(contents.at(-1)?.findings[0]).not.toHaveProperty('digit'), PATIENCE);
});

test('an evaluation before the birth is marked at its date, and one before the episode is asked about', async () => {
  const { save } = rememberingServer();
  open([save]);
  const date = await fieldOf('Date of the evaluation');
  write(date, '1950-03-01');
  expect(await screen.findByText(/lies before the birth on 12 Apr 1968/)).toBeDefined();
  write(date, '2026-10-01');
  expect(await screen.findByText(/lies before the episode was opened/)).toBeDefined();
});

const aDay = (changes: Partial<EvaluationDay> = {}): EvaluationDay => ({
  ...{ on: plainDate('2026-11-21'), earlierOn: null, modifiers: ['GP'], billedCode: null },
  others: { timedMinutes: 15, treatmentMinutes: 15, units: { '97110': 1 } },
  ...changes,
});

test('a therapist chooses the complexity, sees what makes it, the claim line and what the date adds up to', async () => {
  const { save, contents } = rememberingServer();
  const { user } = open([save], { kind: 'pt-evaluation', day: aDay() });
  const low = await screen.findByRole('radio', { name: 'Low complexity, 97161' }, PATIENCE);
  expect(low).toHaveProperty('checked', false);
  write(await fieldOf('Date of the evaluation'), '2026-11-21');
  expect(screen.getByRole('table', { name: /What makes low, moderate and high/ })).toBeDefined();
  await user.click(low);
  write(await fieldOf('Minutes (min)'), '30');
  expect(screen.getByText(/97161 GP x1, 30 minutes, untimed.*45 treatment minutes/)).toBeDefined();
  await waitFor(() => expect(contents.at(-1)?.coding).toEqual({ code: '97161', minutes: 30 }), PATIENCE);
});

test('after a first evaluation another one is a re-evaluation, or not billed by itself and without minutes', async () => {
  const { user } = open([], {
    kind: 'ot-evaluation',
    day: aDay({ earlierOn: plainDate('2026-11-05'), others: null }),
  });
  const unbilled = await screen.findByRole('radio', { name: /^Not billed by itself/ }, PATIENCE);
  expect(screen.queryByRole('radio', { name: /97166/ })).toBeNull();
  expect(screen.getByRole('radio', { name: 'Re-evaluation, 97168' })).toBeDefined();
  await user.click(unbilled);
  expect(screen.queryByLabelText('Minutes (min)')).toBeNull();
});

/** A server that takes everything and remembers it. */
function rememberingServer() {
  const contents: EvaluationContent[] = [];
  const save: Answer = {
    endpoint: evaluationsApi.save,
    sent: [],
    give: (request) => {
      const body = evaluationsApi.save.body.parse(request.body);
      contents.push(body.content);
      const saved = { version: body.expectedVersion + 1, updatedAt: '2026-11-21T10:05:00Z' };
      return { status: 200, body: saved };
    },
  };
  return { save, contents };
}

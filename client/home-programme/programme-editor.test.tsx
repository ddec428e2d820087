import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { homeProgrammeApi } from '#shared/home-programme/contract.ts';
import { SHIPPED_EXERCISES } from '#shared/home-programme/library/shipped-library.ts';
import { ExerciseCode } from '#shared/home-programme/model.ts';
import { Problem } from '#shared/platform/problem.ts';
import { type Answer, answer, renderScreen } from '#tests/support/render-screen.tsx';
import { homeProgrammeRoutes } from './routes.tsx';

// The library is long for a browser made of JavaScript.
vi.setConfig({ testTimeout: 30_000 });
const PATIENCE = { timeout: 10_000 };

const episodeId = '01930000-0000-7000-8000-00000000000c';

const exercise = (name: string) => {
  const code = ExerciseCode.parse(name);
  const content = SHIPPED_EXERCISES.get(code);
  if (!content) throw new Error(`no exercise ${name}`);
  return { code, content, side: null, dose: content.dose, note: '', noteEs: '' };
};

const version = (versionNumber: number, note: string, names: string[]) => ({
  versionNumber,
  signedAt: '2026-11-20T10:05:00Z',
  author: 'Mara Lindqvist, PT',
  content: { exercises: names.map(exercise), note },
});

const page = (
  current: ReturnType<typeof version>,
  weightBearing: 'NWB' | 'WBAT' = 'WBAT',
  limbStopped = false,
) =>
  homeProgrammeApi.programme.response.parse({
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
    language: 'en',
    limbStopped,
    current,
    versions: [],
    prescription: {
      versionNumber: 2,
      limits: {
        precautions: [],
        interventions: [],
        excluded: [],
        weightBearing: [{ limb: 'left-leg', status: weightBearing, percent: null, until: null }],
        homeProgramme: null,
      },
    },
    reports: [],
    education: [],
  });

/** Keeps the programme as the server does: a colleague saves version 2 before the first save from here arrives. */
function keepingServer() {
  let current = version(1, '', ['bridge']);
  let isOvertaken = false;
  const saves: unknown[] = [];
  const save: Answer = {
    endpoint: homeProgrammeApi.saveProgramme,
    sent: [],
    give: (request) => {
      const body = homeProgrammeApi.saveProgramme.body.parse(request.body);
      if (!isOvertaken) {
        isOvertaken = true;
        current = version(2, 'Written by a colleague', ['bridge', 'pelvic-tilt']);
      }
      if (body.expectedVersion !== current.versionNumber) {
        const problem = new Problem('stale-version', 'Another version was saved.');
        return { status: problem.status, body: problem.toDocument('test') };
      }
      saves.push(body.note);
      current = version(current.versionNumber + 1, body.note, ['bridge']);
      return { status: 200, body: { versionNumber: current.versionNumber } };
    },
  };
  const read = answer(homeProgrammeApi.programme, () => page(current));
  return { answers: [save, read, answer(homeProgrammeApi.library, { exercises: [] })], saves };
}

const open = (answers: Answer[], search = '?edit=true') =>
  renderScreen({
    path: `/episodes/${episodeId}/home-programme${search}`,
    routes: homeProgrammeRoutes,
    as: 'physical-therapist',
    answers,
  });

async function writeAndSave(answers: Answer[]) {
  const { user } = open(answers);
  const field = await screen.findByLabelText('For the patient', {}, PATIENCE);
  fireEvent.change(field, { target: { value: 'Typed by me' } });
  await user.click(screen.getByRole('button', { name: 'Save as version 2' }));
  const dialog = await screen.findByRole('dialog', {}, PATIENCE);
  expect(dialog.textContent).toContain('Typed by me');
  expect(dialog.textContent).toContain('Written by a colleague');
  expect(dialog.textContent).toContain('Mara Lindqvist, PT');
  return user;
}

test('what a colleague saved meanwhile is shown beside what is typed, and mine can be kept', async () => {
  const { answers, saves } = keepingServer();
  const user = await writeAndSave(answers);
  await user.click(screen.getByRole('button', { name: 'Keep mine' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Save as version 3' }));
  await waitFor(() => expect(saves).toEqual(['Typed by me']), PATIENCE);
});

test('the stored one can be taken instead', async () => {
  const { answers } = keepingServer();
  const user = await writeAndSave(answers);
  await user.click(screen.getByRole('button', { name: 'Take the stored one' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.getByLabelText('For the patient')).toHaveProperty('value', 'Written by a colleague');
  expect(screen.getByRole('button', { name: 'Save as version 3' })).toBeDefined();
});

test('a leg that nobody may treat is said above the programme and before printing', async () => {
  const { user } = open(
    [answer(homeProgrammeApi.programme, page(version(1, '', ['pelvic-tilt']), 'WBAT', true))],
    '',
  );
  const notice = await screen.findByRole('alert', {}, PATIENCE);
  expect(notice.textContent).toContain('Treatment of a leg is stopped: possible thrombosis');
  await user.click(screen.getByRole('button', { name: 'Print or PDF' }));
  expect(await screen.findByText(/No exercise of that leg until it is cleared/)).toBeDefined();
});

test('an exercise that no longer fits is named above the programme and before printing', async () => {
  const { user } = open(
    [answer(homeProgrammeApi.programme, page(version(1, '', ['heel-raise', 'pelvic-tilt']), 'NWB'))],
    '',
  );
  const notice = await screen.findByRole('alert', {}, PATIENCE);
  expect(notice.textContent).toContain('One exercise that the patient has at home no longer fits');
  expect(notice.textContent).toContain('Heel raise');
  await user.click(screen.getByRole('button', { name: 'Print or PDF' }));
  expect(await screen.findByText(/No longer permitted: Heel raise/)).toBeDefined();
});

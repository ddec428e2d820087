import { configure, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import type { PrescriptionContent } from '#shared/prescriptions/model.ts';
import { aCompletePrescription } from '#tests/support/prescriptions-factory.ts';
import { aDraftOf, aPrescriptionPage, EPISODE } from '#tests/support/prescription-page.ts';
import { answer, renderScreen } from '#tests/support/render-screen.tsx';
import { prescriptionsRoutes } from './routes.tsx';

// The editor has hundreds of controls: looking for each one's visibility would take seconds.
configure({ defaultHidden: true });
beforeEach(() => localStorage.clear());

const FULL = aCompletePrescription('2026-11-21');
const [TRACTION, ...OTHERS] = FULL.interventions;
if (TRACTION === undefined) throw new Error('no traction');

const PROGRESSION = { parameter: 'minutes', by: 5, afterSessions: 2, painAtMost: 4 } as const;

/** The editor with a complete draft, and what it saves. */
function editing(changes: Partial<PrescriptionContent> = {}) {
  const save = answer(prescriptionsApi.saveDraft, { version: 4 });
  renderScreen({
    path: `/episodes/${EPISODE}/prescription`,
    routes: prescriptionsRoutes,
    as: 'physiatrist',
    answers: [
      answer(prescriptionsApi.page, aPrescriptionPage({ draft: aDraftOf({ ...FULL, ...changes }) })),
      save,
    ],
  });
  const saved = () =>
    waitFor(
      () => {
        expect(save.sent.length).toBeGreaterThan(0);
        return prescriptionsApi.saveDraft.body.parse(save.sent.at(-1)?.body).content;
      },
      { timeout: 5000 },
    );
  return { saved };
}

const empty = async (label: RegExp | string) => {
  const field = await screen.findByLabelText(label);
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value: '' } });
  return field;
};
const canSign = () =>
  screen
    .getByText(/^Sign version 2/)
    .closest('button')
    ?.getAttribute('aria-disabled') !== 'true';

const withTraction = (part: Partial<PrescriptionContent['interventions'][number]>) => ({
  interventions: [{ ...TRACTION, ...part }, ...OTHERS],
});

test('one end of a limit that is emptied is absent; the other end and the other limits stay as they were', async () => {
  const { saved } = editing();
  await empty(/^Lumbar traction: .*, at least \(kg\)/);
  expect((await saved()).interventions).toEqual([
    {
      ...TRACTION,
      bounds: [
        { parameter: 'tractionKg', min: null, max: 10 },
        { parameter: 'minutes', min: null, max: 15 },
      ],
    },
    ...OTHERS,
  ]);
  expect(canSign()).toBe(true);
});

test('a limit whose both ends are emptied is none, and its field stays to be typed into, whatever it limits', async () => {
  const own = { parameter: 'temperatureC', min: null, max: 40 } as const;
  const { saved } = editing(withTraction({ bounds: [own, ...TRACTION.bounds], progression: PROGRESSION }));
  const field = await empty(/^Lumbar traction: Temperature, at most/);
  expect((await saved()).interventions).toEqual([{ ...TRACTION, progression: PROGRESSION }, ...OTHERS]);
  expect(field.isConnected).toBe(true);
  expect(field).toHaveProperty('value', '');
});

test.each([
  ['raise by', 'by', 'by how much (0.1 to 100)'],
  ['sessions before the step (sessions)', 'afterSessions', 'after how many sessions (1 to 3)'],
  ['pain after at most (0-10)', 'painAtMost', 'up to which pain (0 to 10)'],
])('a rule of progression without “%s” is saved so, named, and not signed', async (label, part, words) => {
  const { saved } = editing(withTraction({ progression: PROGRESSION }));
  const field = await empty(`Lumbar traction: ${label}`);
  expect(field).toHaveProperty('value', '');
  expect((await saved()).interventions).toEqual([
    { ...TRACTION, progression: { ...PROGRESSION, [part]: null } },
    ...OTHERS,
  ]);
  const sentence = `Lumbar traction progresses: say ${words}, or take the rule away.`;
  expect(screen.getAllByText(sentence).length).toBeGreaterThan(0);
  expect(canSign()).toBe(false);
});

test.each([
  ['Frequency (a week)', { frequencyPerWeek: null }],
  ['Duration (weeks)', { durationWeeks: null }],
  [
    'ODI every (days)',
    { measures: FULL.measures.map((one, at) => (at === 0 ? { ...one, everyDays: null } : one)) },
  ],
  [/^Target of ODI/, { goals: FULL.goals.map((goal) => ({ ...goal, target: null })) }],
])('%s, emptied, is absent, named as missing, and takes nothing with it', async (label, part) => {
  const { saved } = editing();
  expect(await screen.findByText('Nothing is missing.')).toBeTruthy();
  await empty(label);
  expect(await saved()).toEqual({ ...FULL, ...part });
  expect(screen.queryByText('Nothing is missing.')).toBeNull();
  expect(canSign()).toBe(false);
});

test('a vital sign whose limit is emptied stays ordered, and its limit is asked for', async () => {
  const vitals = { ...FULL.vitals, bloodPressure: { maxSystolic: 160, maxDiastolic: 100 } };
  const { saved } = editing({ vitals });
  await empty('Highest systolic (mmHg)');
  expect((await saved()).vitals.bloodPressure).toEqual({ maxSystolic: null, maxDiastolic: 100 });
  expect(screen.getAllByText(/^Complete the limits of the ordered vital signs/).length).toBeGreaterThan(0);
  expect(canSign()).toBe(false);
});

test('the percent of a partial weight bearing that is emptied leaves the rest of its row', async () => {
  const row = {
    limb: 'left-leg',
    status: 'PWB',
    percent: 40,
    until: null,
    protocol: 'Dr Halvorsen',
  } as const;
  const { saved } = editing({ weightBearing: [row] });
  await empty(/^Percent of body weight/);
  expect((await saved()).weightBearing).toEqual([{ ...row, percent: null }]);
  expect(canSign()).toBe(false);
});

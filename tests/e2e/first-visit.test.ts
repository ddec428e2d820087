import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TestClinic } from '#tests/support/a-clinic.ts';
import { acceptRequest } from './support/accept-request.ts';
import { askForCare } from './support/ask-for-care.ts';
import { findViolations } from './support/axe.ts';
import { journey, step } from './support/journey.ts';
import { type Person, see } from './support/person.ts';
import { signEvaluation } from './support/write-consult.ts';
import { signVersion, writePrescription } from './support/write-prescription.ts';

journey(
  'a first visit goes from the referral to a signed prescription in one sitting',
  async ({ clinic, signIn, visit }) => {
    const patient = await visit('/request-care');
    const reference = await step('Given Grace Okafor, who asked for care', () =>
      askForCare(patient.page, {
        familyName: 'Okafor',
        givenName: 'Grace',
        birthDate: '1968-03-14',
        clinicName: clinic.clinicName,
      }),
    );
    const administrator = await signIn('administrator');
    await step('And whom the administrator gave a physiatrist and a therapist', () =>
      acceptRequest(administrator, clinic, reference),
    );
    const { page }: Person = await signIn('physiatrist');
    await step('When the physiatrist opens the consult from the board', async () => {
      await page.getByRole('article', { name: /Okafor, Grace, consult/ }).click();
      await page.getByRole('link', { name: 'Evaluations' }).click();
      await page.getByRole('button', { name: 'Start consult' }).first().click();
      await see(page.getByLabel('In the patient’s words'));
    });
    await step('And takes the story, and marks on the body chart where it hurts', () => takeStory(page));
    await step('And keeps an injury at work and earlier therapy with the patient', () => takeHistory(page));
    await step('And examines the low back on its sheet with the keyboard alone', () => examine(page));
    await step('And finds the diagnosis by its words, and signs', () => judge(page));
    await step('And goes on to prescribe, and signs version 1', async () => {
      clinic.clock.advanceMinutes(10);
      await page.getByRole('link', { name: 'Prescription' }).first().click();
      await page.getByRole('button', { name: 'Write version 1' }).click();
      await writePrescription(page, { onsetOn: clinic.day(-60) });
      await signVersion(page, 1);
    });
    await step('Then everything that was said is in the record, each thing once', async () => {
      expect(await recordOf(clinic)).toEqual([
        {
          facts: 'injury Fall from a ladder WC-2231, prior-therapy Manual therapy partly',
          onFile: [
            'Injury: Fall from a ladder, at work, claim WC-2231 (Mar 2026)',
            'Therapy before: Manual therapy, helped in part (2025)',
          ],
          findings: 4,
          areas: 2,
          diagnoses: 'S39.012D M54.16',
          prescriptions: 1,
        },
      ]);
    });
    await step('And the next evaluation opens with what has changed', () => openNext(page, clinic));
  },
);

const writing = (page: Page) => (label: string, text: string) =>
  page.getByLabel(label, { exact: true }).fill(text);

async function takeStory(page: Page): Promise<void> {
  const write = writing(page);
  await write('In the patient’s words', 'Low back pain running into the left leg');
  await write('Present problem', 'Began when I fell from a ladder; worse when sitting.');
  await write('Where', 'Low back, left calf');
  await page.getByLabel(/^Severity now/).fill('6');
  await write('What they cannot do, in plain activities', 'Sits 10 minutes');
  const chart = page.getByRole('region', { name: 'Body chart' });
  await chart.getByRole('button', { name: 'Add an area' }).click();
  await chart.getByRole('combobox', { name: 'Quality' }).selectOption('aching');
  await chart.getByLabel(/^Intensity/).fill('6');
  await chart.getByRole('button', { name: 'Add an area' }).click();
  await chart
    .getByRole('combobox', { name: 'Area' })
    .nth(1)
    .selectOption({ label: 'Left calf, from behind' });
  await chart.getByRole('combobox', { name: 'Quality' }).nth(1).selectOption('tingling');
  await chart.getByLabel('Left calf, from behind: intensity not rated').check();
  await see(
    chart.getByRole('img', {
      name: /Low back, from behind: aching, 6 of 10; Left calf, from behind: tingling/,
    }),
  );
}

async function takeHistory(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add to the history' }).click();
  const panel = page.getByRole('dialog', { name: 'Add to the history' });
  await panel.getByLabel('Kind').selectOption({ label: 'Injury' });
  await panel.getByRole('textbox', { name: 'Injury' }).fill('Fall from a ladder');
  await panel.getByLabel('When').fill('3/2026');
  await panel.getByLabel('at work').check();
  await panel.getByLabel(/^Claim reference/).fill('WC-2231');
  await panel.getByRole('button', { name: 'Record and add another' }).click();
  await expect.poll(() => panel.getByRole('textbox', { name: 'Injury' }).inputValue()).toBe('');
  await panel.getByLabel('Kind').selectOption({ label: 'Therapy before' });
  await panel.getByLabel('What was done').fill('Manual therapy');
  await panel.getByLabel('Since').fill('2025');
  await panel.getByLabel('helped in part').check();
  await panel.getByRole('button', { name: 'Record', exact: true }).click();
  const known = page.getByRole('region', { name: 'On the chart' });
  await see(known.getByText('Fall from a ladder, at work, claim WC-2231 (Mar 2026)'));
  await see(known.getByText('Manual therapy, helped in part (2025)'));
  await known.getByRole('button', { name: 'All four reviewed' }).click();
  await page.getByLabel('All of these were asked about or looked for at this visit').check();
}

/** Flexion active and extension active below it, then side flexion on both sides. */
async function examine(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Low back', exact: true }).press('Enter');
  await focusIs(page, 'Lumbar flexion, active (°)');
  await page.keyboard.type('40');
  await page.keyboard.press('Enter');
  await page.keyboard.type('15');
  await page.keyboard.press('ArrowDown');
  await focusIs(page, 'Lumbar side flexion, left, active (°)');
  await page.keyboard.type('10');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('20');
  await see(page.getByText('left 10° less · usual 25°'));
  expect(await findViolations(page, 'everything')).toEqual([]);
}

const focusIs = (page: Page, label: string) =>
  expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(label);

async function judge(page: Page): Promise<void> {
  const write = writing(page);
  await write('What it is, and why', 'Strain of the low back with L5 radiculopathy, left');
  await write('Add a diagnosis', 'low back strain');
  await page.getByRole('option', { name: /S39\.012D/ }).click();
  await page.getByLabel('Encounter in S39.012D').selectOption('S39.012A');
  await page.getByLabel('Encounter in S39.012A').selectOption('S39.012D');
  await write('Add a diagnosis', 'lumbar radic');
  await page.keyboard.press('Enter');
  await page.getByLabel('M54.16 is the primary diagnosis').check();
  await write('What happens next', 'Physical therapy, review at week 4');
  await see(page.getByText('Complete', { exact: true }));
  await signEvaluation(page);
}

async function openNext(page: Page, clinic: TestClinic): Promise<void> {
  const [episode] = await clinic.rows<{ id: string }>('select id from episode where organization_id = $1', [
    clinic.organizationId,
  ]);
  await page.goto(`/episodes/${episode?.id}/evaluations`);
  await page.getByRole('button', { name: 'Start follow-up' }).first().click();
  const changes = page.getByRole('region', { name: /^Since the consult of/ });
  await see(changes.getByText('Prescription'));
  await see(changes.getByText('version 1'));
  expect(
    await clinic.rows(
      `select count(*)::int as n from evaluation where organization_id = $1 and status = 'draft'`,
      [clinic.organizationId],
    ),
  ).toEqual([{ n: 1 }]);
}

const recordOf = ({ rows, organizationId }: TestClinic) =>
  rows(
    `select (select string_agg(concat_ws(' ', kind, title, claim_reference, result), ', ' order by kind)
               from history_fact where organization_id = $1) as facts,
            v.content->'onFile'->0->'lines' as "onFile",
            jsonb_array_length(v.content->'findings') as findings,
            jsonb_array_length(v.content->'bodyChart') as areas,
            (select string_agg(d->>'code', ' ') from jsonb_array_elements(v.content->'diagnoses') d) as diagnoses,
            (select count(*)::int from prescription where organization_id = $1 and in_force) as prescriptions
       from evaluation v where v.organization_id = $1 and v.status = 'signed'`,
    [organizationId],
  );

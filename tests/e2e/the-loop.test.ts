import { expect } from 'vitest';
import { EpisodeId } from '#shared/platform/ids.ts';
import type { TestClinic } from '#tests/support/a-clinic.ts';
import { acceptRequest } from './support/accept-request.ts';
import { askForCare } from './support/ask-for-care.ts';
import { aVisit } from './support/course-of-care.ts';
import { journey, step } from './support/journey.ts';
import { choose, type Person, see, seeNoMore } from './support/person.ts';
import { fillSheet, signButton } from './support/session-sheet.ts';
import { signEvaluation, writeConsult } from './support/write-consult.ts';
import { permit, signVersion, writePrescription } from './support/write-prescription.ts';

/** Days after the first visit, with the ODI that was measured on them. */
const LATER_VISITS: readonly [day: number, odi?: number][] = [
  [3],
  [7],
  [10],
  [14, 49],
  [17],
  [21],
  [24],
  [28, 51],
  [31],
];
const COURSE_DAYS = 33;

journey(
  'a patient goes from a request for care to a changed plan, through everybody’s hands',
  async ({ clinic, signIn, visit }) => {
    clinic.clock.advanceDays(-COURSE_DAYS);
    const patient = await visit('/request-care');
    const reference = await step('Given Grace Okafor, who asks for care without an account', () =>
      askForCare(patient.page, {
        familyName: 'Okafor',
        givenName: 'Grace',
        birthDate: '1968-03-14',
        clinicName: clinic.clinicName,
      }),
    );
    const administrator = await signIn('administrator');
    await step('When the administrator accepts the request, with a physiatrist and a therapist', () =>
      acceptRequest(administrator, clinic, reference),
    );
    const physiatrist = await signIn('physiatrist');
    await step('And the physiatrist finds her on the board, consults and signs', () => consult(physiatrist));
    await step('And prescribes version 1 inside its limits', () => prescribe(physiatrist, clinic));
    const therapist = await signIn('therapist');
    await step('And the therapist plans a visit, receives her, treats, measures and signs', () =>
      treat(therapist),
    );
    const episodeId = await onlyEpisodeOf(clinic);
    await step('And five weeks pass, in which she gets worse', () => weeksPass(clinic, episodeId));

    await step('Then the board says so, with its reason and the numbers', () => seeWorsening(physiatrist));
    await step('And the physiatrist decides for another method, with what is expected and by when', () =>
      decideForAnotherMethod(physiatrist),
    );
    await step('And signs version 2 with the change', () => signTheChange(physiatrist));
    await step('And the therapist meets the change on the patient, reads it and says so', () =>
      readTheChange(therapist, episodeId),
    );
    await step('And the record holds the decision, both versions and who has read the second', async () => {
      expect(await recordOf(clinic, episodeId)).toEqual([
        { decisions: 'change-method', versions: '1, 2 in force', readers: 1 },
      ]);
    });
  },
);

async function consult({ page }: Person): Promise<void> {
  await page.getByRole('article', { name: /Okafor, Grace, consult/ }).click();
  await page.getByRole('link', { name: 'Evaluations' }).click();
  await page.getByRole('button', { name: 'Start consult' }).first().click();
  await writeConsult(page);
  await signEvaluation(page);
}

async function prescribe({ page }: Person, clinic: TestClinic): Promise<void> {
  await page.getByRole('link', { name: 'Prescription' }).first().click();
  await page.getByRole('button', { name: 'Write version 1' }).click();
  await writePrescription(page, { onsetOn: clinic.day(-60) });
  await signVersion(page, 1);
}

async function treat({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Plan a session' }).first().click();
  const panel = page.getByRole('dialog', { name: 'Plan a session' });
  await choose(panel, 'Patient and episode', /Okafor, Grace/);
  await panel.getByRole('button', { name: 'Plan', exact: true }).click();
  await page.getByRole('link', { name: 'Okafor, Grace' }).click();
  await page.getByRole('button', { name: 'Mark v1 as read' }).click();
  await page.getByRole('button', { name: 'Patient is here' }).click();
  await see(page.getByText(/^arrived \d\d:\d\d/));
  await fillSheet(page, { assessment: 'Tolerates bridges; sits 10 minutes.' });
  await page.getByLabel(/^ODI/).fill('38');
  await signButton(page).click();
  await see(page.getByRole('heading', { name: /^Session of/ }));
  await see(page.getByText(/ODI 38/));
}

async function onlyEpisodeOf({ rows, organizationId }: TestClinic): Promise<EpisodeId> {
  const [opened] = await rows<{ id: string }>('select id from episode where organization_id = $1', [
    organizationId,
  ]);
  return EpisodeId.parse(opened?.id);
}

/** Time passes: the therapist goes on treating and measuring. The clinic's clock ends today. */
async function weeksPass(clinic: TestClinic, episodeId: EpisodeId): Promise<void> {
  let day = 0;
  for (const [onDay, odi] of LATER_VISITS) {
    clinic.clock.advanceDays(onDay - day);
    day = onDay;
    await aVisit(clinic, { episodeId }, odi);
  }
  clinic.clock.advanceDays(COURSE_DAYS - day);
}

async function seeWorsening({ page, goTo }: Person): Promise<void> {
  await goTo('/board');
  const row = page.getByRole('article', { name: /Okafor, Grace, worsening: .*ODI worse than baseline/ });
  await see(row);
  await see(row.getByText('38 → 51'));
  await row.click();
  await see(page.getByRole('region', { name: 'Verdict' }).getByText(/ODI/));
}

async function decideForAnotherMethod({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: /Change method/ }).click();
  const form = page.getByRole('dialog', { name: 'Change method' });
  await form.getByRole('textbox', { name: /^Why/ }).fill('Worse under land exercise for four weeks.');
  await form.getByRole('button', { name: 'Sign and write the next version' }).click();
  await see(page.getByRole('tab', { name: 'Version 2, draft', selected: true }));
}

async function signTheChange({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Remove Bridge' }).click();
  await permit(page, 'Aquatic walking');
  await see(page.getByText('Nothing is missing.'));
  await signVersion(page, 2, 'Bridges made it worse; unload in water.');
}

async function readTheChange({ page, goTo }: Person, episodeId: EpisodeId): Promise<void> {
  await goTo(`/episodes/${episodeId}/prescription`);
  const notice = page.getByText('Version 2 is new to you');
  await see(notice);
  await see(page.getByText(/Bridges made it worse/));
  await page.getByRole('button', { name: 'Mark as read' }).click();
  await seeNoMore(notice);
}

const recordOf = ({ rows, staff }: TestClinic, episodeId: EpisodeId) =>
  rows(
    `select (select string_agg(kind, ',') from decision where episode_id = $1) as decisions,
            (select string_agg(version_number || case when in_force then ' in force' else '' end, ', ' order by version_number)
               from prescription where episode_id = $1) as versions,
            (select count(*)::int from prescription_acknowledgement a
               join prescription p on p.id = a.prescription_id
              where p.episode_id = $1 and p.version_number = 2 and a.staff_member_id = $2) as readers`,
    [episodeId, staff.therapist.id],
  );

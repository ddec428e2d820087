import type { TestClinic } from '#tests/support/a-clinic.ts';
import { type Person, see } from './person.ts';

/** The administrator accepts a request, opens the episode and puts a physiatrist and a therapist on it. */
export async function acceptRequest(
  { page }: Person,
  { staff }: TestClinic,
  reference: string,
): Promise<void> {
  await see(page.getByText(reference));
  await page.getByRole('link', { name: 'Okafor, Grace' }).click();
  await page.getByRole('button', { name: 'Accept', exact: true }).click();
  const panel = page.getByRole('dialog', { name: 'Accept the request' });
  for (const [place, { familyName }] of [staff.physiatrist, staff.therapist].entries()) {
    await panel.getByRole('combobox', { name: 'Person' }).nth(place).click();
    await page
      .getByRole('option', { name: new RegExp(familyName) })
      .first()
      .click();
  }
  await panel.getByRole('button', { name: 'Accept and open the episode' }).click();
  await see(page.getByText(/^Accepted\. Record number/));
  await see(page.getByRole('heading', { level: 1, name: /Okafor, Grace/ }));
}

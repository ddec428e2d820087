import type { Database } from '#server/platform/db/database.ts';

/** The clinic that a command works for. */
export interface ChosenClinic {
  organizationId: string;
  clinicId: string;
  slug: string;
  name: string;
  timeZone: string;
}

/** The named clinic; without a name the only one, or the first one of the demo. Nothing when there is no clinic at all. */
export async function chooseClinic(
  { pool }: Database,
  slug: string | undefined,
): Promise<ChosenClinic | { choose: string } | undefined> {
  const { rows: clinics } = await pool.query<ChosenClinic>('select * from tandem.clinics_taking_requests()');
  const { rows } = await pool.query<{ demo: boolean }>('select tandem.is_demo() as demo');
  if (clinics.length === 0) return undefined;
  const named = clinics.find((clinic) => clinic.slug === slug);
  const first = clinics.length === 1 || rows[0]?.demo === true ? clinics[0] : undefined;
  const chosen = slug === undefined ? first : named;
  if (chosen !== undefined) return chosen;
  const slugs = clinics.map((clinic) => clinic.slug).join(', ');
  return {
    choose: `${slug === undefined ? 'Say which clinic' : `There is no clinic "${slug}"`}: --clinic with one of ${slugs}.`,
  };
}

import type pg from 'pg';
import { TandemDocument } from '#shared/documents/model.ts';
import type { StaffRole } from '#shared/platform/actor.ts';
import type { Endpoint } from '#shared/platform/endpoint.ts';
import { toPdf } from '#server/documents/to-pdf.ts';
import type { Caller } from './caller.ts';
import { pdfPages } from './pdf-pages.ts';
import { sampleOf } from './sample.ts';

/** Which table an id in an address is from; what is not listed here is not walked. */
const TABLE_OF: Record<string, string> = {
  patientId: 'patient',
  episodeId: 'episode',
  sessionId: 'session',
  evaluationId: 'evaluation',
  prescriptionId: 'prescription',
  changeRequestId: 'change_request',
  diagnosticOrderId: 'diagnostic_order',
  careRequestId: 'care_request',
  progressReportId: 'progress_report',
  surgicalEvaluationId: 'surgical_evaluation',
};

const ROWS_EACH = 25;
/** Printing costs more than reading. */
const PRINTED_EACH = 4;

type Ids = Record<string, string>;

type Person = { email: string; role: StaffRole; caller: Caller };

const namesIn = (api: Endpoint): string[] => [...api.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');

/** The addresses of an endpoint that a person on those teams can open: the deepest id decides, the others follow from its row. */
async function placesOf(owner: pg.Client, api: Endpoint, { email, role }: Person): Promise<Ids[]> {
  const names = namesIn(api);
  const deepest = names.find((name) => !['patientId', 'episodeId'].includes(name)) ?? names.at(-1) ?? '';
  const table = TABLE_OF[deepest];
  if (table === undefined) return [];
  const patient = table === 'patient' ? 't.id' : 't.patient_id';
  const mine =
    role === 'administrator'
      ? 'true'
      : `exists (select from care_team_member m join staff_member s on s.organization_id = m.organization_id and s.id = m.staff_member_id
                where m.organization_id = t.organization_id and m.patient_id = ${patient} and s.email = $1)`;
  const { rows } = await owner.query<Ids & { whole: Record<string, string> }>(
    `select to_jsonb(t) as whole from ${table} t where ${mine} and $1 <> '' order by md5(t.id::text) limit ${ROWS_EACH}`,
    [email],
  );
  return rows.map(({ whole }) =>
    Object.fromEntries(
      names.map((name) => {
        const column =
          name === deepest ? 'id' : name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
        return [name, whole[column] ?? ''];
      }),
    ),
  );
}

/** What is wrong with the number of pages of a document, when it states one. */
async function wrongLength(body: unknown): Promise<string | undefined> {
  const document = TandemDocument.parse(body);
  if (!document.pages) return undefined;
  const pages = pdfPages(await toPdf(document));
  const { min, max } = document.pages;
  return pages < min || pages > max ? `${pages} pages, not ${min} to ${max}` : undefined;
}

/** Opens every screen that the person's role allows, on everything they may see; answers what went wrong. */
export async function walkScreens(
  owner: pg.Client,
  endpoints: readonly Endpoint[],
  person: Person,
): Promise<{ opened: number; wrong: string[] }> {
  const wrong: string[] = [];
  let opened = 0;
  for (const api of endpoints) {
    const allows = typeof api.permission === 'string' || api.permission.includes(person.role);
    if (api.method !== 'GET' || !allows) continue;
    // A document is read as its model here; as a page and as PDF it is tested where it is made.
    const asked = api.media.length > 0 ? { format: 'json' } : {};
    const query = api.query.safeParse(asked).success ? asked : sampleOf(api.query);
    let printed = 0;
    const places = namesIn(api).length === 0 ? [{}] : await placesOf(owner, api, person);
    for (const params of places) {
      const answer = await person.caller
        .call(api, { params, query })
        .catch((error: unknown) => ({ status: 0, problem: String(error).slice(0, 400) }));
      opened += 1;
      // A state in which the endpoint says there is nothing to show yet, as its contract lists.
      const isTooEarly = answer.status === 409 && api.errors.includes('conflict');
      if (answer.status !== 200 && !isTooEarly)
        wrong.push(`${api.id} ${JSON.stringify(params)}: ${JSON.stringify(answer.problem)}`);
      else if (answer.status === 200 && api.media.length > 0 && printed < PRINTED_EACH && 'body' in answer) {
        printed += 1;
        const fault = await wrongLength(answer.body);
        if (fault) wrong.push(`${api.id} ${JSON.stringify(params)}: ${fault}`);
      }
    }
  }
  return { opened, wrong };
}

import type { Input, Output } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import { canKeepTemplates } from '#shared/prescriptions/policy.ts';
import { STARTERS } from '#shared/prescriptions/starters/all.ts';
import type { PrescriptionTemplate, templatesApi } from '#shared/prescriptions/template-contract.ts';
import * as audit from '#server/audit/index.ts';
import { readAs } from '#server/platform/db/read-as.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';

const NAME = (alias: string): string =>
  `${alias}.given_name || ' ' || ${alias}.family_name || coalesce(', ' || ${alias}.credentials, '')`;

const LIST_SQL = `
  select coalesce(json_agg(json_build_object(
           'templateId', t.id, 'starterKey', t.starter_key, 'name', t.name, 'phase', t.phase, 'bodyRegion', t.body_region,
           'content', t.content, 'version', t.version, 'retired', t.retired_at is not null, 'savedBy', ${NAME('s')},
           'savedAt', t.updated_at,
           'history', (
             select coalesce(json_agg(json_build_object('versionNumber', v.version_number, 'did', v.did, 'name', v.name,
                      'by', ${NAME('w')}, 'at', v.saved_at) order by v.version_number desc), '[]')
               from prescription_template_version v
               join staff_member w on w.organization_id = v.organization_id and w.id = v.saved_by_id
              where v.organization_id = t.organization_id and v.template_id = t.id)) order by t.name, t.phase, t.id), '[]') as templates
    from prescription_template t
    join staff_member s on s.organization_id = t.organization_id and s.id = t.saved_by_id
   where t.organization_id = (select tandem.organization())`;

/** The clinic's templates, and the shipped starting points that it has not taken over. */
export async function readTemplates(ctx: Context): Promise<Output<typeof templatesApi.list>> {
  assertAllowed(canKeepTemplates(ctx.actor));
  const [row] = await readAs<{ templates: Omit<PrescriptionTemplate, 'codes'>[] }>(ctx, {
    name: 'prescription-templates-list',
    text: LIST_SQL,
    values: [],
  });
  const own = (row?.templates ?? []).map((template): PrescriptionTemplate => ({
    ...template,
    codes: [...(STARTERS.find(({ key }) => key === template.starterKey)?.codes ?? [])],
  }));
  const taken = new Set(own.map(({ starterKey }) => starterKey));
  return { templates: [...own, ...STARTERS.filter(({ key }) => !taken.has(key)).map(shipped)] };
}

const shipped = ({ key, codes, ...starter }: (typeof STARTERS)[number]): PrescriptionTemplate => ({
  ...starter,
  codes: [...codes],
  templateId: null,
  starterKey: key,
  version: 0,
  retired: false,
  savedBy: null,
  savedAt: null,
  history: [],
});

const EARLIER_SQL = `
  select coalesce((
    select json_agg(json_build_object(
             'prescriptionId', p.id, 'episodeId', p.episode_id, 'concern', o.concern, 'side', o.side,
             'versionNumber', p.version_number, 'startsOn', p.starts_on, 'endsOn', coalesce(p.ended_on, p.ends_on),
             'signedBy', ${NAME('s')}, 'content', p.content) order by p.signed_at desc, p.id desc)
      from prescription p
      join episode o on o.organization_id = p.organization_id and o.id = p.episode_id
      join staff_member s on s.organization_id = p.organization_id and s.id = p.signed_by_id
     where p.organization_id = e.organization_id and p.patient_id = e.patient_id), '[]') as prescriptions
    from episode e
   where e.organization_id = (select tandem.organization()) and e.id = $1`;

/** What was signed for this patient before, in this episode and in others that the reader may see. */
export async function readEarlier(
  ctx: Context,
  { params: { episodeId } }: Input<typeof templatesApi.earlier>,
): Promise<Output<typeof templatesApi.earlier>> {
  assertAllowed(canKeepTemplates(ctx.actor));
  const [row] = await readAs<Output<typeof templatesApi.earlier>>(
    ctx,
    { name: 'prescription-templates-earlier', text: EARLIER_SQL, values: [episodeId] },
    { scope: { episodeId }, alongside: audit.seen(ctx, { did: 'prescription.seen', episodeId }) },
  );
  if (!row) throw new Problem('not-found');
  return row;
}

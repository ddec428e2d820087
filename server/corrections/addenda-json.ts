const NAME = (alias: string) =>
  `${alias}.given_name || ' ' || ${alias}.family_name || coalesce(', ' || ${alias}.credentials, '')`;

/** What was added to a signed row `of`, in order: the shape of `Addendum[]`. */
export const addendaJson = (table: string, reference: string, of: string): string => `coalesce((
  select json_agg(json_build_object('id', ad.id, 'reason', ad.reason, 'text', ad.text, 'authorName', ${NAME('aw')},
                                    'authorRole', aw.role, 'createdAt', ad.created_at) order by ad.created_at, ad.id)
    from ${table} ad
    join staff_member aw on aw.organization_id = ad.organization_id and aw.id = ad.author_id
   where ad.organization_id = ${of}.organization_id and ad.${reference} = ${of}.id), '[]')`;

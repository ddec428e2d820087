/** So many statements are kept prepared on each connection; what comes later is planned each time. */
const MOST_NAMED = 400;

/**
 * Names for Prisma's statements, so that PostgreSQL plans each once per connection: a large read costs more to plan than to
 * run. A statement without parameters carries its values in its text and is never the same twice, so it gets no name.
 */
export function statementNames(
  prefix = 'tandem',
): (query: { sql: string; args: readonly unknown[] }) => string {
  const names = new Map<string, string>();
  return ({ sql, args }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    // An empty name is PostgreSQL's word for a statement that is not kept.
    if (args.length === 0 || names.size >= MOST_NAMED) return '';
    const name = `${prefix}-${names.size}`;
    names.set(sql, name);
    return name;
  };
}

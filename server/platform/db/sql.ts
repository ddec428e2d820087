import { Prisma } from './generated/client.ts';

/** A piece of SQL with its parameters, to be put into a larger statement. */
export type Sql = Prisma.Sql;
export const { sql, raw } = Prisma;

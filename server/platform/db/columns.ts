import { plainDate, type PlainDate } from '#shared/platform/time.ts';

/** A calendar date as Prisma wants it for a `date` column: midnight UTC, whatever the zone. */
export const toDateColumn = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** A `date` column read through Prisma, back to a calendar date. */
export const fromDateColumn = (column: Date): PlainDate => plainDate(column.toISOString().slice(0, 10));

/** A value as Prisma's Json column type accepts it; drops `undefined`, turns dates into text. */
export const toJsonColumn = (value: unknown) => JSON.parse(JSON.stringify(value)) as never;

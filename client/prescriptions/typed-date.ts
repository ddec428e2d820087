import { PlainDate } from '#shared/platform/time.ts';

/** A typed date as the content holds it; an unfinished one is no date. */
export const typedDate = (value: string): PlainDate | null => PlainDate.safeParse(value).data ?? null;

import type { OrderKind } from './order-kinds.ts';

/** Parts of the body that there are two of, as they are written in an order. */
const SIDED =
  /\b(shoulders?|elbows?|wrists?|hands?|hips?|knees?|ankles?|foot|feet|thighs?|calf|calves|shins?|arms?|forearms?|legs?|thumbs?|fingers?|toes?|heels?|clavicles?|scapulae?|humerus|femur|tibia|fibula|radius|ulna|patella)\b/i;

/** The side stands in the words already. */
const SAID = /\b(left|right|both|bilateral)\b/i;

/** The part of an order that has a left and a right; nothing where the body has one of it, and never for a laboratory test. */
export const sidedPart = (kind: OrderKind | null, bodyRegion: string): string | undefined =>
  kind === 'laboratory' || SAID.test(bodyRegion) ? undefined : SIDED.exec(bodyRegion)?.[0].toLowerCase();

/** Why an order cannot be sent without a side; nothing when it has one or needs none. */
export function sideGap({
  kind,
  bodyRegion,
  side,
}: {
  kind: OrderKind | null;
  bodyRegion: string;
  side: string | null;
}): string | undefined {
  const part = sidedPart(kind, bodyRegion);
  return part === undefined || side !== null ? undefined : `Which ${part}? Choose left, right or both.`;
}

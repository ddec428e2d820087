import type { PlainDate } from '#shared/platform/time.ts';
import { newId } from '#server/platform/db/new-id.ts';
import type { StaffKey } from './clinics.ts';
import { type Moment, row } from './moment.ts';
import { staff } from './opening-moments.ts';
import type { Telling } from './telling.ts';

/** What a therapist remembers in the evening: one note in some nineteen. */
const ADDED = [
  {
    reason: 'Left out',
    text: 'The patient also asked about driving. Told to wait until turning the trunk is free of pain, and to ask the physiatrist.',
  },
  {
    reason: 'Corrected',
    text: 'The walk on the treadmill was at 3.2 km/h, not 2.3 km/h. Minutes and everything else stand as written.',
  },
  {
    reason: 'Learned later',
    text: 'The patient called in the afternoon: sore until the evening, back to usual after an hour of rest. No change of the plan.',
  },
] as const;
const EVERY = 19;
const FIRST = 3;
const HOURS_LATER = 5;

/** An addendum to a signed note, hours after its signature. */
export function addendumMoments(
  { patientId }: Telling,
  session: { id: string; date: PlainDate; signedAt: Date; signer: StaffKey },
  index: number,
): Moment[] {
  const added = index % EVERY === FIRST ? ADDED[Math.floor(index / EVERY) % ADDED.length] : undefined;
  if (added === undefined) return [];
  const at = new Date(session.signedAt.getTime() + HOURS_LATER * 3_600_000);
  return [
    {
      at,
      by: session.signer,
      did: 'session.addended',
      subject: { type: 'session', id: session.id },
      rows: [
        row('session_addendum', {
          id: newId(at),
          patient_id: patientId,
          session_id: session.id,
          author_id: staff(session.signer),
          ...added,
          created_at: at.toISOString(),
        }),
      ],
    },
  ];
}

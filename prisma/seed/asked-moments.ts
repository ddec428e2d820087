import { newId } from '#server/platform/db/new-id.ts';
import { STAFF } from './clinics.ts';
import { type Moment, row } from './moment.ts';
import { staff } from './opening-moments.ts';
import type { Telling } from './telling.ts';

interface Asked {
  daysAgo: number;
  kind: 'recommendation' | 'team-request';
  words: string;
}

/** What a therapist may only ask for, by the scenario's key: a test, a referral, another team. */
const ASKED: Readonly<Record<string, readonly Asked[]>> = {
  'grace-okafor': [
    {
      daysAgo: 2,
      kind: 'recommendation',
      words:
        'A surgical opinion: every visit attended, worse on both measures for four weeks, and the EMG report names denervation at L5.',
    },
  ],
  'tom-brandt': [
    {
      daysAgo: 1,
      kind: 'team-request',
      words: 'I am away for two weeks from Monday. Please put a colleague on as cover.',
    },
  ],
  'under-delivered': [
    {
      daysAgo: 4,
      kind: 'recommendation',
      words: 'Case management: misses visits because the last bus leaves before the appointment ends.',
    },
  ],
};

const NAMES = {
  recommendation: { title: 'recommends a test or a referral', role: 'physiatrist', did: 'order.recommended' },
  'team-request': {
    title: 'asks for a change of the team',
    role: 'administrator',
    did: 'care-team.change-asked',
  },
} as const;

/** What waits for somebody whose decision it is. */
export function askedMoments({ scenario, calendar, patientId, episodeId }: Telling): Moment[] {
  return (ASKED[scenario.key] ?? []).map(({ daysAgo, kind, words }) => {
    const at = calendar.at(calendar.workday(calendar.day(daysAgo)), '16:40');
    const id = newId(at);
    const { title, role, did } = NAMES[kind];
    const { givenName, familyName, credentials } = STAFF[scenario.therapist];
    return {
      at,
      by: scenario.therapist,
      did,
      subject: { type: 'task', id },
      rows: [
        row('task', {
          id,
          kind,
          title: `${givenName} ${familyName}, ${credentials} ${title}`,
          detail: words,
          owner_role: role,
          patient_id: patientId,
          ...(kind === 'recommendation' ? { episode_id: episodeId } : {}),
          subject_id: staff(scenario.therapist),
          created_at: at.toISOString(),
        }),
      ],
    };
  });
}

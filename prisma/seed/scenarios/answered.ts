import type { ChangeProposal } from '#shared/prescriptions/change-proposal.ts';

/** What a therapist asked for and what came of it. */
export interface AnsweredRequest {
  daysAgo: number;
  proposal: ChangeProposal;
  reason: string;
  line: string;
  status: 'approved' | 'approved-with-changes' | 'declined' | 'withdrawn';
  decidedDaysAgo: number;
  note: string | null;
  /** The version that came of it. */
  version?: number;
}

const frequency = (perWeek: number): ChangeProposal => ({
  edits: [],
  frequencyPerWeek: perWeek,
  durationWeeks: null,
});

/** By scenario, the oldest first. */
export const ANSWERED: Readonly<Record<string, readonly AnsweredRequest[]>> = {
  'three-versions': [
    {
      daysAgo: 97,
      proposal: frequency(3),
      reason: 'Three visits a week: range gained in a session is lost by the next one',
      line: 'External rotation 24 deg at the end of a session, 15 deg at the start of the next',
      status: 'approved',
      decidedDaysAgo: 92,
      note: 'Injection given; three visits while it works.',
      version: 2,
    },
    {
      daysAgo: 39,
      proposal: { edits: [{ code: 'heat-pack', to: 'stop' }], frequencyPerWeek: null, durationWeeks: null },
      reason: 'Heat adds nothing any more; the minutes are better spent on strength',
      line: 'Warm-up on the pulley does the same in three minutes',
      status: 'approved-with-changes',
      decidedDaysAgo: 34,
      note: 'Heat stopped, and two visits instead of three.',
      version: 3,
    },
  ],
  'second-version-unread': [
    {
      daysAgo: 7,
      proposal: {
        edits: [
          { code: 'cervical-traction', to: 'stop' },
          { code: 'scapular-control', from: { loadKg: 5 }, to: { loadKg: 8 } },
        ],
        frequencyPerWeek: null,
        durationWeeks: null,
      },
      reason: 'Traction stopped, more load for the shoulder blade: seven weeks without a change',
      line: 'NDI and arm pain as at the start; 5 kg is easy',
      status: 'approved-with-changes',
      decidedDaysAgo: 2,
      note: 'Both, and another look in seven weeks.',
      version: 2,
    },
  ],
  fracture: [
    {
      daysAgo: 24,
      proposal: {
        edits: [
          { code: 'gait-training', from: { minutes: 15 }, to: { minutes: 20, weightBearingPercent: 50 } },
        ],
        frequencyPerWeek: null,
        durationWeeks: null,
      },
      reason: 'The six weeks end and the X-ray shows union: may the leg be loaded to half?',
      line: 'No pain on tapping, swelling 1 cm',
      status: 'approved-with-changes',
      decidedDaysAgo: 19,
      note: 'Partial weight bearing 30 % first, half after two weeks.',
      version: 2,
    },
  ],
  relapse: [
    {
      daysAgo: 15,
      proposal: frequency(3),
      reason: 'Three visits a week until the flare is over',
      line: 'ODI up by 12 since the last score',
      status: 'declined',
      decidedDaysAgo: 11,
      note: 'First see whether less load settles it; more visits would hide that.',
    },
  ],
  'm-plateau': [
    {
      daysAgo: 19,
      proposal: {
        edits: [{ code: 'neck-stabilisation', from: { holdSeconds: 10 }, to: { holdSeconds: 20 } }],
        frequencyPerWeek: null,
        durationWeeks: null,
      },
      reason: 'Longer holds: ten seconds are easy',
      line: 'Ten holds of ten seconds without shaking',
      status: 'declined',
      decidedDaysAgo: 14,
      note: 'Endurance is not what is missing: wait for the re-evaluation.',
    },
  ],
  'past-8': [
    {
      daysAgo: 283,
      proposal: frequency(3),
      reason: 'Three visits a week',
      line: 'Arm pain 6 of 10',
      status: 'withdrawn',
      decidedDaysAgo: 278,
      note: 'Settled by itself over the weekend.',
    },
  ],
};

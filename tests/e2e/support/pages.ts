import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PersonName } from '#tests/support/a-clinic.ts';
import type { Furniture } from './furnished-clinic.ts';

/** A clinic with nothing in it, for addresses that lead nowhere. */
export const NOWHERE: Furniture = {
  patientId: 'x',
  episodeId: 'x',
  sessionId: 'x',
  signedSessionId: 'x',
  assistedSessionId: 'x',
  draftId: 'x',
  signedId: 'x',
  careRequestId: 'x',
  clinicId: 'x',
};

type AddressIn = (at: Furniture) => string;

/** Addresses by who looks at them. */
export type PagesOf = Partial<Record<PersonName, readonly AddressIn[]>>;

const onEpisode =
  (page: string): AddressIn =>
  ({ episodeId }) =>
    `/episodes/${episodeId}/${page}`;

const PHYSIATRIST: readonly AddressIn[] = [
  () => '/board',
  onEpisode('review'),
  onEpisode('review?show=table'),
  onEpisode('review?decide=order'),
  onEpisode('evaluations'),
  ({ episodeId, draftId }) => `/episodes/${episodeId}/evaluations/${draftId}`,
  ({ episodeId, signedId }) => `/episodes/${episodeId}/evaluations/${signedId}`,
  onEpisode('prescription'),
  onEpisode('prescription?view=contract'),
  onEpisode('prescription?view=requests'),
  onEpisode('prescription?view=history'),
  onEpisode('prescription?view=draft&panel=templates'),
  onEpisode('prescription?view=draft&panel=templates&template=starter%20lumbar-radiculopathy'),
  onEpisode('orders'),
  onEpisode('orders?form=order'),
  onEpisode('medications'),
  onEpisode('medications?form=order'),
  onEpisode('orders?form=procedure'),
  onEpisode('orders?form=referral'),
  onEpisode('surgical-opinion'),
  () => '/results',
  () => '/results?show=awaited',
  onEpisode('home-programme'),
  () => '/exercises',
  onEpisode('sessions'),
  onEpisode('holds'),
  onEpisode('documentation'),
  onEpisode('documentation?panel=sending'),
  onEpisode('scores'),
  () => '/clinical-values',
  () => '/clinical-values?value=rc1.lowAttendance',
  () => '/clinical-values/thresholds',
  () => '/requests',
  () => '/patients',
  ({ patientId }) => `/patients/${patientId}`,
  ({ patientId }) => `/patients/${patientId}?panel=condition`,
  ({ patientId }) => `/patients/${patientId}?panel=history`,
  () => '/tasks',
  () => '/on-call',
  () => '/no-such-page',
];

const THERAPIST: readonly AddressIn[] = [
  () => '/today',
  ({ sessionId }) => `/sessions/${sessionId}`,
  ({ signedSessionId }) => `/sessions/${signedSessionId}`,
  ({ sessionId }) => `/sessions/${sessionId}?panel=red-flag`,
  ({ sessionId }) => `/sessions/${sessionId}?panel=red-flag&flag=RF-DVT`,
  ({ assistedSessionId }) => `/sessions/${assistedSessionId}`,
  onEpisode('progress-reports'),
  onEpisode('prescription'),
  onEpisode('prescription?ask=true'),
  onEpisode('home-programme?edit=true'),
  onEpisode('orders?form=recommendation'),
  ({ patientId }) => `/teams/${patientId}`,
  () => '/exercises?panel=add',
  () => '/exercises?panel=import',
  () => '/referrals',
];

const ASSISTANT: readonly AddressIn[] = [
  () => '/today',
  ({ sessionId }) => `/sessions/${sessionId}`,
  ({ assistedSessionId }) => `/sessions/${assistedSessionId}`,
  onEpisode('progress-reports'),
];

/** A specialist whom a referral brought onto the team: reads the chart, answers what was asked. */
const OCCUPATIONAL_THERAPIST: readonly AddressIn[] = [
  () => '/referrals',
  () => '/today',
  () => '/tasks',
  () => '/patients',
  ({ patientId }) => `/patients/${patientId}`,
  onEpisode('review'),
  onEpisode('evaluations'),
  onEpisode('prescription'),
  onEpisode('sessions'),
  ({ sessionId }) => `/sessions/${sessionId}`,
  ({ signedSessionId }) => `/sessions/${signedSessionId}`,
  onEpisode('home-programme'),
  onEpisode('orders'),
  onEpisode('documentation'),
];

const ADMINISTRATOR: readonly AddressIn[] = [
  () => '/intake',
  () => '/intake/new',
  ({ careRequestId }) => `/intake/${careRequestId}`,
  () => '/teams',
  ({ patientId }) => `/teams/${patientId}`,
  () => '/patients',
  ({ patientId }) => `/patients/${patientId}`,
  ({ patientId }) => `/patients/${patientId}/therapy-amounts`,
  ({ clinicId }) => `/on-call?panel=duty&clinic=${clinicId}`,
  ({ clinicId }) => `/on-call?panel=hours&clinic=${clinicId}`,
  () => '/scope-of-practice',
  () => '/clinical-values?show=unconfirmed',
  () => '/tasks',
];

/** Who looks at which pages; together they are all there are. */
export const PAGES_OF: PagesOf = {
  physiatrist: PHYSIATRIST,
  therapist: THERAPIST,
  assistant: ASSISTANT,
  'occupational-therapist': OCCUPATIONAL_THERAPIST,
  administrator: ADMINISTRATOR,
};

const OF_AN_EPISODE = [
  'review',
  'evaluations',
  'prescription',
  'orders',
  'medications',
  'sessions',
  'holds',
  'scores',
  'documentation',
  'home-programme',
  'progress-reports',
  'surgical-opinion',
].map(onEpisode);

/** The pages about one patient. */
export const PAGES_OF_A_PATIENT: readonly AddressIn[] = [
  ...OF_AN_EPISODE,
  ({ patientId }) => `/patients/${patientId}`,
  ({ patientId }) => `/teams/${patientId}`,
];

/** Who looks at what in a clinic where nothing has happened yet but an episode that was opened. */
export const BARE_PAGES_OF: PagesOf = {
  physiatrist: PAGES_OF_A_PATIENT,
  'second-physiatrist': [() => '/board', () => '/results', () => '/patients', () => '/tasks'],
  'second-therapist': [() => '/today'],
  administrator: [() => '/intake', () => '/teams', ({ patientId }) => `/teams/${patientId}`],
};

/** The pages that need no account. */
export const PUBLIC_PAGES = ['/sign-in', '/request-care'];

const ROUTE_PATH = /^\s*path: '(\/[^']*)'/gm;

/** The address patterns of all pages, read from the slices' routes. */
export function findRoutes(): string[] {
  return readdirSync('client').flatMap((slice) => {
    const file = path.join('client', slice, 'routes.tsx');
    try {
      return [...readFileSync(file, 'utf8').matchAll(ROUTE_PATH)].map(([, route = '']) => route);
    } catch {
      return [];
    }
  });
}

/** Whether an address is one of a route: `/patients/123?panel=x` of `/patients/$patientId`. */
export function isAddressOf(route: string, address: string): boolean {
  const pattern = route.replaceAll(/\$\w+/g, '[^/?]+');
  return new RegExp(`^${pattern}(\\?.*)?$`).test(address);
}

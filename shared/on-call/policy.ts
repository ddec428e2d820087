import { ALLOWED, refuse, type Permission, type StaffRole } from '#shared/platform/actor.ts';

/** The rota and the clinic's hours: an administrator keeps them, a physiatrist may, because they answer. */
export const canSetOnCall = ({ role }: { role: StaffRole }): Permission =>
  role === 'administrator' || role === 'physiatrist'
    ? ALLOWED
    : refuse('administrator-or-physiatrist', 'An administrator or a physiatrist sets who is on call.');

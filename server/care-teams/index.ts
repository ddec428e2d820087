export { assignMember } from './assign-member.ts';
export { isOnTeam } from './repository.ts';

export { assignMember } from './assign-member.ts';
export { isOnTeam, type NewMember } from './repository.ts';

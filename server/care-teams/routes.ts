import { careTeamsApi } from '#shared/care-teams/contract.ts';
import { bind, type Binding } from '#server/platform/http/bind-endpoint.ts';
import { askForTeamChange } from './ask-for-change.ts';
import { assignToTeam } from './assign-member.ts';
import { endMembership } from './end-membership.ts';
import { findTeamPatients, readHeld, readLoad, readTeam } from './queries.ts';

export function careTeamsRoutes(binding: Binding): void {
  bind(binding, careTeamsApi.load, (ctx) => readLoad(ctx));
  bind(binding, careTeamsApi.patients, findTeamPatients);
  bind(binding, careTeamsApi.team, readTeam);
  bind(binding, careTeamsApi.assign, assignToTeam);
  bind(binding, careTeamsApi.askForChange, askForTeamChange);
  bind(binding, careTeamsApi.held, readHeld);
  bind(binding, careTeamsApi.end, endMembership);
}

import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { careTeamsApi } from '#shared/care-teams/contract.ts';
import type { CallInput } from '#shared/platform/endpoint.ts';
import type { CareTeamMemberId, PatientId } from '#shared/platform/ids.ts';
import type { PlainDate } from '#shared/platform/time.ts';
import { call } from '#client/platform/call.ts';
import { queryKeys } from '#client/platform/query-keys.ts';
import { useSubmissionKey } from '#client/platform/submission-key.ts';
import type { TeamsSearch } from './teams-search.ts';

/** What everybody carries. */
export const loadQuery = queryOptions({
  queryKey: queryKeys.teams('load'),
  queryFn: ({ signal }) => call(careTeamsApi.load, {}, { signal }),
});

/** Patients and their teams as the URL asks for, page after page. */
export const teamPatientsQuery = ({ person, ...search }: TeamsSearch) =>
  infiniteQueryOptions({
    queryKey: queryKeys.teams('patients', person, search),
    queryFn: ({ pageParam, signal }) =>
      call(
        careTeamsApi.patients,
        {
          query: {
            ...search,
            ...(person === undefined ? {} : { staffMemberId: person }),
            ...(pageParam === undefined ? {} : { cursor: pageParam }),
          },
        },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** The team of one patient, now, later and before. */
export const teamQuery = (patientId: PatientId) =>
  queryOptions({
    queryKey: queryKeys.teams('patient', patientId),
    queryFn: ({ signal }) => call(careTeamsApi.team, { params: { patientId } }, { signal }),
  });

/** What a member still holds open when they leave after that day, or now; asked each time, because it decides. */
export const heldQuery = (
  patientId: PatientId,
  careTeamMemberId: CareTeamMemberId,
  lastDay: PlainDate | undefined,
) =>
  queryOptions({
    queryKey: queryKeys.teams('held', patientId, careTeamMemberId, lastDay ?? 'now'),
    queryFn: ({ signal }) =>
      call(careTeamsApi.held, { params: { patientId, careTeamMemberId }, query: { lastDay } }, { signal }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });

function useRefreshTeams(patientId: PatientId) {
  const queryClient = useQueryClient();
  return () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: queryKeys.teams() }),
      queryClient.invalidateQueries({ queryKey: queryKeys.patient(patientId) }),
    ]);
}

export function useAssign(patientId: PatientId) {
  const refresh = useRefreshTeams(patientId);
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (body: CallInput<typeof careTeamsApi.assign>['body']) =>
      call(careTeamsApi.assign, { params: { patientId }, body }, { key: submission.key }),
    onSuccess: async () => {
      submission.renew();
      await refresh();
    },
  });
}

export function useAskForTeamChange(patientId: PatientId) {
  const refresh = useRefreshTeams(patientId);
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (body: CallInput<typeof careTeamsApi.askForChange>['body']) =>
      call(careTeamsApi.askForChange, { params: { patientId }, body }, { key: submission.key }),
    onSuccess: async () => {
      submission.renew();
      await refresh();
    },
  });
}

export function useEndMembership(patientId: PatientId, careTeamMemberId: CareTeamMemberId) {
  const refresh = useRefreshTeams(patientId);
  return useMutation({
    mutationFn: (body: CallInput<typeof careTeamsApi.end>['body']) =>
      call(careTeamsApi.end, { params: { patientId, careTeamMemberId }, body }),
    onSettled: refresh,
  });
}

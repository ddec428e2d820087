import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import { complianceApi } from '#shared/compliance/contract.ts';
import type { NewAddendum } from '#shared/corrections/addendum.ts';
import type { CallInput } from '#shared/platform/endpoint.ts';
import { EpisodeId, SessionId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import type { SessionHead } from '#shared/sessions/sheet.ts';
import { call } from '#client/platform/call.ts';
import { queryKeys } from '#client/platform/query-keys.ts';
import { useSubmissionKey } from '#client/platform/submission-key.ts';

export interface DaySearch {
  date?: string | undefined;
  whose?: 'mine' | 'team' | undefined;
}

export const todayQuery = ({ date, whose }: DaySearch) =>
  queryOptions({
    queryKey: queryKeys.today('list', date ?? '', whose ?? 'mine'),
    queryFn: ({ signal }) =>
      call(
        sessionsApi.today,
        { query: { date: date === undefined ? undefined : PlainDate.parse(date), whose } },
        { signal },
      ),
  });

/** Notes of assistants that wait for a therapist. */
export const awaitingQuery = queryOptions({
  queryKey: queryKeys.today('awaiting-cosignature'),
  queryFn: ({ signal }) => call(sessionsApi.awaitingCosignature, {}, { signal }),
});

export const plannableQuery = queryOptions({
  queryKey: queryKeys.today('plannable'),
  queryFn: ({ signal }) => call(sessionsApi.plannable, {}, { signal }),
});

/** `today` is the topic of everything that moves a session, so the sheet hears of it too. */
export const sheetQuery = (sessionId: string) =>
  queryOptions({
    queryKey: queryKeys.today('sheet', sessionId),
    queryFn: ({ signal }) =>
      call(sessionsApi.sheet, { params: { sessionId: SessionId.parse(sessionId) } }, { signal }),
  });

/** Every visit of an episode, page by page. */
export const sessionsQuery = (episodeId: string) =>
  infiniteQueryOptions({
    queryKey: queryKeys.episode(episodeId, 'sessions'),
    queryFn: ({ pageParam, signal }) =>
      call(
        sessionsApi.list,
        { params: { episodeId: EpisodeId.parse(episodeId) }, query: { cursor: pageParam } },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const holdsQuery = (episodeId: string) =>
  queryOptions({
    queryKey: queryKeys.episode(episodeId, 'holds'),
    queryFn: ({ signal }) =>
      call(sessionsApi.holds, { params: { episodeId: EpisodeId.parse(episodeId) } }, { signal }),
  });

/** `board` is the topic of everything that moves a verdict, a hold above all. */
export const openHoldsQuery = queryOptions({
  queryKey: queryKeys.board('open-holds'),
  queryFn: ({ signal }) => call(sessionsApi.openHolds, {}, { signal }),
});

export const progressReportsQuery = (episodeId: string) =>
  queryOptions({
    queryKey: queryKeys.episode(episodeId, 'progress-reports'),
    queryFn: ({ signal }) =>
      call(sessionsApi.progressReports, { params: { episodeId: EpisodeId.parse(episodeId) } }, { signal }),
  });

/** What a change of a session makes stale: the day, the sheet, the episode, the board. */
export async function refreshSessions(queryClient: QueryClient, episodeId: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: queryKeys.today() }),
    queryClient.invalidateQueries({ queryKey: queryKeys.episode(episodeId) }),
    queryClient.invalidateQueries({ queryKey: queryKeys.board() }),
  ]);
}

/** A visit as far as changing it needs it. */
export interface VisitPlace {
  episodeId: EpisodeId;
  sessionId: SessionId;
  version: number;
}

/** What can become of a visit before it is signed. */
export type VisitChange =
  | { kind: 'arrive' }
  | { kind: 'reopen' }
  | { kind: 'miss'; reason: string }
  | { kind: 'cancel'; by: 'patient' | 'clinic'; reason: string };

function sendChange(
  { episodeId, sessionId, version }: VisitPlace,
  change: VisitChange,
): Promise<SessionHead> {
  const params = { episodeId, sessionId };
  const expectedVersion = version;
  switch (change.kind) {
    case 'arrive':
      return call(sessionsApi.arrive, { params, body: { expectedVersion } });
    case 'reopen':
      return call(sessionsApi.reopen, { params, body: { expectedVersion } });
    case 'miss':
      return call(sessionsApi.miss, { params, body: { expectedVersion, reason: change.reason } });
    case 'cancel':
      return call(sessionsApi.cancel, {
        params,
        body: { expectedVersion, reason: change.reason, by: change.by },
      });
    default:
      return change satisfies never;
  }
}

export function useChangeVisit(visit: VisitPlace) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: VisitChange) => sendChange(visit, change),
    onSettled: () => refreshSessions(queryClient, visit.episodeId),
  });
}

export type SlotBody = CallInput<typeof sessionsApi.plan>['body'];

export function usePlanSession() {
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: ({ episodeId, body }: { episodeId: EpisodeId; body: SlotBody }) =>
      call(sessionsApi.plan, { params: { episodeId }, body }, { key: submission.key }),
    onSuccess: (_planned, { episodeId }) => {
      submission.renew();
      return refreshSessions(queryClient, episodeId);
    },
  });
}

export function useMoveSession(visit: VisitPlace) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: SlotBody) =>
      call(sessionsApi.move, {
        params: { episodeId: visit.episodeId, sessionId: visit.sessionId },
        body: { ...body, expectedVersion: visit.version },
      }),
    onSuccess: () => refreshSessions(queryClient, visit.episodeId),
  });
}

export type RedFlagBody = CallInput<typeof sessionsApi.raiseRedFlag>['body'];

export function useRaiseRedFlag(episodeId: EpisodeId) {
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (body: RedFlagBody) =>
      call(sessionsApi.raiseRedFlag, { params: { episodeId }, body }, { key: submission.key }),
    onSuccess: () => {
      submission.renew();
      return refreshSessions(queryClient, episodeId);
    },
  });
}

type HoldPlace = CallInput<typeof sessionsApi.closeHold>['params'];

export function useAnswerHold(params: HoldPlace, expectedVersion: number) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (closing: { reason: string } | undefined) =>
      closing === undefined
        ? call(sessionsApi.acknowledgeHold, { params, body: { expectedVersion } })
        : call(sessionsApi.closeHold, { params, body: { ...closing, expectedVersion } }),
    onSettled: () => refreshSessions(queryClient, params.episodeId),
  });
}

export function useSignProgressReport(episodeId: EpisodeId) {
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (body: CallInput<typeof sessionsApi.signProgressReport>['body']) =>
      call(sessionsApi.signProgressReport, { params: { episodeId }, body }, { key: submission.key }),
    onSuccess: () => {
      submission.renew();
      return refreshSessions(queryClient, episodeId);
    },
  });
}

export function useAcknowledgeVersion(episodeId: EpisodeId) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (params: CallInput<typeof prescriptionsApi.acknowledge>['params']) =>
      call(prescriptionsApi.acknowledge, { params }),
    onSettled: () => refreshSessions(queryClient, episodeId),
  });
}

type ChangeWanted = CallInput<typeof prescriptionsApi.askForChange>;

export function useAskForChange(episodeId: EpisodeId) {
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: ({ params, body }: Pick<ChangeWanted, 'params' | 'body'>) =>
      call(prescriptionsApi.askForChange, { params, body }, { key: submission.key }),
    onSuccess: () => {
      submission.renew();
      return refreshSessions(queryClient, episodeId);
    },
  });
}

/** Adds to a signed note. */
export function useAddendNote({ episodeId, sessionId }: CallInput<typeof sessionsApi.addend>['params']) {
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (body: NewAddendum) =>
      call(sessionsApi.addend, { params: { episodeId, sessionId }, body }, { key: submission.key }),
    onSuccess: () => {
      submission.renew();
      return refreshSessions(queryClient, episodeId);
    },
  });
}

/** Adds to a signed progress report. */
export function useAddendReport({
  episodeId,
  progressReportId,
}: CallInput<typeof complianceApi.addendReport>['params']) {
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (body: NewAddendum) =>
      call(
        complianceApi.addendReport,
        { params: { episodeId, progressReportId }, body },
        { key: submission.key },
      ),
    onSuccess: () => {
      submission.renew();
      return refreshSessions(queryClient, episodeId);
    },
  });
}

export function useCosign({ episodeId, sessionId }: CallInput<typeof sessionsApi.cosign>['params']) {
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (note: string) =>
      call(sessionsApi.cosign, { params: { episodeId, sessionId }, body: { note } }, { key: submission.key }),
    onSuccess: () => {
      submission.renew();
      return Promise.all([
        refreshSessions(queryClient, episodeId),
        queryClient.invalidateQueries({ queryKey: queryKeys.tasks() }),
      ]);
    },
  });
}

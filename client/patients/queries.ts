import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { patientsApi } from '#shared/patients/contract.ts';
import type { CallInput } from '#shared/platform/endpoint.ts';
import type { EpisodeId, HistoryFactId, PatientId } from '#shared/platform/ids.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { call } from '#client/platform/call.ts';
import { queryKeys } from '#client/platform/query-keys.ts';
import { useSubmissionKey } from '#client/platform/submission-key.ts';

/** Patients whose names, birth date or record number match, page after page. */
export const patientsQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: queryKeys.patients(search),
    queryFn: ({ pageParam, signal }) =>
      call(
        patientsApi.search,
        { query: { search, ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const chartQuery = (patientId: PatientId) =>
  queryOptions({
    queryKey: queryKeys.patient(patientId, 'chart'),
    queryFn: ({ signal }) => call(patientsApi.chart, { params: { patientId } }, { signal }),
  });

export type HistoryKind = CallInput<typeof patientsApi.history>['query']['kind'];

export const historyQuery = (patientId: PatientId, kind: HistoryKind) =>
  infiniteQueryOptions({
    queryKey: queryKeys.patient(patientId, 'history', kind),
    queryFn: ({ pageParam, signal }) =>
      call(
        patientsApi.history,
        {
          params: { patientId },
          query: { kind, limit: 20, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
        },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** Everything on screen about this patient is old after a change, whether or not it worked. */
function useRefreshPatient(patientId: PatientId) {
  const queryClient = useQueryClient();
  return () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: queryKeys.patient(patientId) }),
      queryClient.invalidateQueries({ queryKey: queryKeys.patients() }),
      queryClient.invalidateQueries({ queryKey: ['episode'] }),
    ]);
}

type Body<Name extends keyof typeof patientsApi> = CallInput<(typeof patientsApi)[Name]>['body'];

export function useChangeIdentity(patientId: PatientId) {
  const refresh = useRefreshPatient(patientId);
  return useMutation({
    mutationFn: (body: Body<'changeIdentity'>) =>
      call(patientsApi.changeIdentity, { params: { patientId }, body }),
    onSuccess: refresh,
  });
}

export function useChangeEpisode(patientId: PatientId, episodeId: EpisodeId) {
  const refresh = useRefreshPatient(patientId);
  return useMutation({
    mutationFn: (body: Body<'changeEpisode'>) =>
      call(patientsApi.changeEpisode, { params: { episodeId }, body }),
    onSuccess: refresh,
  });
}

export function useAddCondition(patientId: PatientId) {
  const refresh = useRefreshPatient(patientId);
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (body: Body<'addCondition'>) =>
      call(patientsApi.addCondition, { params: { patientId }, body }, { key: submission.key }),
    onSuccess: async () => {
      submission.renew();
      await refresh();
    },
  });
}

export function useAddAllergy(patientId: PatientId) {
  const refresh = useRefreshPatient(patientId);
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (body: Body<'addAllergy'>) =>
      call(patientsApi.addAllergy, { params: { patientId }, body }, { key: submission.key }),
    onSuccess: async () => {
      submission.renew();
      await refresh();
    },
  });
}

export function useAddMedication(patientId: PatientId) {
  const refresh = useRefreshPatient(patientId);
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (body: Body<'addMedication'>) =>
      call(patientsApi.addMedication, { params: { patientId }, body }, { key: submission.key }),
    onSuccess: async () => {
      submission.renew();
      await refresh();
    },
  });
}

/** A status change of one listed fact, whichever list it stands on. */
export type StatusChange =
  | {
      list: 'condition';
      params: CallInput<typeof patientsApi.changeConditionStatus>['params'];
      body: Body<'changeConditionStatus'>;
    }
  | {
      list: 'history';
      params: CallInput<typeof patientsApi.changeHistoryFactStatus>['params'];
      body: Body<'changeHistoryFactStatus'>;
    }
  | {
      list: 'allergy';
      params: CallInput<typeof patientsApi.changeAllergyStatus>['params'];
      body: Body<'changeAllergyStatus'>;
    }
  | {
      list: 'medication';
      params: CallInput<typeof patientsApi.changeMedicationStatus>['params'];
      body: Body<'changeMedicationStatus'>;
    };

function sendStatusChange(change: StatusChange): Promise<{ version: number }> {
  switch (change.list) {
    case 'condition':
      return call(patientsApi.changeConditionStatus, change);
    case 'history':
      return call(patientsApi.changeHistoryFactStatus, change);
    case 'allergy':
      return call(patientsApi.changeAllergyStatus, change);
    case 'medication':
      return call(patientsApi.changeMedicationStatus, change);
    default:
      return change satisfies never;
  }
}

/** Refreshed whatever came of it: a refusal says what it is now. */
export function useCorrectHistory(patientId: PatientId, historyFactId: HistoryFactId) {
  const refresh = useRefreshPatient(patientId);
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (body: CallInput<typeof patientsApi.correctHistoryFact>['body']) =>
      call(
        patientsApi.correctHistoryFact,
        { params: { patientId, historyFactId }, body },
        { key: submission.key },
      ),
    onSuccess: submission.renew,
    onSettled: refresh,
  });
}

export function useChangeStatus(patientId: PatientId) {
  const refresh = useRefreshPatient(patientId);
  return useMutation({ mutationFn: sendStatusChange, onSettled: refresh });
}

export function useReportDangerSign(patientId: PatientId, episodeId: EpisodeId) {
  const refresh = useRefreshPatient(patientId);
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (body: CallInput<typeof sessionsApi.reportDangerSign>['body']) =>
      call(sessionsApi.reportDangerSign, { params: { episodeId }, body }, { key: submission.key }),
    onSuccess: submission.renew,
    onSettled: refresh,
  });
}

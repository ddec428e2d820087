import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { complianceApi } from '#shared/compliance/contract.ts';
import type { CallInput } from '#shared/platform/endpoint.ts';
import { EpisodeId, PatientId, type PlanSendingId, type TherapyAmountId } from '#shared/platform/ids.ts';
import { call } from '#client/platform/call.ts';
import { queryKeys } from '#client/platform/query-keys.ts';
import { useSubmissionKey } from '#client/platform/submission-key.ts';

export const documentationQuery = (episodeId: string) =>
  queryOptions({
    queryKey: queryKeys.episode(episodeId, 'documentation'),
    queryFn: ({ signal }) =>
      call(complianceApi.documentation, { params: { episodeId: EpisodeId.parse(episodeId) } }, { signal }),
  });

export const amountsQuery = (patientId: string) =>
  queryOptions({
    queryKey: queryKeys.patient(patientId, 'therapy-amounts'),
    queryFn: ({ signal }) =>
      call(complianceApi.therapyAmounts, { params: { patientId: PatientId.parse(patientId) } }, { signal }),
  });

export function useRecordSending(episodeId: EpisodeId) {
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (body: CallInput<typeof complianceApi.recordSending>['body']) =>
      call(complianceApi.recordSending, { params: { episodeId }, body }, { key: submission.key }),
    onSuccess: () => {
      submission.renew();
      return queryClient.invalidateQueries({ queryKey: queryKeys.episode(episodeId) });
    },
  });
}

export function useCertify(episodeId: EpisodeId) {
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (body: CallInput<typeof complianceApi.certify>['body']) =>
      call(complianceApi.certify, { params: { episodeId }, body }, { key: submission.key }),
    onSuccess: () => {
      submission.renew();
      return queryClient.invalidateQueries({ queryKey: queryKeys.episode(episodeId) });
    },
  });
}

export function useMarkSendingError(episodeId: EpisodeId, planSendingId: PlanSendingId) {
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (reason: string) =>
      call(
        complianceApi.markSendingError,
        { params: { episodeId, planSendingId }, body: { reason } },
        { key: submission.key },
      ),
    onSuccess: () => {
      submission.renew();
      return queryClient.invalidateQueries({ queryKey: queryKeys.episode(episodeId) });
    },
  });
}

export function useMarkAmountError(patientId: PatientId, therapyAmountId: TherapyAmountId) {
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (reason: string) =>
      call(
        complianceApi.markAmountError,
        { params: { patientId, therapyAmountId }, body: { reason } },
        { key: submission.key },
      ),
    onSuccess: () => {
      submission.renew();
      return queryClient.invalidateQueries({ queryKey: queryKeys.patient(patientId) });
    },
  });
}

export function useSignDischargeNote(episodeId: EpisodeId) {
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (body: CallInput<typeof complianceApi.signDischargeNote>['body']) =>
      call(complianceApi.signDischargeNote, { params: { episodeId }, body }, { key: submission.key }),
    onSuccess: () => {
      submission.renew();
      return queryClient.invalidateQueries({ queryKey: queryKeys.episode(episodeId) });
    },
  });
}

export function useEnterAmount(patientId: PatientId) {
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (body: CallInput<typeof complianceApi.enterAmount>['body']) =>
      call(complianceApi.enterAmount, { params: { patientId }, body }, { key: submission.key }),
    onSuccess: () => {
      submission.renew();
      return queryClient.invalidateQueries({ queryKey: queryKeys.patient(patientId) });
    },
  });
}

export function useAddendDischargeNote(episodeId: EpisodeId) {
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (body: CallInput<typeof complianceApi.addendDischargeNote>['body']) =>
      call(complianceApi.addendDischargeNote, { params: { episodeId }, body }, { key: submission.key }),
    onSuccess: () => {
      submission.renew();
      return queryClient.invalidateQueries({ queryKey: queryKeys.episode(episodeId) });
    },
  });
}

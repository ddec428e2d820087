import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { medicationsApi } from '#shared/medications/contract.ts';
import { patientsApi } from '#shared/patients/contract.ts';
import type { CallInput, Output } from '#shared/platform/endpoint.ts';
import {
  EpisodeId,
  type InrReadingId,
  type MedicationOrderId,
  type PatientId,
} from '#shared/platform/ids.ts';
import { call } from '#client/platform/call.ts';
import { queryKeys } from '#client/platform/query-keys.ts';
import { useSubmissionKey } from '#client/platform/submission-key.ts';

/** What the page about a patient's medications shows. */
export type Medications = Output<typeof medicationsApi.list>;

/** The patient's medications, as a page about one episode shows them. */
export const medicationsQuery = (episodeId: string) =>
  queryOptions({
    queryKey: queryKeys.episode(episodeId, 'medications'),
    queryFn: ({ signal }) =>
      call(medicationsApi.list, { params: { episodeId: EpisodeId.parse(episodeId) } }, { signal }),
  });

interface Place {
  episodeId: EpisodeId;
  patientId: PatientId;
}

function useRefresh({ episodeId, patientId }: Place) {
  const queryClient = useQueryClient();
  return () => {
    void queryClient.invalidateQueries({ queryKey: queryKeys.patient(patientId) });
    return queryClient.invalidateQueries({ queryKey: queryKeys.episode(episodeId) });
  };
}

export function useOrderMedication(place: Place) {
  const refresh = useRefresh(place);
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (body: CallInput<typeof medicationsApi.order>['body']) =>
      call(medicationsApi.order, { params: { episodeId: place.episodeId }, body }, { key: submission.key }),
    onSuccess: () => {
      submission.renew();
      return refresh();
    },
  });
}

export function useChangeMedication(place: Place, medicationOrderId: MedicationOrderId) {
  const refresh = useRefresh(place);
  return useMutation({
    mutationFn: (body: CallInput<typeof medicationsApi.change>['body']) =>
      call(medicationsApi.change, { params: { episodeId: place.episodeId, medicationOrderId }, body }),
    onSuccess: refresh,
  });
}

/** The same act as on the chart: a medication is one entry, wherever it is looked at. */
export function useMarkMedicationError(place: Place, medicationOrderId: MedicationOrderId) {
  const refresh = useRefresh(place);
  return useMutation({
    mutationFn: (body: { reason: string; expectedVersion: number }) =>
      call(patientsApi.changeMedicationStatus, {
        params: { patientId: place.patientId, medicationOrderId },
        body: { ...body, status: 'entered-in-error', stoppedOn: null },
      }),
    onSuccess: refresh,
  });
}

export function useStopMedication(place: Place, medicationOrderId: MedicationOrderId) {
  const refresh = useRefresh(place);
  return useMutation({
    mutationFn: (body: CallInput<typeof medicationsApi.stop>['body']) =>
      call(medicationsApi.stop, { params: { episodeId: place.episodeId, medicationOrderId }, body }),
    onSuccess: refresh,
  });
}

export function useEnterInr(place: Place) {
  const refresh = useRefresh(place);
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (body: CallInput<typeof medicationsApi.enterInr>['body']) =>
      call(
        medicationsApi.enterInr,
        { params: { episodeId: place.episodeId }, body },
        { key: submission.key },
      ),
    onSuccess: () => {
      submission.renew();
      return refresh();
    },
  });
}

export function useMarkInrError(place: Place, inrReadingId: InrReadingId) {
  const refresh = useRefresh(place);
  return useMutation({
    mutationFn: (reason: string) =>
      call(medicationsApi.markInrError, {
        params: { episodeId: place.episodeId, inrReadingId },
        body: { reason },
      }),
    onSuccess: refresh,
  });
}

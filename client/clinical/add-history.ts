import { useMutation, useQueryClient } from '@tanstack/react-query';
import { patientsApi } from '#shared/patients/contract.ts';
import type { PatientId } from '#shared/platform/ids.ts';
import { call } from '#client/platform/call.ts';
import { queryKeys } from '#client/platform/query-keys.ts';
import { useSubmissionKey } from '#client/platform/submission-key.ts';
import type { HistoryRequest } from './history-form.ts';

/** Records a history fact; an implant or a pregnancy becomes a coded condition, because precautions follow from it. */
export function useAddHistory(patientId: PatientId) {
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: async (request: HistoryRequest): Promise<void> => {
      const { key } = submission;
      if (request.list === 'history') {
        await call(patientsApi.addHistoryFact, { params: { patientId }, body: request.body }, { key });
      } else {
        await call(patientsApi.addCondition, { params: { patientId }, body: request.body }, { key });
      }
    },
    onSuccess: async () => {
      submission.renew();
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: queryKeys.patient(patientId) }),
        queryClient.invalidateQueries({ queryKey: ['episode'] }),
      ]);
    },
  });
}

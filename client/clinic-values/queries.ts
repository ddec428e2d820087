import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { CallInput } from '#shared/platform/endpoint.ts';
import { clinicValuesApi } from '#shared/clinic-values/contract.ts';
import type { ClinicId } from '#shared/platform/ids.ts';
import { call } from '#client/platform/call.ts';

const ROOT = 'clinic-values';

export const valuesQuery = (clinicId: ClinicId) =>
  queryOptions({
    queryKey: [ROOT, clinicId] as const,
    queryFn: ({ signal }) => call(clinicValuesApi.list, { params: { clinicId } }, { signal }),
  });

export const valueHistoryQuery = (clinicId: ClinicId, key: string) =>
  queryOptions({
    queryKey: [ROOT, clinicId, key] as const,
    queryFn: ({ signal }) => call(clinicValuesApi.history, { params: { clinicId, key } }, { signal }),
  });

/** A value may change any screen: everything that is shown is asked for again. */
function useRefresh() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries();
}

export function useSetValue(clinicId: ClinicId, key: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: CallInput<typeof clinicValuesApi.set>['body']) =>
      call(clinicValuesApi.set, { params: { clinicId, key }, body }),
    onSettled: refresh,
  });
}

export function useConfirmValue(clinicId: ClinicId, key: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: CallInput<typeof clinicValuesApi.confirm>['body']) =>
      call(clinicValuesApi.confirm, { params: { clinicId, key }, body }),
    onSettled: refresh,
  });
}

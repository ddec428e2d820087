import {
  infiniteQueryOptions,
  queryOptions,
  skipToken,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { careTeamsApi } from '#shared/care-teams/contract.ts';
import { intakeApi } from '#shared/intake/contract.ts';
import { patientsApi } from '#shared/patients/contract.ts';
import type { CallInput } from '#shared/platform/endpoint.ts';
import type { CareRequestId, ClinicId, PatientId } from '#shared/platform/ids.ts';
import { call } from '#client/platform/call.ts';
import { queryKeys } from '#client/platform/query-keys.ts';
import { useSubmissionKey } from '#client/platform/submission-key.ts';
import type { QueueSearch } from './queue-search.ts';
import type { WizardSubmission } from './RequestWizard.tsx';

/** The clinics of the public page. */
export const clinicsQuery = queryOptions({
  queryKey: queryKeys.intake('clinics'),
  queryFn: ({ signal }) => call(intakeApi.clinics, {}, { signal }),
  staleTime: 60 * 60_000,
});

/** Sends a request without an account. `website` is the field that people do not see. */
export function useSubmitRequest() {
  return useMutation({
    mutationFn: ({ submissionKey, clinic, form, website }: WizardSubmission & { website: string }) =>
      call(intakeApi.submit, { body: { submissionKey, clinicSlug: clinic, form, website } }),
  });
}

/** Opens a request as a member of staff. */
export function useCreateRequest() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({
      submissionKey,
      clinicId,
      form,
    }: Omit<WizardSubmission, 'clinic'> & { clinicId: ClinicId }) =>
      call(intakeApi.create, { body: { submissionKey, clinicId, form } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.intake() }),
  });
}

/** The queue as the URL asks for it, page after page. */
export const queueQuery = (search: QueueSearch) =>
  infiniteQueryOptions({
    queryKey: queryKeys.intake('queue', search),
    queryFn: ({ pageParam, signal }) =>
      call(
        intakeApi.queue,
        { query: { ...search, ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** The number in the header. */
export const unownedQuery = queryOptions({
  queryKey: queryKeys.intake('count'),
  queryFn: ({ signal }) => call(intakeApi.count, {}, { signal }),
});

export const requestQuery = (careRequestId: CareRequestId) =>
  queryOptions({
    queryKey: queryKeys.intake('request', careRequestId),
    queryFn: ({ signal }) => call(intakeApi.detail, { params: { careRequestId } }, { signal }),
  });

/** What everybody carries, for choosing the first provider. */
export const loadQuery = queryOptions({
  queryKey: queryKeys.teams('load'),
  queryFn: ({ signal }) => call(careTeamsApi.load, {}, { signal }),
});

/** Anybody in the register, for matching by hand. */
export const registerQuery = (search: string) =>
  queryOptions({
    queryKey: queryKeys.patients('match', search),
    queryFn: ({ signal }) => call(patientsApi.search, { query: { search, limit: 8 } }, { signal }),
    enabled: search.trim() !== '',
  });

/** The open episodes of whoever was chosen, that the request may be led to. */
export const runningQuery = (patientId: PatientId | null) =>
  queryOptions({
    queryKey: queryKeys.patients('running', patientId),
    queryFn:
      patientId === null
        ? skipToken
        : ({ signal }) => call(intakeApi.running, { params: { patientId } }, { signal }),
  });

type Body<Name extends keyof typeof intakeApi> = CallInput<(typeof intakeApi)[Name]>['body'];

/** One step of handling a request. */
export type Handling =
  | { step: 'take'; body: Body<'take'> }
  | { step: 'override'; body: Body<'override'> }
  | { step: 'askMore'; body: Body<'askMore'> }
  | { step: 'addInformation'; body: Body<'addInformation'> }
  | { step: 'decline'; body: Body<'decline'> };

function send(careRequestId: CareRequestId, { step, body }: Handling) {
  const params = { careRequestId };
  switch (step) {
    case 'take':
      return call(intakeApi.take, { params, body });
    case 'override':
      return call(intakeApi.override, { params, body });
    case 'askMore':
      return call(intakeApi.askMore, { params, body });
    case 'addInformation':
      return call(intakeApi.addInformation, { params, body });
    case 'decline':
      return call(intakeApi.decline, { params, body });
    default:
      return step satisfies never;
  }
}

/** Handles a request step by step. A refusal also means that the page is old. */
export function useHandle(careRequestId: CareRequestId) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (handling: Handling) => send(careRequestId, handling),
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.intake() }),
  });
}

export function useAccept(careRequestId: CareRequestId) {
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (body: CallInput<typeof intakeApi.accept>['body']) =>
      call(intakeApi.accept, { params: { careRequestId }, body }, { key: submission.key }),
    onSuccess: async () => {
      submission.renew();
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: queryKeys.intake() }),
        queryClient.invalidateQueries({ queryKey: queryKeys.teams() }),
        queryClient.invalidateQueries({ queryKey: queryKeys.patients() }),
      ]);
    },
  });
}

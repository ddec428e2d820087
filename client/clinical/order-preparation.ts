import { queryOptions } from '@tanstack/react-query';
import { ordersApi } from '#shared/orders/contract.ts';
import { EpisodeId } from '#shared/platform/ids.ts';
import { call } from '#client/platform/call.ts';
import { queryKeys } from '#client/platform/query-keys.ts';

/** What the chart says to the questions before a test. */
export const preparationQuery = (episodeId: string) =>
  queryOptions({
    queryKey: queryKeys.episode(episodeId, 'order-preparation'),
    queryFn: ({ signal }) =>
      call(ordersApi.prepare, { params: { episodeId: EpisodeId.parse(episodeId) } }, { signal }),
  });

/** Tests, procedures and referrals of an episode, and who can take a referral on. */
export const ordersQuery = (episodeId: string) =>
  queryOptions({
    queryKey: queryKeys.episode(episodeId, 'orders'),
    queryFn: ({ signal }) =>
      call(ordersApi.list, { params: { episodeId: EpisodeId.parse(episodeId) } }, { signal }),
  });

import { z } from 'zod';
import type { ChartEpisode } from '#shared/patients/chart.ts';
import { BodyRegion, BODY_REGION_LABEL, PAYER_LABEL, PayerProfile, Side } from '#shared/patients/model.ts';

/** An episode's facts as they are typed. */
export const EpisodeForm = z.object({
  concern: z.string(),
  bodyRegion: BodyRegion.nullable(),
  side: Side.nullable(),
  onsetOn: z.string(),
  payerProfile: PayerProfile,
});
export type EpisodeForm = z.infer<typeof EpisodeForm>;

export const episodeForm = (episode: ChartEpisode): EpisodeForm => ({
  concern: episode.concern,
  bodyRegion: BodyRegion.safeParse(episode.bodyRegion).data ?? null,
  side: episode.side,
  onsetOn: episode.onsetOn ?? '',
  payerProfile: episode.payerProfile,
});

export const EPISODE_LABEL: Record<keyof EpisodeForm, string> = {
  concern: 'Concern',
  bodyRegion: 'Part of the body',
  side: 'Side',
  onsetOn: 'Onset',
  payerProfile: 'Payer rules',
};

/** The same in words, to compare two versions. */
export const episodeInWords = (form: EpisodeForm): Record<keyof EpisodeForm, string> => ({
  ...form,
  bodyRegion: form.bodyRegion === null ? '' : BODY_REGION_LABEL[form.bodyRegion],
  side: form.side ?? '',
  payerProfile: PAYER_LABEL[form.payerProfile],
});

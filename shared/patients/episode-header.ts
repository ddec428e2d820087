import { z } from 'zod';
import { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { EpisodeId, PatientId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { comorbidityKeysOf, comorbidityLabel } from './comorbidities.ts';
import { listName, Sex, SEX_LETTER, Side } from './model.ts';

/** Who and what a page about one episode is about: enough for the banner. */
export const EpisodeHeader = z.object({
  patientId: PatientId,
  familyName: z.string(),
  givenName: z.string(),
  birthDate: PlainDate,
  sex: Sex,
  mrn: z.string(),
  episodeId: EpisodeId,
  concern: z.string(),
  bodyRegion: z.string(),
  side: Side.nullable(),
  onsetOn: PlainDate.nullable(),
  status: z.enum(['open', 'closed']),
  /** What the episode's clinic has set differently from Tandem's defaults. */
  clinicValues: ClinicOverrides,
  /** Active conditions: those of this episode and the comorbidities. */
  conditions: z.array(
    z.object({
      category: z.string(),
      code: z.string(),
      codeSystem: z.string(),
      display: z.string(),
      side: z.string().nullable(),
      status: z.string(),
      isPrimary: z.boolean(),
      episodeId: z.string().nullable(),
    }),
  ),
});
export type EpisodeHeader = z.infer<typeof EpisodeHeader>;

/** The words of the patient's banner: who, what is treated, what to be careful about. */
export function bannerOf(header: EpisodeHeader) {
  const ofEpisode = header.conditions.filter(
    ({ category, episodeId }) => category === 'diagnosis' && episodeId === header.episodeId,
  );
  const main = ofEpisode.find((condition) => condition.isPrimary) ?? ofEpisode[0];
  const careful = comorbidityKeysOf(header.conditions).map((key) => comorbidityLabel(key).toLowerCase());
  return {
    name: listName(header),
    birthDate: header.birthDate,
    sex: SEX_LETTER[header.sex],
    recordNumber: header.mrn,
    diagnosis:
      main === undefined
        ? header.concern
        : `${main.display} (${[main.code, main.side].filter(Boolean).join(' ')})`,
    precautions: careful.length === 0 ? 'none coded' : careful.join(', '),
  };
}

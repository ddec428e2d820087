import { z } from 'zod';
import { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { DRUGS } from '#shared/medications/drugs.ts';
import { EpisodeId, PatientId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { type CodedCondition, comorbidityKeysOf, comorbidityLabel } from './comorbidities.ts';
import { Onset } from './onset.ts';
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
  onset: Onset.nullable(),
  status: z.enum(['open', 'closed']),
  /** The day at the episode's clinic: what forms about it offer, as the server asks. */
  today: PlainDate,
  /** What the episode's clinic has set differently from Tandem's defaults. */
  clinicValues: ClinicOverrides,
  /** Active conditions: those of this episode, the comorbidities, and what was ticked at a fact of the history. */
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
      isOld: z.boolean().optional(),
    }),
  ),
  /** Names of the active medications. */
  medications: z.array(z.string()).default([]),
  /** Active allergies. */
  allergies: z
    .array(
      z.object({ substance: z.string(), reaction: z.string().nullable(), severity: z.string().nullable() }),
    )
    .default([]),
});
export type EpisodeHeader = z.infer<typeof EpisodeHeader>;

/** The words of the patient's banner, the same on every page: who, what is treated, what to be careful about. */
export function bannerOf(header: EpisodeHeader) {
  const ofEpisode = header.conditions.filter(
    ({ category, episodeId }) => category === 'diagnosis' && episodeId === header.episodeId,
  );
  const main = ofEpisode.find((condition) => condition.isPrimary) ?? ofEpisode[0];
  return {
    name: listName(header),
    birthDate: header.birthDate,
    sex: SEX_LETTER[header.sex],
    recordNumber: header.mrn,
    diagnosis: main === undefined ? header.concern : codedWords(main),
    ...carefulOf(header),
  };
}

/** A coded condition in words, its side said once: most codes say it themselves. */
export function codedWords({ display, side, code }: { display: string; side: string | null; code: string }) {
  const saysSide = side === null || display.toLowerCase().split(/\W+/).includes(side);
  return saysSide ? `${display} (${code})` : `${display}, ${side} (${code})`;
}

/** What must not be forgotten: comorbidities that limit therapy, medication that makes bleed, allergies with how bad they were. */
export function carefulOf({
  conditions,
  medications,
  allergies,
}: {
  conditions: readonly CodedCondition[];
  medications: readonly string[];
  allergies: EpisodeHeader['allergies'];
}) {
  const keys = comorbidityKeysOf(conditions);
  const thinners = medications.filter(isAnticoagulant);
  const taken = thinners.length === 0 ? [] : [`Anticoagulant: ${thinners.join(', ')}`];
  const careful = [
    ...keys.filter((key) => key !== 'anticoagulant' || thinners.length === 0).map(comorbidityLabel),
    ...taken,
  ];
  return {
    precautions: careful.length === 0 ? 'none coded' : careful.join(' · '),
    allergies: allergies.length === 0 ? 'none recorded' : allergies.map(allergyWords).join(' · '),
  };
}

const allergyWords = ({ substance, reaction, severity }: EpisodeHeader['allergies'][number]): string => {
  const how = [reaction, severity].filter(Boolean).join(', ');
  return how === '' ? substance : `${substance} (${how})`;
};

const THINNERS = DRUGS.filter(({ classes }) => classes.includes('anticoagulant')).flatMap(
  ({ key, synonyms }) => [key, ...synonyms],
);

/** Whether a medication, in the words it is listed with, makes bleed. */
export const isAnticoagulant = (medication: string): boolean =>
  THINNERS.some((name) => medication.toLowerCase().includes(name));

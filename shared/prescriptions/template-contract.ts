import { z } from 'zod';
import { BodyRegion } from '#shared/patients/model.ts';
import { endpoint, expectedVersion, text } from '#shared/platform/endpoint.ts';
import { EpisodeId, PrescriptionId, PrescriptionTemplateId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { PrescriptionContent } from './model.ts';
import { TemplateContent, TemplateName } from './template.ts';

export const TEMPLATE_ACTS = ['saved', 'renamed', 'retired', 'restored'] as const;

/** A starting point: one of the clinic's own, or a shipped one that nobody has taken over yet. */
export const PrescriptionTemplate = z.object({
  /** None for a shipped one. */
  templateId: PrescriptionTemplateId.nullable(),
  starterKey: z.string().nullable(),
  name: z.string(),
  phase: z.string().nullable(),
  bodyRegion: BodyRegion.nullable(),
  /** Beginnings of the diagnosis codes that a shipped one is meant for. */
  codes: z.array(z.string()),
  content: TemplateContent,
  version: z.number().int(),
  retired: z.boolean(),
  savedBy: z.string().nullable(),
  savedAt: z.string().nullable(),
  /** Newest first. */
  history: z.array(
    z.object({
      versionNumber: z.number().int(),
      did: z.enum(TEMPLATE_ACTS),
      name: z.string(),
      by: z.string(),
      at: z.string(),
    }),
  ),
});
export type PrescriptionTemplate = z.infer<typeof PrescriptionTemplate>;

/** A signed prescription of the same patient, to be copied from. */
export const EarlierPrescription = z.object({
  prescriptionId: PrescriptionId,
  episodeId: EpisodeId,
  concern: z.string(),
  side: z.string().nullable(),
  versionNumber: z.number().int(),
  startsOn: PlainDate,
  endsOn: PlainDate,
  signedBy: z.string(),
  content: PrescriptionContent,
});
export type EarlierPrescription = z.infer<typeof EarlierPrescription>;

const phase = text(80).nullable();
const Saved = z.object({ templateId: PrescriptionTemplateId, version: z.number().int() });
const PRESCRIBERS = ['physiatrist'] as const;

export const templatesApi = {
  list: endpoint({
    id: 'prescription-templates.list',
    method: 'GET',
    path: '/api/prescription-templates',
    summary: 'Starting points of prescriptions: the clinic’s own with their versions, and the shipped ones',
    permission: PRESCRIBERS,
    response: z.object({ templates: z.array(PrescriptionTemplate) }),
  }),
  earlier: endpoint({
    id: 'prescription-templates.list-earlier',
    method: 'GET',
    path: '/api/episodes/:episodeId/prescription/earlier',
    summary: 'Signed prescriptions of the same patient, newest first, to copy from',
    permission: PRESCRIBERS,
    params: z.object({ episodeId: EpisodeId }),
    response: z.object({ prescriptions: z.array(EarlierPrescription) }),
  }),
  save: endpoint({
    id: 'prescription-templates.save',
    method: 'POST',
    path: '/api/prescription-templates',
    summary: 'Keep a new template; naming a shipped one takes it over for the clinic',
    permission: PRESCRIBERS,
    body: z.object({
      name: TemplateName,
      phase: phase.default(null),
      bodyRegion: BodyRegion.nullable().default(null),
      starterKey: z.string().max(60).nullable().default(null),
      retired: z.boolean().default(false),
      content: TemplateContent,
    }),
    response: Saved,
    errors: ['conflict'],
    idempotent: true,
  }),
  change: endpoint({
    id: 'prescription-templates.change',
    method: 'PUT',
    path: '/api/prescription-templates/:templateId',
    summary: 'Rename a template, give it other content, retire it or bring it back: each is a version of it',
    permission: PRESCRIBERS,
    params: z.object({ templateId: PrescriptionTemplateId }),
    body: z.object({
      expectedVersion,
      name: TemplateName.optional(),
      phase: phase.optional(),
      retired: z.boolean().optional(),
      content: TemplateContent.optional(),
    }),
    response: Saved,
    errors: ['stale-version'],
  }),
};

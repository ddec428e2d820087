import { z } from 'zod';
import { blankable, blankableEmail, blankablePhone } from '#shared/patients/identity.ts';
import { BodyRegion, Sex, Side } from '#shared/patients/model.ts';
import { requiredText, text } from '#shared/platform/endpoint.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { IntakeAnswers } from './answers.ts';
import type { TriageRoute } from './triage.ts';

export const SUBMITTERS = ['patient', 'relative', 'referrer'] as const;
export const Submitter = z.enum(SUBMITTERS, { error: 'Say who is asking.' });
export type Submitter = z.infer<typeof Submitter>;

export const SUBMITTER_LABEL: Record<Submitter, string> = {
  patient: 'The patient',
  relative: 'A relative or friend',
  referrer: 'A doctor or another professional',
};

/** A request for care as it is filled in, by whoever fills it in. */
export const RequestForm = z
  .object({
    submitter: Submitter,
    submitterName: text(120),
    submitterContact: text(200),
    familyName: requiredText(100, 'The family name'),
    givenName: text(100),
    birthDate: PlainDate,
    sex: Sex,
    phone: blankablePhone,
    email: blankableEmail,
    concern: requiredText(200, 'A sentence about the problem'),
    bodyRegion: BodyRegion,
    side: Side.nullable(),
    narrative: blankable(4000),
    answers: IntakeAnswers,
  })
  .superRefine((form, ctx) => {
    const reached = form.phone !== null || form.email !== null || form.submitterContact !== '';
    if (!reached) {
      ctx.addIssue({
        code: 'custom',
        path: ['phone'],
        message: 'Give a telephone number or an e-mail address.',
      });
    }
    if (form.submitter !== 'patient' && form.submitterName === '') {
      ctx.addIssue({ code: 'custom', path: ['submitterName'], message: 'Give your name.' });
    }
  });
export type RequestForm = z.infer<typeof RequestForm>;

export const REQUEST_STATUSES = ['new', 'in-review', 'needs-information', 'accepted', 'declined'] as const;
export const RequestStatus = z.enum(REQUEST_STATUSES);
export type RequestStatus = z.infer<typeof RequestStatus>;

export const STATUS_LABEL: Record<RequestStatus, string> = {
  new: 'New',
  'in-review': 'In review',
  'needs-information': 'Waiting for an answer',
  accepted: 'Accepted',
  declined: 'Declined',
};

/** Whether somebody still has to decide. */
export const isOpen = (status: RequestStatus): boolean => status !== 'accepted' && status !== 'declined';

/** An answer that came later, by telephone or mail, as the administrator wrote it down. */
export const AddedInformation = z.object({ at: z.string(), byId: z.uuid(), text: z.string() });
export type AddedInformation = z.infer<typeof AddedInformation>;

/** The profession that sees the patient first on a route; it must be on the team before a request is accepted. */
export const firstProviderRole = (route: TriageRoute): 'physiatrist' | 'physical-therapist' =>
  route === 'PT_DIRECT' ? 'physical-therapist' : 'physiatrist';

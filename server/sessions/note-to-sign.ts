import { documentationOf } from '#shared/compliance/documentation-values.ts';
import { isAboveKx, kxStanding } from '#shared/compliance/kx-threshold.ts';
import { rulePackOn } from '#shared/compliance/rule-packs.ts';
import { Problem, type ProblemIssue } from '#shared/platform/problem.ts';
import { plainDate } from '#shared/platform/time.ts';
import { claimCode, GROUP_CODE } from '#shared/sessions/claim-codes.ts';
import {
  assistantMinutesOf,
  claimModifiers,
  servicesClaimed,
  type GivenService,
} from '#shared/sessions/claim-modifiers.ts';
import { acknowledgedAt } from '#shared/sessions/acknowledge-precautions.ts';
import { missingInNote } from '#shared/sessions/missing-in-note.ts';
import type { SessionBilling, SessionContent } from '#shared/sessions/model.ts';
import { classifyRows, type ClassifiedRow } from '#shared/sessions/note-limits.ts';
import { isSameBilling, sessionUnits, unitsAgree } from '#shared/sessions/note-units.ts';
import { provenanceOf } from '#shared/sessions/provenance.ts';
import { billingValuesOf } from '#shared/sessions/billing-values.ts';
import { newId } from '#server/platform/db/new-id.ts';
import type { Context } from '#server/platform/http/context.ts';
import type { NoteToSign, SigningFacts } from './repository.ts';

/** Refuses a note that lacks something, or repeats the last one unread by its signer. */
export function assertComplete(
  ctx: Context,
  { last, clinicValues, prescription }: SigningFacts,
  content: SessionContent,
): void {
  const missing = missingInNote(content, {
    last,
    signerId: ctx.actor.staffMemberId,
    signerRole: ctx.actor.role,
    clinicValues,
    precautions: prescription?.content.precautions,
  });
  if (missing.length > 0) throw incomplete(missing);
}

const incomplete = (missing: readonly ProblemIssue[]): Problem =>
  new Problem('incomplete-session', missing[0]?.message, {
    issues: missing.map((one) => ({ ...one, path: `content.${one.path}` })),
  });

/** Places each row against the prescription's limits; one outside is not stored. */
export function assertWithinLimits(
  ctx: Context,
  { prescription, lastDoses }: SigningFacts,
  content: SessionContent,
): ClassifiedRow[] {
  // The gate has refused a session without a prescription.
  const limits = prescription?.content ?? { interventions: [], precautions: [] };
  const rows = classifyRows(limits, lastDoses, content.interventions, ctx.actor.role);
  const issues = rows.flatMap(({ refusal }, index) =>
    refusal === undefined
      ? []
      : [{ path: `content.interventions.${index}.dose`, code: 'OUTSIDE_BOUNDS', message: refusal }],
  );
  if (issues.length > 0) throw new Problem('outside-bounds', issues[0]?.message, { issues });
  return rows;
}

/** The note as it is stored: rows with their names, units, modifiers, and where each part of the text comes from. */
export function noteToSign(
  ctx: Context,
  facts: SigningFacts,
  { content, unitsSeen }: { content: SessionContent; unitsSeen?: Record<string, number> | undefined },
  rows: readonly ClassifiedRow[],
): NoteToSign {
  const { prescription, last, payerProfile } = facts;
  if (prescription === null) throw new Problem('incomplete-session');
  const signedAt = ctx.now();
  const interventions = content.interventions.map((row, index) => ({
    id: newId(signedAt),
    code: row.code,
    name: rows[index]?.name ?? row.code,
    dose: row.dose,
    minutes: row.minutes ?? 0,
    billingCode: claimCode(row.billingCode, payerProfile),
    classification: rows[index]?.edit.kind === 'notify' ? ('notify' as const) : ('within' as const),
    assistantMinutes: assistantMinutesOf(ctx.actor.role, row),
  }));
  const billing = billingOf(facts, content, unitsSeen);
  return {
    prescriptionId: prescription.prescriptionId,
    content,
    billing: { ...billing, modifiers: modifiersOf(ctx, facts, interventions) },
    provenance: provenanceOf(content, last, { name: ctx.actor.name, at: signedAt.toISOString() }),
    acknowledged: acknowledgedAt(prescription.content.precautions, content, {
      name: ctx.actor.name,
      id: ctx.actor.staffMemberId,
      at: signedAt.toISOString(),
    }),
    signedAt,
    interventions,
  };
}

/** Claim modifiers by the payer's rules on the day, and by what the patient's year amounts to. */
function modifiersOf(
  ctx: Context,
  { payerProfile, session, clinicValues, sameDay, allowedCents }: SigningFacts,
  interventions: readonly GivenService[],
): Record<string, string[]> {
  const year = Number(session.sessionDate.slice(0, 4));
  return claimModifiers(ctx.actor.role, servicesClaimed(interventions, sameDay), {
    pack: rulePackOn(payerProfile, plainDate(session.sessionDate)),
    values: billingValuesOf(clinicValues),
    aboveKx: isAboveKx(kxStanding(year, allowedCents, documentationOf(clinicValues))),
  });
}

/** Units by the payer's rule. They must add up, and be those that the signer saw. */
function billingOf(
  facts: SigningFacts,
  content: SessionContent,
  unitsSeen: Record<string, number> | undefined,
): SessionBilling {
  const units = sessionUnits(content, { ...facts, sessionDate: facts.session.sessionDate });
  if (units.kind === 'refused') throw new Problem('incomplete-session', units.sentence);
  const { billing } = units;
  if (!unitsAgree(billing)) {
    throw incomplete([
      {
        path: 'interventions',
        code: 'UNITS',
        message: 'The units do not add up to the minutes. Check both.',
      },
    ]);
  }
  if (unitsSeen !== undefined && !isSameBilling(unitsSeen, billing)) {
    const message =
      'The units on your screen are not those these minutes give. Load the sheet again and look.';
    throw incomplete([{ path: 'interventions', code: 'UNITS_DIFFER', message }]);
  }
  const inGroup = content.interventions.some(({ billingCode }) => billingCode === GROUP_CODE);
  return inGroup && content.groupSize ? { ...billing, groupSize: content.groupSize } : billing;
}

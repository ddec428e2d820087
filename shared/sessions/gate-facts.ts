import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { rulePackOn } from '#shared/compliance/rule-packs.ts';
import { plainDate, type PlainDate } from '#shared/platform/time.ts';
import type { PrescriptionContent } from '#shared/prescriptions/model.ts';
import { sessionGate, type GateAnswer, type Vitals } from './gate.ts';
import { stoppingHolds } from './limb-stop.ts';
import { holdsOnSession, type SessionMoment } from './hold-at-session.ts';
import type { GateBasis } from './sheet.ts';

export interface GateQuestion {
  basis: GateBasis;
  moment: SessionMoment;
  payerProfile: 'none' | 'medicare_part_b';
  prescription: {
    startsOn: string;
    endsOn: string;
    visitsPrescribed: number;
    content: Pick<PrescriptionContent, 'interventions' | 'precautions' | 'vitals'> &
      Partial<Pick<PrescriptionContent, 'weightBearing'>>;
  } | null;
  interventions: readonly string[];
  vitals: Vitals;
  clinicValues: ClinicOverrides;
  lowersGlucose: boolean;
}

/** The gate's answer for a sheet as it stands: the screen asks with what is typed, the server with what is sent. */
export function askGate({
  basis,
  prescription,
  payerProfile,
  moment,
  ...question
}: GateQuestion): GateAnswer {
  const stopping = stoppingHolds(basis.holds);
  const { forbids, raisedSince } = holdsOnSession(stopping.therapy, moment);
  const limb = holdsOnSession(stopping.leg, moment);
  return sessionGate({
    ...question,
    sessionDate: moment.sessionDate,
    consultSigned: basis.consultSigned,
    therapistOnTeam: basis.therapistOnTeam,
    visitsUsed: basis.visitsUsed,
    endedMeanwhile: basis.endedMeanwhile,
    openHold: forbids,
    holdSince: raisedSince,
    limbStop: limb.forbids,
    limbStopSince: limb.raisedSince,
    bodyRegion: basis.bodyRegion,
    procedures: basis.procedures,
    certification:
      basis.certification === null
        ? undefined
        : {
            ...stopsOver(payerProfile, basis.certification.careUntil ?? null, plainDate(moment.sessionDate)),
            initial: basis.certification.initial,
            recertification: basis.certification.recertification,
          },
    prescription: prescription === null ? undefined : { ...prescription, ...prescription.content },
  });
}

/** Whether the payer stops a session over a missing certification; not while the payer was corrected lately (CERT-7). */
function stopsOver(payer: GateQuestion['payerProfile'], careUntil: PlainDate | null, day: PlainDate) {
  const asks = rulePackOn(payer, day).certification?.blocksSessions === true;
  const goesOn = asks && careUntil !== null && day <= careUntil;
  return { blocks: asks && !goesOn, careUntil: goesOn ? careUntil : null };
}

const VITALS_CODES: readonly string[] = ['VITALS_REQUIRED', 'VITALS_OUT_OF_RANGE'];

/** At arrival nothing has been measured yet: vital signs are asked for on the sheet, before anything is given. */
export const withoutVitals = (answer: GateAnswer): GateAnswer => ({
  ...answer,
  refusals: answer.refusals.filter(({ code }) => !VITALS_CODES.includes(code)),
});

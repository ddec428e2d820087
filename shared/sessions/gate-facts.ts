import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { rulePackOn } from '#shared/compliance/rule-packs.ts';
import { plainDate } from '#shared/platform/time.ts';
import type { PrescriptionContent } from '#shared/prescriptions/model.ts';
import { sessionGate, type GateAnswer, type Vitals } from './gate.ts';
import type { GateBasis } from './sheet.ts';

export interface GateQuestion {
  basis: GateBasis;
  sessionDate: string;
  payerProfile: 'none' | 'medicare_part_b';
  prescription: {
    startsOn: string;
    endsOn: string;
    visitsPrescribed: number;
    content: Pick<PrescriptionContent, 'interventions' | 'precautions' | 'vitals'>;
  } | null;
  interventions: readonly string[];
  vitals: Vitals;
  clinicValues: ClinicOverrides;
}

/** The gate's answer for a sheet as it stands: the screen asks with what is typed, the server with what is sent. */
export function askGate({ basis, prescription, payerProfile, ...question }: GateQuestion): GateAnswer {
  return sessionGate({
    ...question,
    consultSigned: basis.consultSigned,
    therapistOnTeam: basis.therapistOnTeam,
    visitsUsed: basis.visitsUsed,
    openHold: basis.openHold ?? undefined,
    procedures: basis.procedures,
    certification:
      basis.certification === null
        ? undefined
        : {
            blocks:
              rulePackOn(payerProfile, plainDate(question.sessionDate)).certification?.blocksSessions ===
              true,
            initial: basis.certification.initial,
            recertification: basis.certification.recertification,
          },
    prescription: prescription === null ? undefined : { ...prescription, ...prescription.content },
  });
}

const VITALS_CODES: readonly string[] = ['VITALS_REQUIRED', 'VITALS_OUT_OF_RANGE'];

/** At arrival nothing has been measured yet: vital signs are asked for on the sheet, before anything is given. */
export const withoutVitals = (answer: GateAnswer): GateAnswer => ({
  ...answer,
  refusals: answer.refusals.filter(({ code }) => !VITALS_CODES.includes(code)),
});

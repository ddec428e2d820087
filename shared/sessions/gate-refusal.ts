export type GateCode =
  | 'NO_CONSULT'
  | 'NO_ACTIVE_PRESCRIPTION'
  | 'PRESCRIPTION_EXPIRED'
  | 'VISITS_USED'
  | 'NOT_CERTIFIED'
  | 'SAFETY_HOLD'
  | 'LIMB_STOPPED'
  | 'WEIGHT_BEARING_OVER'
  | 'PROCEDURE_REST'
  | 'PROCEDURE_CARE'
  | 'NOT_ON_TEAM'
  | 'INTERVENTION_BLOCKED'
  | 'VITALS_REQUIRED'
  | 'VITALS_OUT_OF_RANGE';

/** One reason against a session, with the sentence for the person who asked. */
export interface GateRefusal {
  code: GateCode;
  sentence: string;
  /** What to do about it, where the code alone does not say. */
  act?: string;
}

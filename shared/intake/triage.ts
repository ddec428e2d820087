import { z } from 'zod';
import { inForce, type ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { nextBusinessDay } from '#shared/platform/business-days.ts';
import { addDays, type PlainDate } from '#shared/platform/time.ts';

/** Version of the rules below; stored with every answer so that it can be replayed. */
export const TRIAGE_VERSION = 'triage-1';

/** The edges of the rules below: product policy of rules.md 7.1. */
export const TRIAGE = {
  /** Surgery this recent goes to the physiatrist first (T5). */
  recentSurgeryDays: 180,
  /** Severity on 0-10 from which a physiatrist sees the patient first (T4, T6). */
  severe: 7,
  /** How far past the surgery window still counts as "nearly". */
  nearlyDays: 30,
};
export type TriageValues = Readonly<typeof TRIAGE>;

/** The edges as they hold in a clinic. */
export const triageOf = (overrides: ClinicOverrides): TriageValues =>
  inForce<TriageValues>('triage', TRIAGE, overrides);

export const TriageInput = z.object({
  redFlag: z.enum(['none', 'prompt', 'urgent', 'emergency']),
  newNeuroDeficit: z.boolean(),
  /** Stroke, spinal cord, brain or peripheral nerve injury. */
  neuroInjury: z.boolean(),
  daysSinceSurgery: z.number().int().nullable(),
  /** 0-10, or null when nobody said. */
  severity: z.number().min(0).max(10).nullable(),
  trend: z.enum(['improving', 'stable', 'worsening', 'unknown']),
  /** Diagnosis work-up, imaging, medication, injection or a surgical opinion is wanted. */
  needsPhysicianService: z.boolean(),
  hasDiagnosis: z.boolean(),
  presentationClear: z.boolean(),
  consultCompleted: z.boolean(),
  activePrescription: z.boolean(),
});
export type TriageInput = z.infer<typeof TriageInput>;

export const TRIAGE_ROUTES = [
  'EMERGENCY',
  'PHYSIATRIST_URGENT',
  'PHYSIATRIST_PRIORITY',
  'PT_DIRECT',
  'PHYSIATRIST_ROUTINE',
  'CONSULT_THEN_PT',
] as const;
export const TriageRoute = z.enum(TRIAGE_ROUTES);
export type TriageRoute = z.infer<typeof TriageRoute>;

/** The route in words for the administrator's queue. */
export const ROUTE_LABEL: Record<TriageRoute, string> = {
  EMERGENCY: 'Emergency services now, outside Tandem',
  PHYSIATRIST_URGENT: 'Physiatrist, same or next business day',
  PHYSIATRIST_PRIORITY: 'Physiatrist within 7 days',
  PT_DIRECT: 'Physical therapist, next free slot',
  PHYSIATRIST_ROUTINE: 'Physiatrist within 14 days',
  CONSULT_THEN_PT: 'Physiatrist within 14 days, then therapy',
};

/** Calendar days within which the first visit should happen; zero is today, null is the next free slot. See `visitDueOn` for the urgent route. */
export const ROUTE_TARGET_DAYS: Record<TriageRoute, number | null> = {
  EMERGENCY: 0,
  PHYSIATRIST_URGENT: 1,
  PHYSIATRIST_PRIORITY: 7,
  PT_DIRECT: null,
  PHYSIATRIST_ROUTINE: 14,
  CONSULT_THEN_PT: 14,
};

/**
 * The day by which the first visit should have happened, counted from the clinic's day on which the request arrived; nothing when it
 * is the next free slot. "Same or next business day" (rules.md 7.1 T2) is never a Saturday or Sunday.
 */
export function visitDueOn(route: TriageRoute, arrivedOn: PlainDate): PlainDate | null {
  if (route === 'PHYSIATRIST_URGENT') return nextBusinessDay(arrivedOn);
  const days = ROUTE_TARGET_DAYS[route];
  return days === null ? null : addDays(arrivedOn, days);
}

export const TRIAGE_RULES = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9'] as const;
export const TriageRuleId = z.enum(TRIAGE_RULES);
export type TriageRuleId = z.infer<typeof TriageRuleId>;

/** One reason a rule looks at: whether it holds, and how it reads. */
interface Finding {
  holds: boolean;
  words: string;
  /** Holds almost: the value lies just past the edge. */
  nearly?: string | undefined;
}

interface TriageRule {
  id: TriageRuleId;
  route: TriageRoute;
  /** `any` fires on one finding, `all` needs every one. */
  needs: 'any' | 'all';
  findings: (input: TriageInput, values: TriageValues) => Finding[];
}

const RULES: readonly TriageRule[] = [
  {
    id: 'T1',
    route: 'EMERGENCY',
    needs: 'any',
    findings: ({ redFlag }) => [
      { holds: redFlag === 'emergency', words: 'a sign that needs emergency care' },
    ],
  },
  {
    id: 'T2',
    route: 'PHYSIATRIST_URGENT',
    needs: 'any',
    findings: ({ redFlag, newNeuroDeficit }) => [
      { holds: redFlag === 'urgent', words: 'a red flag that needs a physician the same day' },
      { holds: newNeuroDeficit, words: 'a new neurological deficit' },
    ],
  },
  {
    id: 'T3',
    route: 'PHYSIATRIST_PRIORITY',
    needs: 'any',
    findings: ({ redFlag }) => [
      { holds: redFlag === 'prompt', words: 'a red flag that needs a prompt look' },
    ],
  },
  {
    id: 'T4',
    route: 'PT_DIRECT',
    needs: 'all',
    findings: ({ severity, trend, ...input }, { severe }) => [
      { holds: input.consultCompleted, words: 'the physiatrist has seen the patient' },
      { holds: input.activePrescription, words: 'a prescription is in force' },
      {
        holds: severity !== null && severity < severe,
        words:
          severity === null
            ? `severity is below ${severe} (not recorded)`
            : `severity ${severity} of 10 is below ${severe}`,
      },
      { holds: trend === 'improving' || trend === 'stable', words: 'symptoms improving or stable' },
      { holds: !input.needsPhysicianService, words: 'no physician service asked for' },
    ],
  },
  {
    id: 'T5',
    route: 'PHYSIATRIST_PRIORITY',
    needs: 'any',
    findings: ({ neuroInjury, daysSinceSurgery }, { recentSurgeryDays, nearlyDays }) => [
      { holds: neuroInjury, words: 'stroke, spinal cord, brain or nerve injury' },
      {
        holds: daysSinceSurgery !== null && daysSinceSurgery <= recentSurgeryDays,
        words: `surgery ${daysSinceSurgery === null ? '' : `${inWeeks(daysSinceSurgery)} ago`}`.trim(),
        nearly:
          daysSinceSurgery !== null && daysSinceSurgery <= recentSurgeryDays + nearlyDays
            ? `surgery ${daysSinceSurgery} days ago, just past ${recentSurgeryDays}`
            : undefined,
      },
    ],
  },
  {
    id: 'T6',
    route: 'PHYSIATRIST_PRIORITY',
    needs: 'any',
    findings: ({ severity, trend }, { severe }) => [
      {
        holds: severity !== null && severity >= severe,
        words: `severity ${severity ?? ''} of 10`,
        nearly:
          severity !== null && severity >= severe - 1
            ? `severity ${severity} of 10, one short of ${severe}`
            : undefined,
      },
      { holds: trend === 'worsening', words: 'symptoms getting worse' },
    ],
  },
  {
    id: 'T7',
    route: 'PHYSIATRIST_ROUTINE',
    needs: 'any',
    findings: ({ needsPhysicianService }) => [
      {
        holds: needsPhysicianService,
        words: 'asks for a physician service (work-up, imaging, medicine, injection, surgery)',
      },
    ],
  },
  {
    id: 'T8',
    route: 'PHYSIATRIST_ROUTINE',
    needs: 'any',
    findings: ({ hasDiagnosis, presentationClear, severity, trend }) => [
      { holds: !hasDiagnosis, words: 'no diagnosis yet' },
      { holds: !presentationClear, words: 'the picture is not clear' },
      { holds: severity === null, words: 'severity not recorded' },
      { holds: trend === 'unknown', words: 'course not known' },
    ],
  },
  {
    id: 'T9',
    route: 'CONSULT_THEN_PT',
    needs: 'all',
    findings: () => [{ holds: true, words: 'diagnosis known, needs structured rehabilitation' }],
  },
];

export interface NearRule {
  rule: TriageRuleId;
  route: TriageRoute;
  /** `also`: holds too, a stricter rule came first. `nearly`: one step short. */
  kind: 'also' | 'nearly';
  why: string;
}

export interface TriageAnswer {
  route: TriageRoute;
  rule: TriageRuleId;
  /** Why, in words: "Surgery 6 weeks ago". */
  why: string;
  near: NearRule[];
}

const fires = (rule: TriageRule, findings: Finding[]): boolean =>
  rule.needs === 'any' ? findings.some((f) => f.holds) : findings.every((f) => f.holds);

const sentence = (words: string[]): string => {
  const joined = words.join('; ');
  return joined.charAt(0).toUpperCase() + joined.slice(1);
};

/**
 * Who should see a new request first: the first of T1-T9 that holds (rules.md 7.1), why in words, and the rules that hold as
 * well or missed by one step, so that the person who decides sees how close it was.
 */
export function triage(input: TriageInput, values: TriageValues = TRIAGE): TriageAnswer {
  const judged = RULES.map((rule) => ({ rule, findings: rule.findings(input, values) }));
  const fired = judged.find(({ rule, findings }) => fires(rule, findings));
  if (!fired) throw new Error('T9 holds for every request');
  return {
    route: fired.rule.route,
    rule: fired.rule.id,
    why: sentence(fired.findings.filter((f) => f.holds).map((f) => f.words)),
    near: judged.flatMap((other) =>
      other === fired || other.rule.id === 'T9' ? [] : nearness(other.rule, other.findings),
    ),
  };
}

function nearness(rule: TriageRule, findings: Finding[]): NearRule[] {
  const shared = { rule: rule.id, route: rule.route };
  if (fires(rule, findings)) {
    const why = sentence(findings.filter((f) => f.holds).map((f) => f.words));
    return [{ ...shared, kind: 'also', why }];
  }
  if (rule.needs === 'all') {
    const missing = findings.filter((f) => !f.holds);
    return missing.length === 1
      ? [{ ...shared, kind: 'nearly', why: `All but one: ${missing[0]?.words ?? ''}` }]
      : [];
  }
  return findings.flatMap((f) =>
    f.nearly === undefined ? [] : [{ ...shared, kind: 'nearly' as const, why: sentence([f.nearly]) }],
  );
}

function inWeeks(days: number): string {
  if (days < 14) return days === 1 ? '1 day' : `${days} days`;
  return `${Math.round(days / 7)} weeks`;
}

import { shortDate, type PlainDate } from '#shared/platform/time.ts';
import { dollarWords } from './kx-threshold.ts';
import type { ComplianceFacts } from './model.ts';
import { complianceStanding, type ComplianceStanding } from './standing.ts';

/** Something a payer's rules wait for, and the page of the act that clears it. */
export interface ComplianceBadge {
  code:
    | 'NOT_CERTIFIED'
    | 'RECERT_DUE_SOON'
    | 'DELAY_UNEXPLAINED'
    | 'PLAN_NOT_SENT'
    | 'PROGRESS_REPORT'
    | 'DISCHARGE_NOTE'
    | 'KX'
    | 'MEDICAL_REVIEW';
  tone: 'danger' | 'warning' | 'watch' | 'info';
  label: string;
  /** The page where it is cleared. */
  href: string;
}

interface About {
  episodeId: string;
  patientId: string;
}

/** The badges of an episode, the most pressing first; none where the payer asks for nothing. */
export function complianceBadges(facts: ComplianceFacts, about: About, asOf: PlainDate): ComplianceBadge[] {
  const standing = complianceStanding(facts, asOf);
  return [
    ...certificationBadge(standing, about, asOf),
    ...sendingBadge(standing, about, asOf),
    ...progressBadge(standing, about),
    ...dischargeBadge(standing, about),
    ...kxBadge(standing, about),
  ];
}

function certificationBadge(
  { certification, delayExplained }: ComplianceStanding,
  { episodeId }: About,
  asOf: PlainDate,
): ComplianceBadge[] {
  if (certification === null) return [];
  // A dated signature on the next version certifies again (CERT-5); the first is certified by a statement of its own.
  const href = `/episodes/${episodeId}/prescription`;
  const page = `/episodes/${episodeId}/documentation?panel=certify`;
  const through = shortDate(certification.certifiedThrough, asOf);
  if (certification.initial === 'OVERDUE')
    return [{ code: 'NOT_CERTIFIED', tone: 'danger', label: 'Not certified', href: page }];
  if (certification.recertification === 'EXPIRED') {
    return [{ code: 'NOT_CERTIFIED', tone: 'danger', label: `Certification ended ${through}`, href }];
  }
  if (certification.recertification === 'RECERT_DUE_SOON')
    return [{ code: 'RECERT_DUE_SOON', tone: 'warning', label: `Recertify by ${through}`, href }];
  return certification.initial === 'CERTIFIED_DELAYED' && !delayExplained
    ? [{ code: 'DELAY_UNEXPLAINED', tone: 'watch', label: 'Certified late: give the reason', href: page }]
    : [];
}

function sendingBadge(
  { sending }: ComplianceStanding,
  { episodeId }: About,
  asOf: PlainDate,
): ComplianceBadge[] {
  if (sending === null || (sending.state !== 'due' && sending.state !== 'overdue')) return [];
  const href = `/episodes/${episodeId}/documentation?panel=sending`;
  const due = shortDate(sending.dueOn, asOf);
  return [
    sending.state === 'due'
      ? { code: 'PLAN_NOT_SENT', tone: 'watch', label: `Send the plan of care by ${due}`, href }
      : { code: 'PLAN_NOT_SENT', tone: 'warning', label: `Plan of care not sent, due ${due}`, href },
  ];
}

const REPORT_WORDS = { DUE_SOON: 'soon', DUE: 'due', OVERDUE: 'overdue' } as const;

function progressBadge({ progress }: ComplianceStanding, { episodeId }: About): ComplianceBadge[] {
  if (progress === null || progress.status === 'OK') return [];
  const { status, treatmentDays } = progress;
  return [
    {
      code: 'PROGRESS_REPORT',
      tone: status === 'DUE_SOON' ? 'info' : 'warning',
      label: `Progress report ${REPORT_WORDS[status]}: treatment day ${treatmentDays}`,
      href: `/episodes/${episodeId}/progress-reports`,
    },
  ];
}

const dischargeBadge = ({ dischargeNote }: ComplianceStanding, { episodeId }: About): ComplianceBadge[] =>
  dischargeNote === 'missing'
    ? [
        {
          code: 'DISCHARGE_NOTE',
          tone: 'warning',
          label: 'Discharge note missing',
          href: `/episodes/${episodeId}/documentation?panel=discharge`,
        },
      ]
    : [];

function kxBadge({ kx }: ComplianceStanding, { patientId }: About): ComplianceBadge[] {
  if (kx === null || kx.amountCents === null) return [];
  const href = `/patients/${patientId}/therapy-amounts`;
  const amount = dollarWords(kx.amountCents);
  if (kx.state === 'medical-review') {
    const label = `KX needed, review possible: ${amount}`;
    return [{ code: 'MEDICAL_REVIEW', tone: 'warning', label, href }];
  }
  if (kx.thresholdCents === null || (kx.state !== 'near' && kx.state !== 'above')) return [];
  const of = `${amount} of ${dollarWords(kx.thresholdCents)}`;
  return kx.state === 'above'
    ? [{ code: 'KX', tone: 'warning', label: `KX needed: ${of}`, href }]
    : [{ code: 'KX', tone: 'watch', label: `Near KX: ${of}`, href }];
}

/** One code of the table in rules.md 2.1, with our own short words; the official descriptors are not ours to ship. */
export interface BillingCode {
  code: string;
  label: string;
  /** Counted in 15-minute units; otherwise one unit a date. */
  timed: boolean;
  /** Whether the timing was seen in a source (S13); the others are to be confirmed by billing. */
  verified: boolean;
}

const timed = (code: string, label: string, verified = false): BillingCode => ({
  code,
  label,
  timed: true,
  verified,
});
const untimed = (code: string, label: string, verified = false): BillingCode => ({
  code,
  label,
  timed: false,
  verified,
});

export const BILLING_CODES: readonly BillingCode[] = [
  timed('97110', 'Exercise for strength, endurance, range, flexibility', true),
  timed('97112', 'Balance, coordination, posture, motor re-training', true),
  timed('97113', 'Exercise in water'),
  timed('97116', 'Walking and stair training', true),
  timed('97124', 'Massage'),
  timed('97140', 'Hands-on joint or soft-tissue techniques', true),
  timed('97530', 'Whole-task functional activities', true),
  timed('97533', 'Sensory integration work'),
  timed('97535', 'Self-care and home management training'),
  timed('97537', 'Community or work reintegration training'),
  timed('97542', 'Wheelchair assessment and training'),
  timed('97032', 'Electrical stimulation, therapist in attendance', true),
  timed('97033', 'Iontophoresis'),
  timed('97034', 'Contrast baths'),
  timed('97035', 'Ultrasound', true),
  timed('97036', 'Full-body immersion tank'),
  timed('97750', 'Physical performance test with report'),
  timed('97755', 'Assistive-technology assessment with report'),
  timed('97760', 'Orthosis, first visit'),
  timed('97761', 'Prosthesis, first visit'),
  timed('97763', 'Orthosis or prosthesis, later visits'),
  untimed('97161', 'PT evaluation, low complexity', true),
  untimed('97162', 'PT evaluation, moderate complexity', true),
  untimed('97163', 'PT evaluation, high complexity', true),
  untimed('97164', 'PT re-evaluation', true),
  untimed('97010', 'Hot or cold pack', true),
  untimed('97012', 'Mechanical traction', true),
  untimed('97014', 'Unattended electrical stimulation', true),
  untimed('G0283', 'Unattended electrical stimulation, Medicare'),
  untimed('97016', 'Pneumatic compression'),
  untimed('97018', 'Paraffin', true),
  untimed('97022', 'Whirlpool', true),
  untimed('97024', 'Diathermy'),
  untimed('97026', 'Infrared'),
  untimed('97028', 'Ultraviolet'),
  untimed('97150', 'Group therapy, 2 or more patients'),
  // Not in rules.md 2.1: from memory, for what its table has no code for [M].
  untimed('20560', 'Needles without injection, 1 or 2 muscles'),
  untimed('20561', 'Needles without injection, 3 or more muscles'),
  untimed('90901', 'Biofeedback'),
  timed('S8948', 'Low-level laser'),
];

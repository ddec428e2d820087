import { inForce, type ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import type { Finding } from './findings.ts';

/**
 * Usual range of adults in degrees, from memory of the orthopaedic handbooks [M]: a reference beside the finding, never a judgement.
 * A clinic confirms the figures before it relies on them; age and sex shift most of them.
 */
const ROM_DEGREES: Readonly<Record<string, number>> = {
  'Cervical flexion': 50,
  'Cervical extension': 60,
  'Cervical rotation': 80,
  'Cervical side flexion': 45,
  'Thoracic flexion': 45,
  'Thoracic extension': 25,
  'Thoracic rotation': 35,
  'Thoracic side flexion': 20,
  'Lumbar flexion': 60,
  'Lumbar extension': 25,
  'Lumbar rotation': 30,
  'Lumbar side flexion': 25,
  'Shoulder flexion': 180,
  'Shoulder extension': 60,
  'Shoulder abduction': 180,
  'Shoulder external rotation': 90,
  'Shoulder internal rotation': 70,
  'Elbow flexion': 150,
  'Elbow extension': 0,
  'Forearm supination': 80,
  'Forearm pronation': 80,
  'Wrist flexion': 80,
  'Wrist extension': 70,
  'Wrist radial deviation': 20,
  'Wrist ulnar deviation': 30,
  'Thumb CMC abduction': 70,
  'Thumb CMC extension': 20,
  'Thumb MCP flexion': 50,
  'Thumb MCP extension': 0,
  'Thumb IP flexion': 80,
  'Thumb IP extension': 20,
  'Finger MCP flexion': 90,
  'Finger MCP extension': 45,
  'Finger PIP flexion': 100,
  'Finger PIP extension': 0,
  'Finger DIP flexion': 80,
  'Finger DIP extension': 0,
  'Hip flexion': 120,
  'Hip extension': 30,
  'Hip abduction': 45,
  'Hip adduction': 30,
  'Hip external rotation': 45,
  'Hip internal rotation': 45,
  'Knee flexion': 135,
  'Knee extension': 0,
  'Ankle dorsiflexion': 20,
  'Ankle plantar flexion': 50,
  'Ankle inversion': 35,
  'Ankle eversion': 15,
  'Great toe extension': 70,
  'Great toe flexion': 45,
  'Great toe IP flexion': 90,
  'Toe MTP extension': 40,
  'Toe MTP flexion': 40,
  'Toe PIP flexion': 35,
  'Toe DIP flexion': 60,
};

/** Motion that is measured in length: the jaw in millimetres, the chest in centimetres; from memory too [M]. */
const LENGTHS: Readonly<Record<string, { usual: number; unit: 'mm' | 'cm' }>> = {
  'Jaw opening': { usual: 40, unit: 'mm' },
  'Jaw lateral movement': { usual: 8, unit: 'mm' },
  'Jaw protrusion': { usual: 6, unit: 'mm' },
  'Chest expansion': { usual: 5, unit: 'cm' },
};

const slug = (name: string): string => name.replaceAll(' ', '-');

/** The usual ranges by the key under which a clinic may set its own. */
export const ROM_NORMS: Readonly<Record<string, number>> = Object.fromEntries([
  ...Object.entries(ROM_DEGREES).map(([name, degrees]) => [slug(name), degrees]),
  ...Object.entries(LENGTHS).map(([name, { usual }]) => [slug(name), usual]),
]);

const UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries(LENGTHS).map(([name, { unit }]) => [slug(name), unit]),
);

/** The unit of a usual range. */
export const normUnit = (key: string): string => UNITS.get(key) ?? '°';

/** What is said beside every norm. */
export const NORM_STATUS = 'Usual adult range, from memory or as this clinic has set it; never a judgement.';

/** The usual range of a movement in degrees, or nothing when none is listed. */
export function normOf(joint: string, movement: string, overrides: ClinicOverrides = {}): number | undefined {
  const name = `${joint} ${movement}`;
  return name in ROM_DEGREES ? inForce('rom', ROM_NORMS, overrides)[slug(name)] : undefined;
}

/** The usual range beside a finding, with its unit: "135°"; empty when none is listed. A digit has that of its kind of joint. */
export function usualWords(finding: Finding, overrides: ClinicOverrides = {}): string {
  if (finding.kind === 'rom') {
    const norm = normOf(finding.joint, finding.movement, overrides);
    return norm === undefined ? '' : `${norm}°`;
  }
  if (finding.kind !== 'measurement' || LENGTHS[finding.subject]?.unit !== finding.unit) return '';
  return `${inForce('rom', ROM_NORMS, overrides)[slug(finding.subject)]} ${finding.unit}`;
}

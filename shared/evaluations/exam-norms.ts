import { inForce, type ClinicOverrides } from '#shared/clinic-values/overrides.ts';

/**
 * Usual range of adults in degrees, from memory of the orthopaedic handbooks [M]: a reference beside the finding, never a judgement.
 * A clinic confirms the figures before it relies on them; age and sex shift most of them.
 */
const ROM_DEGREES: Readonly<Record<string, number>> = {
  'Cervical flexion': 50,
  'Cervical extension': 60,
  'Cervical rotation': 80,
  'Cervical side flexion': 45,
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
  'Thumb MCP flexion': 50,
  'Thumb IP flexion': 80,
  'Finger MCP flexion': 90,
  'Finger PIP flexion': 100,
  'Finger DIP flexion': 80,
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
};

const slug = (name: string): string => name.replaceAll(' ', '-');

/** The usual ranges by the key under which a clinic may set its own. */
export const ROM_NORMS: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(ROM_DEGREES).map(([name, degrees]) => [slug(name), degrees]),
);

/** What is said beside every norm. */
export const NORM_STATUS = 'Usual adult range, from memory or as this clinic has set it; never a judgement.';

/** The usual range of a movement, or nothing when none is listed. */
export const normOf = (
  joint: string,
  movement: string,
  overrides: ClinicOverrides = {},
): number | undefined => inForce('rom', ROM_NORMS, overrides)[slug(`${joint} ${movement}`)];

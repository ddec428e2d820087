import type { PlannedInjection } from '../scenario.ts';

/** Helped a little and did not last: why a surgeon is asked. */
export const HIP_INJECTION: PlannedInjection = {
  daysAgo: 32,
  display: 'Intra-articular hip injection',
  site: 'Hip joint',
  agent: 'triamcinolone',
  doseMg: 40,
  guidance: 'ultrasound',
  lot: 'TA4418',
  windowDays: 21,
  expects: { measureCode: 'hoos_jr', change: 18 },
  restDays: 2,
  restriction: { days: 7, words: 'no loaded end-range rotation' },
};

/** Opened the way for more range. */
export const SHOULDER_INJECTION: PlannedInjection = {
  daysAgo: 96,
  display: 'Glenohumeral injection',
  site: 'Glenohumeral joint',
  agent: 'triamcinolone',
  doseMg: 40,
  guidance: 'ultrasound',
  lot: 'TA4410',
  windowDays: 42,
  expects: { measureCode: 'spadi', change: 18 },
  restDays: 1,
  restriction: { days: 7, words: 'no end-range mobilisation' },
};

/** Given a day or two ago: its rest still keeps sessions out. */
export const MEDIAL_BRANCH_BLOCK: PlannedInjection = {
  daysAgo: 1,
  kind: 'facet',
  display: 'Medial branch block',
  site: 'Lumbar medial branches',
  level: 'L4-S1',
  side: 'both',
  agent: 'bupivacaine',
  doseMg: 5,
  guidance: 'fluoroscopy',
  lot: 'BP1093',
  windowDays: 14,
  expects: { measureCode: 'nprs', change: 3 },
  restDays: 4,
  restriction: { days: 14, words: 'no manipulation, no loaded extension' },
};

/** For a spastic calf after a stroke: its effect is still waited for. */
export const CALF_TOXIN: PlannedInjection = {
  daysAgo: 8,
  kind: 'botulinum',
  display: 'Botulinum toxin, calf',
  site: 'Gastrocnemius, Soleus, Tibialis posterior',
  side: 'left',
  agent: 'onabotulinumtoxinA',
  doseMg: 0,
  muscles: [
    { name: 'Gastrocnemius', units: 100 },
    { name: 'Soleus', units: 75 },
    { name: 'Tibialis posterior', units: 75 },
  ],
  dilution: '100 units in 2 mL',
  guidance: 'ultrasound',
  lot: 'C7714',
  windowDays: 42,
  expects: { measureCode: 'gait_speed', change: 0.1 },
  restDays: 1,
  restriction: { days: 3, words: 'no deep massage of the calf' },
};

/** Night pain calmed for weeks: strength could begin. */
export const SUPRASCAPULAR_BLOCK: PlannedInjection = {
  daysAgo: 110,
  kind: 'nerve-block',
  display: 'Suprascapular nerve block',
  site: 'Suprascapular notch',
  agent: 'bupivacaine',
  doseMg: 25,
  guidance: 'ultrasound',
  lot: 'BP0977',
  windowDays: 14,
  expects: { measureCode: 'nprs', change: 2 },
  restDays: 1,
  complication:
    'Light-headed when sitting up, 96/58 mmHg; lay down for 15 minutes, 118/70 mmHg, walked home.',
};

/** After two diagnostic blocks that took the pain for hours. */
export const FACET_ABLATION: PlannedInjection = {
  daysAgo: 165,
  kind: 'rf-ablation',
  display: 'Radiofrequency ablation, medial branches',
  site: 'Cervical medial branches',
  level: 'C5-C7',
  side: 'right',
  agent: 'lidocaine',
  doseMg: 40,
  guidance: 'fluoroscopy',
  lot: 'LD3306',
  windowDays: 28,
  expects: { measureCode: 'nprs', change: 3 },
  restDays: 3,
  restriction: { days: 14, words: 'no loaded extension of the neck' },
};

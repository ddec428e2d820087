import { holds, sets, shipped } from './exercise.ts';

const HOLD_ON = [
  'Hold a counter that does not move. Stop if you feel dizzy.',
  'Agárrese a una encimera firme. Pare si se marea.',
] as const;

/** Strength of hips, knees and ankles. */
export const STRENGTH_LEGS = [
  shipped('strength', 'bridge', {
    name: ['Bridge', 'Puente'],
    region: 'lower-back',
    steps: [
      [
        'Lie on your back with knees bent and feet flat, hip-width apart.',
        'Acuéstese boca arriba con las rodillas dobladas y los pies apoyados, separados al ancho de las caderas.',
      ],
      [
        'Tighten your buttocks and lift your hips until knees, hips and shoulders form a line.',
        'Apriete los glúteos y suba la cadera hasta que rodillas, cadera y hombros formen una línea.',
      ],
      ['Hold, then lower slowly.', 'Mantenga y baje despacio.'],
    ],
    caution: ['Do not arch your back. Keep breathing.', 'No arquee la espalda. Siga respirando.'],
    equipment: ['mat'],
    dose: { ...sets(3, 10), holdSeconds: 3 },
    agents: ['supine'],
    intervention: 'bridge',
  }),
  shipped('strength', 'sit-to-stand', {
    name: ['Sit to stand', 'Levantarse de la silla'],
    region: 'whole-body',
    steps: [
      [
        'Sit on the front half of a firm chair, feet under your knees.',
        'Siéntese en la mitad delantera de una silla firme, con los pies debajo de las rodillas.',
      ],
      [
        'Lean forward and stand up without using your hands if you can.',
        'Inclínese hacia delante y póngase de pie, sin usar las manos si puede.',
      ],
      ['Sit down slowly, counting to three.', 'Siéntese despacio, contando hasta tres.'],
    ],
    caution: [
      'Put the chair against a wall so that it cannot slide.',
      'Apoye la silla contra la pared para que no se mueva.',
    ],
    equipment: ['chair'],
    dose: sets(3, 8),
    intervention: 'functional-task',
  }),
  shipped('strength', 'mini-squat', {
    name: ['Mini squat', 'Media sentadilla'],
    region: 'knee',
    steps: [
      [
        'Stand at a counter with feet hip-width apart and hold on.',
        'Póngase de pie ante la encimera con los pies separados al ancho de las caderas y agárrese.',
      ],
      [
        'Bend hips and knees as if to sit down, knees over your toes.',
        'Doble la cadera y las rodillas como si fuera a sentarse, con las rodillas en línea con los dedos del pie.',
      ],
      [
        'Go only as deep as is comfortable and push back up.',
        'Baje solo hasta donde esté cómodo y vuelva a subir.',
      ],
    ],
    caution: ['Stop before the knee hurts.', 'Deténgase antes de que le duela la rodilla.'],
    equipment: ['counter'],
    dose: sets(3, 10),
    agents: ['heavy-loading'],
    intervention: 'squat',
  }),
  shipped('strength', 'wall-sit', {
    name: ['Wall slide and hold', 'Sentadilla contra la pared'],
    region: 'knee',
    steps: [
      [
        'Lean your back against a wall, feet a step in front of it.',
        'Apoye la espalda en la pared, con los pies un paso por delante.',
      ],
      [
        'Slide down until your knees are bent about halfway.',
        'Deslícese hacia abajo hasta doblar las rodillas más o menos a la mitad.',
      ],
      ['Hold, then push back up.', 'Mantenga y vuelva a subir.'],
    ],
    caution: ['Keep breathing; do not hold your breath.', 'Siga respirando; no contenga la respiración.'],
    equipment: ['wall'],
    dose: holds(5, 15, 4),
    agents: ['heavy-loading'],
    intervention: 'squat',
  }),
  shipped('strength', 'heel-raise', {
    name: ['Heel raise', 'Elevación de talones'],
    region: 'ankle-foot',
    steps: [
      ['Stand at a counter and hold on lightly.', 'Póngase de pie ante la encimera y agárrese ligeramente.'],
      [
        'Rise onto the balls of both feet as high as you can.',
        'Súbase a las puntas de ambos pies lo más alto que pueda.',
      ],
      ['Lower slowly.', 'Baje despacio.'],
    ],
    caution: HOLD_ON,
    equipment: ['counter'],
    dose: sets(3, 12),
    intervention: 'heel-raise',
  }),
  shipped('strength', 'step-up', {
    name: ['Step-up', 'Subir un escalón'],
    region: 'knee',
    steps: [
      [
        'Stand in front of a low, firm step, near a rail.',
        'Póngase delante de un escalón bajo y firme, cerca de una barandilla.',
      ],
      [
        'Place the whole foot on the step and push yourself up.',
        'Apoye todo el pie en el escalón e impúlsese hacia arriba.',
      ],
      ['Bring the other foot up, then step down slowly.', 'Suba el otro pie y baje despacio.'],
    ],
    caution: [
      'Keep the knee over your toes. Use the rail.',
      'Mantenga la rodilla en línea con los dedos. Use la barandilla.',
    ],
    equipment: ['step'],
    dose: sets(2, 10),
    intervention: 'step-up',
  }),
  shipped('strength', 'straight-leg-raise', {
    name: ['Straight leg raise', 'Elevación de la pierna recta'],
    region: 'knee',
    steps: [
      [
        'Lie on your back, one knee bent, the other leg straight.',
        'Acuéstese boca arriba con una rodilla doblada y la otra pierna recta.',
      ],
      [
        'Tighten the thigh and lift the straight leg to the height of the other knee.',
        'Apriete el muslo y levante la pierna recta hasta la altura de la otra rodilla.',
      ],
      ['Lower slowly without bending the knee.', 'Baje despacio sin doblar la rodilla.'],
    ],
    caution: ['Stop if your back hurts.', 'Pare si le duele la espalda.'],
    equipment: ['mat'],
    dose: sets(3, 10),
    agents: ['supine'],
    intervention: 'quadriceps-strength',
  }),
  shipped('strength', 'short-arc-quad', {
    name: ['Knee straightening over a roll', 'Extensión de rodilla sobre un rollo'],
    region: 'knee',
    steps: [
      [
        'Lie on your back with a rolled towel under the knee.',
        'Acuéstese boca arriba con una toalla enrollada debajo de la rodilla.',
      ],
      [
        'Straighten the knee; the back of the knee stays on the roll.',
        'Estire la rodilla sin despegarla del rollo.',
      ],
      ['Hold and lower slowly.', 'Mantenga y baje despacio.'],
    ],
    equipment: ['mat', 'towel'],
    dose: { ...sets(3, 10), holdSeconds: 5 },
    agents: ['supine'],
    intervention: 'quadriceps-strength',
  }),
  shipped('strength', 'seated-knee-extension', {
    name: ['Seated knee straightening', 'Extensión de rodilla sentado'],
    region: 'knee',
    steps: [
      ['Sit well back on a chair.', 'Siéntese bien atrás en una silla.'],
      [
        'Straighten one knee and pull the toes towards you.',
        'Estire una rodilla y lleve los dedos del pie hacia usted.',
      ],
      ['Hold, then lower slowly.', 'Mantenga y baje despacio.'],
    ],
    equipment: ['chair'],
    dose: { ...sets(2, 10), holdSeconds: 3 },
    intervention: 'quadriceps-strength',
  }),
  shipped('strength', 'standing-hip-abduction', {
    name: ['Leg to the side, standing', 'Abrir la pierna de pie'],
    region: 'hip',
    steps: [
      ['Stand tall and hold a counter at your side.', 'Póngase derecho y agárrese a una encimera a su lado.'],
      [
        'Move the other leg out to the side, toes forward.',
        'Separe la otra pierna hacia el lado, con los dedos hacia delante.',
      ],
      ['Do not lean. Return slowly.', 'No se incline. Vuelva despacio.'],
    ],
    caution: HOLD_ON,
    equipment: ['counter'],
    dose: sets(3, 10),
    intervention: 'hip-abductor-strength',
  }),
  shipped('strength', 'standing-hip-extension', {
    name: ['Leg backwards, standing', 'Llevar la pierna atrás de pie'],
    region: 'hip',
    steps: [
      ['Stand at a counter and hold on.', 'Póngase de pie ante la encimera y agárrese.'],
      [
        'Move one straight leg backwards; your trunk stays upright.',
        'Lleve una pierna recta hacia atrás; el tronco sigue derecho.',
      ],
      ['Return slowly.', 'Vuelva despacio.'],
    ],
    caution: HOLD_ON,
    equipment: ['counter'],
    dose: sets(3, 10),
  }),
  shipped('strength', 'standing-knee-curl', {
    name: ['Heel to buttock, standing', 'Talón al glúteo de pie'],
    region: 'knee',
    steps: [
      ['Stand at a counter and hold on.', 'Póngase de pie ante la encimera y agárrese.'],
      [
        'Bend one knee and bring the heel up behind you; the thighs stay side by side.',
        'Doble una rodilla y suba el talón hacia atrás; los muslos quedan juntos.',
      ],
      ['Lower slowly.', 'Baje despacio.'],
    ],
    caution: HOLD_ON,
    equipment: ['counter'],
    dose: sets(3, 10),
  }),
  shipped('strength', 'clamshell', {
    name: ['Clamshell', 'La almeja'],
    region: 'hip',
    steps: [
      [
        'Lie on your side with knees bent and heels together.',
        'Acuéstese de lado con las rodillas dobladas y los talones juntos.',
      ],
      [
        'Lift the upper knee while the feet stay together.',
        'Suba la rodilla de arriba sin separar los pies.',
      ],
      ['Do not roll your hips back. Lower slowly.', 'No gire la cadera hacia atrás. Baje despacio.'],
    ],
    equipment: ['mat'],
    dose: sets(3, 12),
    intervention: 'hip-abductor-strength',
  }),
  shipped('strength', 'side-lying-hip-abduction', {
    name: ['Leg lift lying on the side', 'Elevar la pierna de lado'],
    region: 'hip',
    steps: [
      ['Lie on your side, body in a straight line.', 'Acuéstese de lado con el cuerpo en línea recta.'],
      ['Lift the upper leg, toes pointing forward.', 'Suba la pierna de arriba con los dedos hacia delante.'],
      ['Lower slowly.', 'Baje despacio.'],
    ],
    equipment: ['mat'],
    dose: sets(3, 10),
    intervention: 'hip-abductor-strength',
  }),
  shipped('strength', 'prone-hip-extension', {
    name: ['Leg lift lying on the front', 'Elevar la pierna boca abajo'],
    region: 'hip',
    steps: [
      [
        'Lie on your front, a small pillow under your belly if you like.',
        'Acuéstese boca abajo, con una almohada pequeña bajo el vientre si quiere.',
      ],
      [
        'Tighten the buttock and lift one straight leg a hand’s width.',
        'Apriete el glúteo y suba una pierna recta un palmo.',
      ],
      ['Lower slowly.', 'Baje despacio.'],
    ],
    caution: ['Lift from the hip, not from the back.', 'Levante desde la cadera, no desde la espalda.'],
    equipment: ['mat'],
    dose: sets(2, 10),
  }),
  shipped('strength', 'ball-squeeze-knees', {
    name: ['Squeeze between the knees', 'Apretar entre las rodillas'],
    region: 'pelvis',
    steps: [
      [
        'Lie on your back with knees bent and a ball or a folded pillow between them.',
        'Acuéstese boca arriba con las rodillas dobladas y una pelota o almohada doblada entre ellas.',
      ],
      ['Squeeze gently and tighten the pelvic floor.', 'Apriete suavemente y contraiga el suelo pélvico.'],
      ['Hold while breathing, then let go.', 'Mantenga respirando y suelte.'],
    ],
    equipment: ['mat', 'ball'],
    dose: holds(10, 5),
    agents: ['supine'],
  }),
] as const;

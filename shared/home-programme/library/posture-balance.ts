import { holds, sets, shipped } from './exercise.ts';

const SAFE = [
  'Stand next to a counter or have somebody with you.',
  'Póngase junto a una encimera o con alguien a su lado.',
] as const;

export const POSTURE = [
  shipped('posture', 'chin-tuck', {
    name: ['Chin tuck', 'Meter la barbilla'],
    region: 'neck',
    steps: [
      ['Sit tall and look straight ahead.', 'Siéntese derecho y mire al frente.'],
      [
        'Draw your chin straight back, as if to make a double chin.',
        'Lleve la barbilla recta hacia atrás, como para hacer papada.',
      ],
      ['Hold, then let go.', 'Mantenga y suelte.'],
    ],
    caution: ['Do not tip the head up or down.', 'No incline la cabeza arriba ni abajo.'],
    equipment: ['chair'],
    dose: holds(10, 5, 7, 3),
    intervention: 'neck-stabilisation',
  }),
  shipped('posture', 'shoulder-blade-squeeze', {
    name: ['Shoulder blade squeeze', 'Juntar los omóplatos'],
    region: 'upper-back',
    steps: [
      [
        'Sit on the front of a chair with elbows bent.',
        'Siéntese en el borde de la silla con los codos doblados.',
      ],
      [
        'Draw the elbows back and the shoulder blades together and down.',
        'Lleve los codos hacia atrás y junte los omóplatos hacia abajo.',
      ],
      ['Hold, then relax.', 'Mantenga y relaje.'],
    ],
    equipment: ['chair'],
    dose: holds(10, 5, 7, 2),
    intervention: 'scapular-control',
  }),
  shipped('posture', 'wall-angel', {
    name: ['Wall angel', 'Ángel en la pared'],
    region: 'upper-back',
    steps: [
      [
        'Stand with back, head and arms against a wall, elbows at shoulder height.',
        'Apoye espalda, cabeza y brazos en la pared, con los codos a la altura de los hombros.',
      ],
      ['Slide your arms up without leaving the wall.', 'Deslice los brazos hacia arriba sin despegarlos.'],
      ['Slide them down again.', 'Deslícelos otra vez hacia abajo.'],
    ],
    equipment: ['wall'],
    dose: sets(2, 10),
    intervention: 'scapular-control',
  }),
  shipped('posture', 'pelvic-tilt', {
    name: ['Pelvic tilt', 'Inclinación de la pelvis'],
    region: 'lower-back',
    steps: [
      ['Lie on your back with knees bent.', 'Acuéstese boca arriba con las rodillas dobladas.'],
      [
        'Tighten your belly and press the small of your back into the floor.',
        'Apriete el vientre y presione la parte baja de la espalda contra el suelo.',
      ],
      ['Hold while breathing, then let go.', 'Mantenga respirando y suelte.'],
    ],
    equipment: ['mat'],
    dose: holds(10, 5, 7, 2),
    agents: ['supine'],
    intervention: 'stabilisation',
  }),
  shipped('posture', 'thoracic-extension', {
    name: ['Upper back extension over a chair', 'Extensión de la espalda en la silla'],
    region: 'upper-back',
    steps: [
      ['Sit with your hands behind your head.', 'Siéntese con las manos detrás de la cabeza.'],
      [
        'Lean back over the chair’s back and look up.',
        'Inclínese hacia atrás sobre el respaldo y mire hacia arriba.',
      ],
      ['Return to sitting tall.', 'Vuelva a sentarse derecho.'],
    ],
    caution: [
      'Support your head. Not with a fresh fracture or osteoporosis of the spine.',
      'Sujete la cabeza. No lo haga con una fractura reciente u osteoporosis de la columna.',
    ],
    equipment: ['chair'],
    dose: sets(1, 10, 7, 2),
  }),
] as const;

export const BALANCE = [
  shipped('balance', 'single-leg-stand', {
    name: ['Standing on one leg', 'De pie sobre una pierna'],
    region: 'whole-body',
    steps: [
      ['Stand beside a counter with one hand on it.', 'Póngase junto a la encimera con una mano apoyada.'],
      ['Lift one foot off the floor.', 'Levante un pie del suelo.'],
      ['Hold; use less and less of the hand.', 'Mantenga; use cada vez menos la mano.'],
    ],
    caution: SAFE,
    equipment: ['counter'],
    dose: holds(3, 20),
    intervention: 'balance',
  }),
  shipped('balance', 'tandem-stand', {
    name: ['One foot in front of the other', 'Un pie delante del otro'],
    region: 'whole-body',
    steps: [
      ['Stand at a counter.', 'Póngase junto a la encimera.'],
      [
        'Put one foot right in front of the other, heel to toe.',
        'Ponga un pie justo delante del otro, talón con punta.',
      ],
      ['Hold, then change feet.', 'Mantenga y cambie de pie.'],
    ],
    caution: SAFE,
    equipment: ['counter'],
    dose: holds(3, 30),
    intervention: 'balance',
  }),
  shipped('balance', 'weight-shift', {
    name: ['Shifting weight from side to side', 'Pasar el peso de un lado a otro'],
    region: 'whole-body',
    steps: [
      ['Stand with feet apart.', 'De pie con los pies separados.'],
      [
        'Move your hips over one foot, trunk upright.',
        'Lleve la cadera sobre un pie, con el tronco derecho.',
      ],
      ['Move slowly over to the other foot.', 'Pase despacio al otro pie.'],
    ],
    caution: SAFE,
    dose: sets(2, 10, 7),
    intervention: 'balance',
  }),
  shipped('balance', 'standing-march', {
    name: ['Marching on the spot', 'Marchar en el sitio'],
    region: 'whole-body',
    steps: [
      ['Stand beside a counter with one hand on it.', 'Póngase junto a la encimera con una mano apoyada.'],
      ['Lift one knee to hip height.', 'Levante una rodilla hasta la altura de la cadera.'],
      ['Put it down and change legs, slowly.', 'Bájela y cambie de pierna, despacio.'],
    ],
    caution: SAFE,
    equipment: ['counter'],
    dose: sets(2, 20),
    intervention: 'balance',
  }),
  shipped('balance', 'standing-reach', {
    name: ['Reaching forward', 'Alcanzar hacia delante'],
    region: 'whole-body',
    steps: [
      [
        'Stand with feet apart and one arm stretched forward.',
        'De pie con los pies separados y un brazo estirado al frente.',
      ],
      [
        'Reach as far as you can without lifting your heels.',
        'Alcance lo más lejos que pueda sin levantar los talones.',
      ],
      ['Return to upright.', 'Vuelva a ponerse derecho.'],
    ],
    caution: SAFE,
    dose: sets(2, 10),
    intervention: 'balance',
  }),
] as const;

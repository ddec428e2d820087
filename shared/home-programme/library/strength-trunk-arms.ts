import { holds, sets, shipped } from './exercise.ts';

/** Strength of trunk, shoulders and arms. */
export const STRENGTH_TRUNK_ARMS = [
  shipped('strength', 'supine-march', {
    name: ['March lying on the back', 'Marcha boca arriba'],
    region: 'lower-back',
    steps: [
      [
        'Lie on your back with knees bent. Tighten your belly so that your back stays still.',
        'Acuéstese boca arriba con las rodillas dobladas. Apriete el vientre para que la espalda no se mueva.',
      ],
      ['Lift one foot until the thigh is upright.', 'Levante un pie hasta que el muslo quede vertical.'],
      ['Lower it and change legs.', 'Bájelo y cambie de pierna.'],
    ],
    equipment: ['mat'],
    dose: sets(3, 10),
    agents: ['supine'],
    intervention: 'stabilisation',
  }),
  shipped('strength', 'bird-dog', {
    name: ['Opposite arm and leg', 'Brazo y pierna contrarios'],
    region: 'lower-back',
    steps: [
      ['Kneel on hands and knees, back flat.', 'Póngase a cuatro patas con la espalda plana.'],
      [
        'Reach one arm forward and the opposite leg back.',
        'Estire un brazo hacia delante y la pierna contraria hacia atrás.',
      ],
      [
        'Hold without letting your back sag, then change sides.',
        'Mantenga sin hundir la espalda y cambie de lado.',
      ],
    ],
    caution: ['Lift lower if you lose your balance.', 'Levante menos si pierde el equilibrio.'],
    equipment: ['mat'],
    dose: { ...sets(2, 8), holdSeconds: 5 },
    intervention: 'stabilisation',
  }),
  shipped('strength', 'knee-plank', {
    name: ['Plank on the knees', 'Plancha de rodillas'],
    region: 'lower-back',
    steps: [
      ['Lie on your front, resting on your forearms.', 'Acuéstese boca abajo, apoyado en los antebrazos.'],
      [
        'Tighten belly and buttocks and lift your hips; knees stay down.',
        'Apriete el vientre y los glúteos y suba la cadera; las rodillas quedan abajo.',
      ],
      ['Hold a straight line from head to knees.', 'Mantenga una línea recta de la cabeza a las rodillas.'],
    ],
    caution: ['Keep breathing. Stop if your back hurts.', 'Siga respirando. Pare si le duele la espalda.'],
    equipment: ['mat'],
    dose: holds(4, 15, 4),
    intervention: 'stabilisation',
  }),
  shipped('strength', 'band-row', {
    name: ['Rowing with a band', 'Remo con banda'],
    region: 'upper-back',
    steps: [
      [
        'Fix the band at chest height and hold its ends, arms forward.',
        'Fije la banda a la altura del pecho y sujete los extremos con los brazos hacia delante.',
      ],
      [
        'Pull your elbows back along your sides and squeeze your shoulder blades.',
        'Lleve los codos hacia atrás junto al cuerpo y junte los omóplatos.',
      ],
      ['Return slowly.', 'Vuelva despacio.'],
    ],
    caution: [
      'Check that the band is fixed and not torn.',
      'Compruebe que la banda está bien fijada y no está rota.',
    ],
    equipment: ['band'],
    dose: sets(3, 12, 4),
    intervention: 'scapular-control',
  }),
  shipped('strength', 'band-external-rotation', {
    name: ['Turning the arms out with a band', 'Rotación externa con banda'],
    region: 'shoulder',
    steps: [
      [
        'Elbows at your sides, bent; hold the band in both hands.',
        'Codos pegados al cuerpo y doblados; sujete la banda con ambas manos.',
      ],
      [
        'Turn your hands outwards; the elbows stay at your sides.',
        'Gire las manos hacia fuera sin separar los codos.',
      ],
      ['Return slowly.', 'Vuelva despacio.'],
    ],
    equipment: ['band'],
    dose: sets(3, 10, 4),
    intervention: 'rotator-cuff-strength',
  }),
  shipped('strength', 'wall-push-up', {
    name: ['Push-up at the wall', 'Flexiones en la pared'],
    region: 'shoulder',
    steps: [
      [
        'Stand at arm’s length from a wall, hands at shoulder height.',
        'Póngase a un brazo de distancia de la pared, con las manos a la altura de los hombros.',
      ],
      [
        'Bend your elbows and bring your chest towards the wall.',
        'Doble los codos y acerque el pecho a la pared.',
      ],
      ['Push back; the body stays straight.', 'Empuje para volver; el cuerpo se mantiene recto.'],
    ],
    equipment: ['wall'],
    dose: sets(3, 10, 4),
  }),
  shipped('strength', 'biceps-curl', {
    name: ['Elbow curl with a weight', 'Flexión de codo con peso'],
    region: 'elbow',
    steps: [
      [
        'Stand or sit tall with a light weight in your hand.',
        'De pie o sentado, derecho, con un peso ligero en la mano.',
      ],
      ['Bend the elbow; the upper arm stays still.', 'Doble el codo sin mover el brazo.'],
      ['Lower slowly.', 'Baje despacio.'],
    ],
    equipment: ['weight'],
    dose: sets(3, 10, 4),
  }),
] as const;

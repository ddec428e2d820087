import { holds, sets, shipped } from './exercise.ts';

const GENTLE = [
  'You should feel a gentle pull, never pain.',
  'Debe notar un tirón suave, nunca dolor.',
] as const;

/** Flexibility of neck, shoulders and arms. */
export const FLEXIBILITY_UPPER = [
  shipped('flexibility', 'pendulum', {
    name: ['Pendulum', 'Péndulo'],
    region: 'shoulder',
    steps: [
      [
        'Lean forward with one forearm on a table; let the other arm hang.',
        'Inclínese con un antebrazo apoyado en una mesa; deje colgar el otro brazo.',
      ],
      [
        'Rock your body so that the arm swings forward and back.',
        'Mueva el cuerpo para que el brazo se balancee hacia delante y atrás.',
      ],
      ['Then let it swing in small circles.', 'Después, deje que haga círculos pequeños.'],
    ],
    caution: ['The arm stays relaxed; the body moves it.', 'El brazo va suelto; lo mueve el cuerpo.'],
    equipment: ['counter'],
    dose: { ...sets(1, 20, 7, 3) },
    intervention: 'shoulder-range',
  }),
  shipped('flexibility', 'shoulder-flexion-stick', {
    name: ['Arms overhead with a stick', 'Brazos arriba con un palo'],
    region: 'shoulder',
    steps: [
      [
        'Lie on your back and hold a stick in both hands.',
        'Acuéstese boca arriba y sujete un palo con ambas manos.',
      ],
      [
        'Raise it over your head; the good arm helps.',
        'Llévelo por encima de la cabeza; el brazo sano ayuda.',
      ],
      ['Return slowly.', 'Vuelva despacio.'],
    ],
    caution: GENTLE,
    equipment: ['mat', 'stick'],
    dose: sets(2, 10, 7, 2),
    agents: ['supine'],
    intervention: 'shoulder-range',
  }),
  shipped('flexibility', 'wall-climb', {
    name: ['Finger walk up the wall', 'Subir los dedos por la pared'],
    region: 'shoulder',
    steps: [
      [
        'Stand facing a wall, fingers on it at waist height.',
        'Póngase frente a una pared con los dedos a la altura de la cintura.',
      ],
      ['Walk the fingers up as high as is comfortable.', 'Suba los dedos todo lo que le resulte cómodo.'],
      ['Hold, then walk down.', 'Mantenga y baje.'],
    ],
    caution: ['Do not shrug the shoulder.', 'No encoja el hombro.'],
    equipment: ['wall'],
    dose: holds(10, 5, 7, 2),
    intervention: 'shoulder-range',
  }),
  shipped('flexibility', 'cross-body-stretch', {
    name: ['Arm across the chest', 'Brazo cruzado sobre el pecho'],
    region: 'shoulder',
    steps: [
      ['Stand or sit tall.', 'De pie o sentado, derecho.'],
      [
        'Bring one arm across your chest and pull it gently with the other hand.',
        'Cruce un brazo sobre el pecho y tire suavemente con la otra mano.',
      ],
      ['Hold.', 'Mantenga.'],
    ],
    caution: GENTLE,
    dose: holds(3, 30),
    intervention: 'shoulder-range',
  }),
  shipped('flexibility', 'neck-rotation', {
    name: ['Turning the head', 'Girar la cabeza'],
    region: 'neck',
    steps: [
      ['Sit tall, chin level.', 'Siéntese derecho con la barbilla nivelada.'],
      [
        'Turn your head slowly to one side as if to look over your shoulder.',
        'Gire la cabeza despacio hacia un lado como para mirar por encima del hombro.',
      ],
      ['Hold, return and turn to the other side.', 'Mantenga, vuelva y gire hacia el otro lado.'],
    ],
    caution: ['Stop if you become dizzy or see double.', 'Pare si se marea o ve doble.'],
    equipment: ['chair'],
    dose: holds(5, 5, 7, 2),
  }),
  shipped('flexibility', 'neck-side-stretch', {
    name: ['Neck stretch to the side', 'Estirar el cuello hacia el lado'],
    region: 'neck',
    steps: [
      ['Sit tall with your shoulders relaxed.', 'Siéntese derecho con los hombros relajados.'],
      [
        'Lower one ear towards the shoulder; the hand only rests on the head.',
        'Acerque una oreja al hombro; la mano solo descansa sobre la cabeza.',
      ],
      ['Hold, then change sides.', 'Mantenga y cambie de lado.'],
    ],
    caution: ['Do not pull. Stop if you become dizzy.', 'No tire. Pare si se marea.'],
    equipment: ['chair'],
    dose: holds(3, 20),
  }),
  shipped('flexibility', 'wrist-stretch', {
    name: ['Wrist stretch', 'Estirar la muñeca'],
    region: 'wrist-hand',
    steps: [
      ['Stretch one arm forward, palm down.', 'Estire un brazo hacia delante con la palma hacia abajo.'],
      [
        'Let the hand drop and bend it further with the other hand.',
        'Deje caer la mano y dóblela un poco más con la otra.',
      ],
      ['Hold.', 'Mantenga.'],
    ],
    caution: GENTLE,
    equipment: ['chair'],
    dose: holds(3, 20, 7, 2),
    intervention: 'wrist-range',
  }),
  shipped('flexibility', 'seated-trunk-rotation', {
    name: ['Turning the trunk, seated', 'Girar el tronco sentado'],
    region: 'upper-back',
    steps: [
      ['Sit tall with your arms folded.', 'Siéntese derecho con los brazos cruzados.'],
      [
        'Turn your upper body to one side; knees point forward.',
        'Gire el tronco hacia un lado; las rodillas miran al frente.',
      ],
      ['Hold, return and change sides.', 'Mantenga, vuelva y cambie de lado.'],
    ],
    equipment: ['chair'],
    dose: holds(5, 5, 7, 2),
    agents: ['spinal-flexion-loading'],
  }),
] as const;

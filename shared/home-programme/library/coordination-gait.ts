import { WALKING_CAUTION } from '../handout-words.ts';
import { minutes, sets, shipped } from './exercise.ts';

const SAFE = [
  'Stand next to a counter or have somebody with you.',
  'Póngase junto a una encimera o con alguien a su lado.',
] as const;

export const COORDINATION = [
  shipped('coordination', 'finger-to-nose', {
    name: ['Finger to nose', 'Dedo a la nariz'],
    region: 'whole-body',
    steps: [
      ['Sit tall and stretch one arm forward.', 'Siéntese derecho y estire un brazo hacia delante.'],
      ['Touch the tip of your nose with your finger.', 'Tóquese la punta de la nariz con el dedo.'],
      [
        'Go back and forth; then faster, then with eyes closed.',
        'Vaya y vuelva; luego más rápido y con los ojos cerrados.',
      ],
    ],
    equipment: ['chair'],
    dose: sets(2, 15, 7),
    intervention: 'coordination',
  }),
  shipped('coordination', 'toe-taps', {
    name: ['Toe taps on a step', 'Toques de punta en un escalón'],
    region: 'whole-body',
    steps: [
      [
        'Stand in front of a low step, near a rail.',
        'Póngase delante de un escalón bajo, cerca de una barandilla.',
      ],
      ['Tap the step with one foot and put it back.', 'Toque el escalón con un pie y vuelva a bajarlo.'],
      ['Change feet in a steady rhythm.', 'Cambie de pie con un ritmo constante.'],
    ],
    caution: SAFE,
    equipment: ['step'],
    dose: sets(2, 20),
    intervention: 'coordination',
  }),
  shipped('coordination', 'heel-to-shin', {
    name: ['Heel along the shin', 'Talón por la espinilla'],
    region: 'whole-body',
    steps: [
      ['Sit with one leg stretched out.', 'Siéntese con una pierna estirada.'],
      ['Put the other heel on its knee.', 'Ponga el otro talón sobre esa rodilla.'],
      [
        'Slide the heel down the shin to the ankle and back.',
        'Deslice el talón por la espinilla hasta el tobillo y vuelva.',
      ],
    ],
    equipment: ['chair'],
    dose: sets(2, 10, 7),
    intervention: 'coordination',
  }),
  shipped('coordination', 'cross-march', {
    name: ['Hand to opposite knee', 'Mano a la rodilla contraria'],
    region: 'whole-body',
    steps: [
      ['Stand tall, near something to hold.', 'Póngase derecho, cerca de algo donde agarrarse.'],
      [
        'Lift one knee and touch it with the opposite hand.',
        'Levante una rodilla y tóquela con la mano contraria.',
      ],
      ['Change sides without hurrying.', 'Cambie de lado sin prisa.'],
    ],
    caution: SAFE,
    dose: sets(2, 16),
    intervention: 'coordination',
  }),
] as const;

export const GAIT = [
  shipped('gait', 'walking-programme', {
    name: ['Walking', 'Caminar'],
    region: 'whole-body',
    steps: [
      ['Wear firm shoes and start slowly.', 'Use calzado firme y empiece despacio.'],
      ['Walk at a pace at which you can still talk.', 'Camine a un paso que le permita hablar.'],
      ['Add one or two minutes when it has become easy.', 'Añada uno o dos minutos cuando le resulte fácil.'],
    ],
    caution: [WALKING_CAUTION.en, WALKING_CAUTION.es],
    dose: minutes(15),
    intervention: 'gait-training',
  }),
  shipped('gait', 'side-stepping', {
    name: ['Stepping sideways', 'Pasos laterales'],
    region: 'hip',
    steps: [
      ['Stand facing a counter or along a line.', 'Póngase frente a una encimera o a lo largo de una línea.'],
      [
        'Step sideways, toes forward, and bring the other foot after.',
        'Dé un paso hacia el lado con los dedos al frente y acerque el otro pie.',
      ],
      ['Ten steps one way, ten back.', 'Diez pasos hacia un lado y diez de vuelta.'],
    ],
    caution: SAFE,
    dose: sets(3, 10),
    intervention: 'gait-training',
  }),
  shipped('gait', 'heel-to-toe-walk', {
    name: ['Walking heel to toe', 'Caminar talón-punta'],
    region: 'whole-body',
    steps: [
      ['Stand beside a wall or counter.', 'Póngase junto a una pared o encimera.'],
      [
        'Walk along a line, each heel right in front of the other toes.',
        'Camine por una línea, con cada talón justo delante de los dedos del otro pie.',
      ],
      ['Look ahead, not at your feet.', 'Mire al frente, no a los pies.'],
    ],
    caution: SAFE,
    dose: sets(3, 10),
    intervention: 'gait-training',
  }),
  shipped('gait', 'toe-walking', {
    name: ['Walking on tiptoe', 'Caminar de puntillas'],
    region: 'ankle-foot',
    steps: [
      ['Stand beside a wall or counter.', 'Póngase junto a una pared o encimera.'],
      ['Rise onto your toes and walk forward.', 'Súbase a las puntas y camine hacia delante.'],
      ['Keep the heels high.', 'Mantenga los talones altos.'],
    ],
    caution: SAFE,
    dose: sets(2, 10),
    intervention: 'gait-training',
  }),
  shipped('gait', 'step-over', {
    name: ['Stepping over an obstacle', 'Pasar por encima de un obstáculo'],
    region: 'whole-body',
    steps: [
      [
        'Put a book or a low box on the floor next to a counter.',
        'Ponga un libro o una caja baja en el suelo junto a una encimera.',
      ],
      [
        'Step over it without touching it, heel first.',
        'Pase por encima sin tocarlo, apoyando primero el talón.',
      ],
      ['Turn round and go back.', 'Dé la vuelta y regrese.'],
    ],
    caution: SAFE,
    equipment: ['counter'],
    dose: sets(2, 10),
    intervention: 'gait-training',
  }),
  shipped('gait', 'stair-climbing', {
    name: ['Climbing stairs', 'Subir escaleras'],
    region: 'whole-body',
    steps: [
      ['Hold the rail.', 'Agárrese a la barandilla.'],
      ['Going up, lead with the stronger leg.', 'Al subir, empiece con la pierna más fuerte.'],
      ['Going down, lead with the weaker leg.', 'Al bajar, empiece con la pierna más débil.'],
    ],
    caution: ['Never without the rail.', 'Nunca sin barandilla.'],
    equipment: ['step'],
    dose: sets(2, 8),
    intervention: 'stairs',
  }),
] as const;

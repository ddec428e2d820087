import { holds, sets, shipped } from './exercise.ts';

const GENTLE = [
  'You should feel a gentle pull, never pain.',
  'Debe notar un tirón suave, nunca dolor.',
] as const;

/** Flexibility of legs and back. */
export const FLEXIBILITY_LOWER = [
  shipped('flexibility', 'hamstring-stretch', {
    name: ['Back-of-thigh stretch with a strap', 'Estirar la parte posterior del muslo'],
    region: 'knee',
    steps: [
      [
        'Lie on your back and put a strap or towel round one foot.',
        'Acuéstese boca arriba y pase una correa o toalla por un pie.',
      ],
      [
        'Raise the leg with the knee nearly straight until you feel a pull.',
        'Suba la pierna con la rodilla casi recta hasta notar un tirón.',
      ],
      ['Hold and breathe calmly.', 'Mantenga y respire con calma.'],
    ],
    caution: GENTLE,
    equipment: ['mat', 'strap'],
    dose: holds(3, 30),
    agents: ['supine'],
    intervention: 'hamstring-stretch',
  }),
  shipped('flexibility', 'calf-stretch', {
    name: ['Calf stretch at the wall', 'Estirar la pantorrilla en la pared'],
    region: 'ankle-foot',
    steps: [
      [
        'Put your hands on a wall and one leg behind you.',
        'Apoye las manos en la pared y ponga una pierna atrás.',
      ],
      [
        'Keep the back knee straight and the heel down; lean forward.',
        'Mantenga la rodilla de atrás recta y el talón en el suelo; inclínese hacia delante.',
      ],
      ['Hold.', 'Mantenga.'],
    ],
    caution: GENTLE,
    equipment: ['wall'],
    dose: holds(3, 30),
    intervention: 'calf-stretch',
  }),
  shipped('flexibility', 'hip-flexor-stretch', {
    name: ['Front-of-hip stretch, kneeling', 'Estirar la parte delantera de la cadera'],
    region: 'hip',
    steps: [
      [
        'Kneel on one knee, the other foot in front.',
        'Arrodíllese sobre una rodilla con el otro pie delante.',
      ],
      ['Tuck your tailbone and shift your hips forward.', 'Meta el coxis y lleve la cadera hacia delante.'],
      ['Hold with the trunk upright.', 'Mantenga con el tronco derecho.'],
    ],
    caution: [
      'Put a pillow under the knee. Hold a chair if unsteady.',
      'Ponga una almohada bajo la rodilla. Agárrese a una silla si no está estable.',
    ],
    equipment: ['mat'],
    dose: holds(3, 30),
  }),
  shipped('flexibility', 'quadriceps-stretch', {
    name: ['Front-of-thigh stretch, standing', 'Estirar la parte delantera del muslo'],
    region: 'knee',
    steps: [
      ['Hold a counter with one hand.', 'Agárrese a la encimera con una mano.'],
      [
        'Take hold of the ankle behind you and bring the heel towards the buttock.',
        'Agarre el tobillo por detrás y acerque el talón al glúteo.',
      ],
      ['Keep the knees together and hold.', 'Mantenga las rodillas juntas y aguante.'],
    ],
    caution: GENTLE,
    equipment: ['counter'],
    dose: holds(3, 30),
  }),
  shipped('flexibility', 'knee-to-chest', {
    name: ['Knee to chest', 'Rodilla al pecho'],
    region: 'lower-back',
    steps: [
      ['Lie on your back with knees bent.', 'Acuéstese boca arriba con las rodillas dobladas.'],
      ['Bring one knee to your chest with both hands.', 'Lleve una rodilla al pecho con ambas manos.'],
      ['Hold, then change legs.', 'Mantenga y cambie de pierna.'],
    ],
    caution: GENTLE,
    equipment: ['mat'],
    dose: holds(5, 15),
    agents: ['supine', 'spinal-flexion-loading'],
    intervention: 'lumbar-flexion',
  }),
  shipped('flexibility', 'lower-trunk-rotation', {
    name: ['Knees from side to side', 'Rodillas de lado a lado'],
    region: 'lower-back',
    steps: [
      [
        'Lie on your back, knees bent, arms out.',
        'Acuéstese boca arriba, rodillas dobladas y brazos abiertos.',
      ],
      [
        'Let both knees sink slowly to one side; the shoulders stay down.',
        'Deje caer despacio ambas rodillas hacia un lado; los hombros no se levantan.',
      ],
      ['Return and go to the other side.', 'Vuelva y hágalo hacia el otro lado.'],
    ],
    caution: GENTLE,
    equipment: ['mat'],
    dose: sets(1, 10, 7, 2),
    agents: ['spinal-flexion-loading', 'supine'],
  }),
  shipped('flexibility', 'prone-press-up', {
    name: ['Press-up lying on the front', 'Extensión de espalda boca abajo'],
    region: 'lower-back',
    steps: [
      [
        'Lie on your front with your hands under your shoulders.',
        'Acuéstese boca abajo con las manos debajo de los hombros.',
      ],
      [
        'Straighten your arms and lift your chest; hips and legs stay relaxed.',
        'Estire los brazos y levante el pecho; la cadera y las piernas quedan sueltas.',
      ],
      ['Lower again at once.', 'Baje enseguida.'],
    ],
    caution: [
      'Stop if pain or tingling moves further down the leg.',
      'Pare si el dolor o el hormigueo baja más por la pierna.',
    ],
    equipment: ['mat'],
    dose: sets(1, 10, 7, 4),
    intervention: 'mckenzie-extension',
  }),
  shipped('flexibility', 'cat-camel', {
    name: ['Cat and camel', 'Gato y camello'],
    region: 'lower-back',
    steps: [
      ['Kneel on hands and knees.', 'Póngase a cuatro patas.'],
      ['Round your back and let your head hang.', 'Redondee la espalda y deje caer la cabeza.'],
      [
        'Let your back sag and look forward. Move slowly between the two.',
        'Hunda la espalda y mire al frente. Muévase despacio entre las dos posiciones.',
      ],
    ],
    equipment: ['mat'],
    dose: sets(1, 10, 7, 2),
    agents: ['spinal-flexion-loading'],
  }),
  shipped('flexibility', 'childs-pose', {
    name: ['Kneeling back stretch', 'Estirar la espalda de rodillas'],
    region: 'lower-back',
    steps: [
      ['Kneel on hands and knees.', 'Póngase a cuatro patas.'],
      [
        'Sit back on your heels with arms stretched forward.',
        'Siéntese sobre los talones con los brazos estirados hacia delante.',
      ],
      ['Hold and breathe.', 'Mantenga y respire.'],
    ],
    caution: ['Not if kneeling hurts.', 'No lo haga si le duele arrodillarse.'],
    equipment: ['mat'],
    dose: holds(3, 30),
    agents: ['spinal-flexion-loading'],
  }),
  shipped('flexibility', 'heel-slide', {
    name: ['Heel slide', 'Deslizar el talón'],
    region: 'knee',
    steps: [
      ['Lie on your back, legs straight.', 'Acuéstese boca arriba con las piernas rectas.'],
      [
        'Slide one heel towards the buttock as far as you can.',
        'Deslice un talón hacia el glúteo todo lo que pueda.',
      ],
      ['Slide it back slowly.', 'Vuelva despacio.'],
    ],
    equipment: ['mat'],
    dose: sets(2, 15, 7, 2),
    agents: ['supine'],
    intervention: 'knee-flexion-range',
  }),
  shipped('flexibility', 'ankle-pumps', {
    name: ['Ankle pumps', 'Bombeo de tobillos'],
    region: 'ankle-foot',
    steps: [
      ['Lie or sit with your legs up.', 'Acuéstese o siéntese con las piernas en alto.'],
      ['Pull your toes towards you.', 'Lleve los dedos de los pies hacia usted.'],
      ['Push them away. Keep a steady rhythm.', 'Empújelos hacia fuera. Mantenga un ritmo constante.'],
    ],
    caution: [
      'Call us at once if a calf becomes swollen, hot or painful.',
      'Llámenos enseguida si una pantorrilla se hincha, se calienta o duele.',
    ],
    dose: sets(1, 20, 7, 5),
    agents: ['supine'],
  }),
] as const;

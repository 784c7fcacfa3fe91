import type { DataSetId } from '../../../shared/datasets/catalogue.ts';
import type { DraftProblem } from '../../../shared/lessons/draft-problems.ts';
import type { OwnershipPlan, Share } from '../../../shared/lessons/ownership-plan.ts';
import type { Activation, LossName, OutputActivation } from '../../../shared/network/topology.ts';
import { createNumbers } from '../numbers.ts';
import { plural } from '../plural.ts';

const numbers = createNumbers('es');

/** Un número tal cual, con coma decimal. */
const plain = (value: number): string => String(value).replace('.', ',');

/** Elegir una lección o hacer una propia. */
export const create = {
  own: 'Tu lección',
  ownAbout: (minutes: number) =>
    minutes > 0 ? `${plain(minutes)} minutos, hecha a tu medida.` : 'Hecha a tu medida, sin prisa.',
  facts: (sizes: readonly number[], parameters: number, stages: number, rounds: number) =>
    [
      `red ${sizes.join('-')}`,
      `${parameters} ${plural(parameters, 'peso', 'pesos')}`,
      `${stages} ${plural(stages, 'etapa', 'etapas')}`,
      ...(rounds > 0 ? [`${rounds} ${plural(rounds, 'ronda', 'rondas')} a mano`] : []),
    ].join(' · '),
  build: 'Hacer una lección propia',
  change: 'Cambiar esta lección',
  share: 'Guardar o compartir la lección',
  open: 'Abrir un archivo de lección',
  openHint: 'También se puede soltar el archivo sobre esta página.',
  drop: 'Suelta aquí la lección o la tabla',
  copyLink: 'Copiar el enlace',
  linkCopied: 'Enlace copiado.',
  linkSelected: 'El navegador no deja copiar: el enlace está seleccionado, cópialo a mano.',
  link: 'Enlace con todos los ajustes',
  linkHint: 'Quien lo abra necesita la clave docente de su propio servidor.',
  tooLong: 'La tabla no cabe en un enlace. Guarda la lección como archivo.',
  saveFile: 'Guardar como archivo',
  opened: (title: string) => `Lección abierta: «${title}».`,
  badLink: 'Ese enlace no trae una lección que se pueda abrir.',
  badFile: 'Ese archivo no es una lección que se pueda abrir.',
  details: 'Qué falla',
  untitled: 'Lección sin título',
  planTitle: 'Personas en la clase',
  plan,
  builder: {
    title: 'Hacer una lección',
    back: 'Volver sin usarla',
    use: 'Usar esta lección',
    fix: (count: number) =>
      plural(
        count,
        'Falta arreglar una cosa: el botón lleva a ella.',
        `Falta arreglar ${count} cosas: el botón lleva a la primera.`,
      ),
    ready: 'La lección está lista.',
    name: 'Título',
    nameHint: 'La clase lo verá en la pantalla.',
    data: 'Datos',
    source: 'Con qué se juega',
    table: 'Una tabla propia (CSV)',
    drawn: 'Puntos que dibuja la clase',
    drawnAbout:
      'Antes de empezar, cada persona pone puntos en el plano desde su teléfono. Al cerrar el dibujo, se reparten solos: tres de cada cinco para aprender, y el resto para comprobar.',
    drawnClasses: 'Cuántas clases',
    training: 'Para aprender',
    validation: 'Nuevos, entre rondas',
    test: 'Para el final',
    sizes: 'Cuántos ejemplos',
    noise: 'Ruido',
    noiseHint: '1 es lo normal; con más, las clases se mezclan.',
    seed: 'Semilla de los datos',
    seedHint: 'La misma semilla da siempre los mismos ejemplos.',
    otherSeed: 'Otros ejemplos',
    network: 'Red',
    layers: 'Capas ocultas',
    layer: (place: number) => `Neuronas de la capa ${place}`,
    addLayer: 'Añadir una capa',
    removeLayer: (place: number) => `Quitar la capa ${place}`,
    noLayers: 'Sin capas ocultas: la red solo puede trazar una recta.',
    hidden: 'Activación',
    loss: 'Error',
    output: 'Salida',
    shape: (sizes: readonly number[], parameters: number) =>
      `Red ${sizes.join('-')}: ${parameters} ${plural(parameters, 'peso', 'pesos')}, sesgos incluidos.`,
    start: 'Semilla del inicio',
    startKept: 'El inicio es el de la lección original, buscado para que cada etapa enseñe lo suyo.',
    startFound: (accuracy: number) =>
      `Al empezar acierta el ${numbers.percent(accuracy)}: como quien elige al azar.`,
    startFar: (accuracy: number) =>
      `Al empezar acierta el ${numbers.percent(accuracy)}, lejos del azar. Prueba otra semilla.`,
    otherStart: 'Otro inicio',
    stages: 'Etapas',
    stage: (place: number, name: string) => `${place}. ${name}`,
    addStage: 'Añadir una etapa',
    add: 'Añadir',
    up: (name: string) => `Subir «${name}»`,
    down: (name: string) => `Bajar «${name}»`,
    remove: (name: string) => `Quitar «${name}»`,
    minutes: 'Minutos',
    rounds: 'Rondas',
    machineRounds: 'Pasos',
    animals: 'Apuestas',
    fastForward: 'Rondas de adelanto',
    begins: 'Empieza',
    begin: { pinned: 'desde el inicio', continue: 'donde quedó' },
    stepSize: 'Tamaño del paso',
    stepPolicy: 'El paso',
    more: 'Más ajustes',
    learningRate: 'Tasa de aprendizaje',
    batch: 'Ejemplos por paso',
    batches: { all: 'todos', some: 'algunos' },
    batchSize: 'Cuántos',
    machineSpeed: 'Pasos por segundo',
    playedOn: 'Se juega',
    on: {
      lesson: 'con los datos de la lección',
      few: 'con pocos ejemplos y una red mayor',
      kept: 'con los datos que traía',
    },
    fewExamples: 'Cuántos ejemplos',
    total: (minutes: number) =>
      `${plain(minutes)} ${plural(minutes, 'minuto', 'minutos')} en total, sin contar la entrada.`,
    class: 'Clase',
    perSeat: 'Pesos por persona, como mucho',
  },
  sets: {
    pets: 'Perros y gatos: orejas y tamaño',
    pets4: 'Perros y gatos: orejas, tamaño, hocico y bigotes',
    line: 'Cachorros y adultos: un solo rasgo',
    xor: 'XOR: cuatro nubes en cruz',
    circle: 'Un círculo dentro de un anillo',
    moons: 'Dos lunas',
    spiral: 'Dos espirales',
    penguins: 'Pingüinos de verdad: el pico (3 especies)',
    penguins4: 'Pingüinos de verdad: 4 medidas (3 especies)',
  } satisfies Record<DataSetId, string>,
  activations: {
    tanh: 'tanh',
    sigmoid: 'sigmoide',
    relu: 'ReLU',
    linear: 'lineal (ninguna)',
  } satisfies Record<Activation, string>,
  outputs: {
    tanh: 'tanh: de −1 a 1',
    sigmoid: 'sigmoide: de 0 a 1',
    relu: 'ReLU: de 0 en adelante',
    linear: 'lineal: cualquier número',
    softmax: 'softmax: una por clase',
  } satisfies Record<OutputActivation, string>,
  losses: {
    'half-squared-error': 'error cuadrático',
    'binary-cross-entropy': 'entropía cruzada',
    'categorical-cross-entropy': 'entropía cruzada, una salida por clase',
  } satisfies Record<LossName, string>,
  csv: {
    choose: 'Elegir un archivo CSV',
    another: 'Elegir otro archivo',
    hint: 'De 2 a 6 columnas de números y una de etiquetas, con 2 a 4 clases y hasta 2000 filas. El archivo no sale de este equipo hasta que abras la clase.',
    file: (name: string) => `Archivo: ${name}`,
    kept: 'La tabla que traía la lección.',
    how: 'Cómo se lee',
    encoding: 'Codificación',
    separator: 'Separador',
    decimals: 'Decimales',
    header: 'La primera línea son los nombres',
    detected: (what: string) => `detectado: ${what}`,
    detect: 'detectar',
    separators: { ',': 'coma', ';': 'punto y coma', '\t': 'tabulador', '|': 'barra vertical' },
    signs: { '.': 'punto', ',': 'coma' },
    label: 'Columna de la etiqueta',
    features: 'Columnas de números (de 2 a 6)',
    column: (place: number, name: string) => (name === '' ? `columna ${place}` : name),
    notNumbers: 'no son números',
    problems: (count: number) =>
      `La tabla tiene ${plural(count, 'un problema', `${count} problemas`)}. Corrige el archivo y elígelo otra vez, o cambia cómo se lee.`,
    first: 'Las primeras filas',
  },
  preview: {
    title: 'Así se ven',
    about: (examples: number, classes: string) =>
      `${examples} ${plural(examples, 'ejemplo', 'ejemplos')} para aprender: ${classes}.`,
    across: 'A lo ancho',
    up: 'A lo alto',
    flat: 'sin otro rasgo',
  },
  problem: sentence,
};

function sentence(problem: DraftProblem): string {
  switch (problem.kind) {
    case 'no-title':
      return 'Ponle un título.';
    case 'long-title':
      return `Es demasiado largo: caben ${problem.most} letras.`;
    case 'unfit-title':
      return 'Tiene código o signos invisibles. Usa letras y signos normales.';
    case 'no-table':
      return 'Falta la tabla: elige un archivo.';
    case 'no-number':
      return 'Escribe un número.';
    case 'whole-number':
      return 'Tiene que ser un número entero.';
    case 'out-of-range':
      return `Tiene que estar entre ${plain(problem.least)} y ${plain(problem.most)}.`;
    case 'many-examples':
      return `Entre las tres partes se piden ${problem.asked} ejemplos y solo hay ${problem.available}.`;
    case 'needs-softmax':
      return `Con ${problem.classes} clases hace falta una salida por clase: elige la entropía cruzada con una salida por clase.`;
    case 'many-layers':
      return `Son demasiadas capas: como mucho ${problem.most}.`;
    case 'many-parameters':
      return `La red tendría ${problem.found} pesos; como mucho pueden ser ${problem.most}. Quita neuronas o capas.`;
    case 'no-stage':
      return 'Añade por lo menos una etapa.';
    case 'many-stages':
      return `Son demasiadas etapas: como mucho ${problem.most}.`;
  }
}

function plan(seats: number, { students, weights, minded }: OwnershipPlan): string {
  const count = minded + weights.reduce((sum, share) => sum + share.count, 0);
  const people = `Con ${seats} ${plural(seats, 'persona', 'personas')} y ${count} ${plural(count, 'peso', 'pesos')}`;
  const held = students.map(({ each, count: some }) =>
    students.length === 1 ? `cada una lleva ${each}` : `${some} ${plural(some, 'lleva', 'llevan')} ${each}`,
  );
  const shared = weights.filter(({ each }) => each > 1);
  const rest = [
    ...shared.map((share) => sharedWeights(share, weights.length === 1)),
    ...(minded > 0 ? [`${minded} ${plural(minded, 'lo cuida', 'los cuida')} el programa`] : []),
  ];
  return `${people}: ${[...held, ...rest].join('; ')}.`;
}

function sharedWeights({ count, each }: Share, all: boolean): string {
  return all
    ? `cada peso lo llevan entre ${each}`
    : `${count} ${plural(count, 'peso lo llevan', 'pesos los llevan')} entre ${each}`;
}

import type { PhaseKind } from '../../../shared/session/phases.ts';
import type { StageKind } from '../../../shared/session/stages.ts';
import { plural } from '../plural.ts';
import { countWord } from './counts.ts';
import { lessons } from './lessons.ts';

type Question = { readonly question: string; readonly see: string };

const intros: Readonly<Record<StageKind, Question>> = {
  practice: {
    question: '¿Cuál es tu peso? Búscalo en la red.',
    see: 'Un ensayo sin reloj. Nada de lo que pase aquí cuenta.',
  },
  guess: {
    question: 'Si cada cual mueve su peso sin saber hacia dónde, ¿bajará el error?',
    see: 'Después de cada ronda se ven el error y los aciertos, y nada más.',
  },
  'keep-if-better': {
    question: '¿Y si solo nos quedamos con los cambios que mejoran? ¿Bastará? ¿Cuánto tardará?',
    see: 'Si el error sube, la ronda se deshace sola.',
  },
  probe: {
    question: '¿Y si pudieras probar tu peso hacia los dos lados antes de moverlo?',
    see: 'Primero elige. Después se ve el error hacia cada lado.',
  },
  backprop: {
    question: '¿Se puede saber hacia dónde va cada peso sin probarlos uno por uno?',
    see: 'El error vuelve desde la respuesta, capa por capa, y deja una flecha en cada peso.',
  },
  autopilot: {
    question: 'Si la máquina sigue todas las flechas a la vez, ¿cuánto debe medir su paso?',
    see: 'Primero se vota. Después baja sola, con su curva junto a la de la clase.',
  },
  stop: {
    question: 'Una red que sigue entrenando, ¿sigue mejorando?',
    see: 'Se ve el error de lo que ya conoce. Cada cual para una sola vez, cuando crea que es lo mejor.',
  },
  test: {
    question: '¿Qué dirá la red de lo que nadie ha visto?',
    see: 'Uno por uno: primero apuesta la clase, después responde la red.',
  },
};

const happening: Readonly<Record<PhaseKind, string>> = {
  predict: 'Los ejemplos cruzan la red',
  compare: 'Lo que dijo, frente a la verdad',
  backward: 'El error vuelve',
  nudge: 'Hora de proponer',
  adjust: 'La red ha cambiado',
  vote: '¿Qué hará el error con este paso?',
  run: 'La máquina baja por el gradiente',
  reveal: 'Lo que no se veía',
  bet: '¿Qué es?',
  answer: 'Lo que dice la red',
  score: 'Aciertos',
};

const next: Readonly<Record<Exclude<PhaseKind, 'adjust'>, string>> = {
  vote: 'Después la máquina empieza a bajar.',
  run: 'Cada paso es una ronda.',
  reveal: 'La red puede volver a su mejor ronda.',
  bet: 'Después responde la red.',
  answer: 'Después, el siguiente.',
  score: 'Con lo que nadie había visto.',

  predict: 'Después se compara con la verdad.',
  compare: 'Después se propone un cambio para cada peso.',
  backward: 'Después vuelve a la capa anterior.',
  nudge: 'Después se mueven todos los pesos a la vez.',
};

const choose: Readonly<Record<StageKind, string>> = {
  practice: 'Prueba los botones: baja, deja o sube tu peso.',
  guess: 'Elige: ¿sube, baja o se queda tu peso?',
  'keep-if-better': 'Elige. Si el error sube, se deshace.',
  probe: 'Elige: ¿bajará el error si tu peso sube o si baja?',
  backprop: 'Sigue la flecha, o no.',
  autopilot: '¿Baja despacio, baja deprisa o se dispara?',
  stop: 'Para una sola vez, cuando creas que la red está en su mejor momento.',
  test: 'Apuesta antes de que responda la red.',
};

const drawing = {
  title: 'La clase dibuja los puntos desde sus teléfonos',
  closed: 'Con estos puntos se entrenará la red',
  plane: (points: number) => `Plano con ${points} ${plural(points, 'punto', 'puntos')}`,
  missing: (count: number) => `${plural(count, 'falta', 'faltan')} ${count}`,
};

/** What the projector says. */
export const screen = {
  drawing,
  title: 'Pantalla de la clase',
  lessons,
  intros,
  happening,
  next,
  choose,
  practiceStage: 'Ensayo',
  stageOf: (stage: number, all: number, name: string) => `Etapa ${stage} de ${all} · ${name}`,
  stageNumber: (stage: number, all: number) => `Etapa ${stage} de ${all}`,
  stageAlone: (stage: number) => `Etapa ${stage}`,
  phasesLabel: 'Fases de la ronda',
  think: 'Para pensar',
  startsAt: (figure: string) => `Se empieza con un error de ${figure}`,
  afterCompareBackward: 'Después el error vuelve, capa por capa.',
  afterFirstLayer: 'Después, cada cual decide con su flecha.',
  afterAdjust: 'Enseguida, la ronda siguiente.',
  afterPractice: 'Así se juega. Enseguida empieza de verdad.',
  wentBack: (round: number | null) =>
    round === null ? 'Volvemos al comienzo de la etapa' : `Volvemos a después de la ronda ${round}`,
  wentBackWhy: 'Nada se borra: lo que vino después sigue en la curva.',

  enterTitle: 'Entra con tu dispositivo',
  enterWhere: 'en la misma wifi que esta pantalla',
  open: 'Abre',
  type: 'Escribe',
  orScan: 'o apunta aquí la cámara',
  inside: (count: number) => plural(count, 'dentro', 'dentro'),
  nobodyYet: 'Todavía no hay nadie. El primer nombre aparecerá aquí.',
  andMore: (count: number) => `y ${count} más`,
  locked: 'La entrada está cerrada',
  lockedHow: 'Se abre desde el panel docente.',
  noAddress: {
    'no-network': 'Este equipo no está en ninguna red. Hace falta la misma wifi que los dispositivos.',
    'only-private': 'No se encuentra una dirección que los dispositivos puedan abrir.',
    unknown: 'No se pudo averiguar la dirección. Está en el panel docente.',
    recorded: 'Es la grabación de una clase: ya no se puede entrar.',
  },
  lookingForAddress: 'Buscando la dirección…',
  enterAt: 'Entra en',
  showJoin: 'Ver la entrada en grande',
  joinHint: 'tecla J',

  /** How the weights go round: one sentence for any class. */
  ownership: (weights: number, seats: number) => ownership(weights, seats),

  nobodyToWaitFor: 'Nadie tiene que proponer todavía.',
  mapBefore: 'Lo que la red cree de cada combinación de rasgos.',
  mapAbout: (right: number, all: number) =>
    `Lo que la red cree de cada combinación de rasgos. Acierta ${right} de ${all}.`,
  rightOf: (all: number) => `de ${all} aciertos`,
  curveAbout: (rounds: number, first: string, last: string) =>
    `Error de la red: ${rounds} ${plural(rounds, 'ronda', 'rondas')}, de ${first} a ${last}.`,
  costSoFar: (passes: string) => `Pasadas: ${passes}`,
  forward: (count: string) => `${count} de ida`,
  backward: (count: string) => `${count} de vuelta`,

  sumAlone: 'Cada peso por su lado, sumado',
  together: 'Todos a la vez',
  notTheSum: 'No es lo mismo: los pesos dependen unos de otros.',
  aboutTheSum: 'Esta vez, casi lo mismo.',
  roseThough: 'Puede subir aunque cada cual eligiera bien: todos los pesos se movieron a la vez.',
  stayed: 'Nadie movió nada: la red sigue igual.',
  takenBack: 'Se deshace',
  takenBackWhy: (tried: string) => `Habría subido a ${tried}. Ahora se sabe: por ahí no.`,
  kept: 'Se queda: el error bajó, y la red nueva es la que vale.',
  bounded: (count: number) =>
    `${count} ${plural(count, 'peso llegó', 'pesos llegaron')} a su límite: el paso era demasiado grande.`,
  ranAhead: (rounds: number | null) =>
    rounds === null
      ? 'Varias rondas de una vez'
      : `${rounds} ${plural(rounds, 'ronda', 'rondas')} de una vez`,
  ranAheadHow: 'Cada cual siguió como en esta etapa.',
  keptAhead: (kept: number, rounds: number) =>
    `${plural(kept, 'Se quedó', 'Se quedaron')} ${kept} de ${rounds}; las demás subían el error y se deshicieron.`,

  layerOpen: (layer: number, last: number) => (layer === last ? 'Capa de salida' : `Capa ${layer}`),
  layersOpen: (open: number, all: number) => `${open} de ${all} capas abiertas`,
  backflowNote: 'el error medio vuelve por cada conexión, multiplicado por su peso',
  chainTitle: (weight: string) => `El peso ${weight}`,
  biasChainTitle: (bias: string) => `El ${bias}`,
  cameIn: 'lo que entró',
  slope: 'pendiente',
  errorBack: 'error que vuelve',
  gradient: 'gradiente',
  was: (truth: string, said: string) => `${truth}; la red dijo ${said}.`,
  wasA: {
    dog: 'Era un perro',
    cat: 'Era un gato',
    puppy: 'Era un cachorro',
    grown: 'Era un perro adulto',
    same: 'Eran iguales',
    different: 'Eran distintas',
    inside: 'Estaba dentro',
    around: 'Estaba alrededor',
    adelie: 'Era un pingüino de Adelia',
    chinstrap: 'Era un pingüino barbijo',
    gentoo: 'Era un pingüino papúa',
  },
  wasNamed: (name: string) => `Era: ${name}`,
  saidClass: (name: string, share: string) => `«${name}» con ${share}`,
  forThisOne: 'Para este ejemplo',
  meanIs: (all: number) => `Media de los ${all}: la flecha`,
  costTitle: 'Cuánto cuesta saberlo',
  probing: 'Probar cada peso',
  probingCost: (passes: number) => `${passes} pasadas: dos por peso`,
  backpropagating: 'Retropropagar',
  backpropagatingCost: 'una de ida y una de vuelta, para todos los pesos',

  handedIn: {
    nudge: (count: number, all: number) => `${count} de ${all} ${plural(all, 'ha', 'han')} propuesto`,
    vote: (count: number, all: number) => `${count} de ${all} ${plural(all, 'ha', 'han')} votado`,
    stop: (count: number, all: number) => `${count} de ${all} ${plural(all, 'ha', 'han')} parado`,
    bet: (count: number, all: number) => `${count} de ${all} ${plural(all, 'ha', 'han')} apostado`,
  },
  nobodyHere: 'Todavía no hay nadie en la clase.',
  rate: 'Tasa de aprendizaje',
  steps: 'Pasos',
  vote: {
    about: 'Cuánto avanza la máquina, en cada paso, por la flecha de cada peso.',
    result: 'Lo que esperaba la clase',
  },
  pace: (speed: number, batch: number | null) => `${pace(speed)}, ${batchSize(batch)}.`,
  diverged: 'El error se ha disparado: el paso es demasiado grande.',
  divergedShort: 'Se disparó.',
  divergedWhy:
    'Un paso tan largo salta al otro lado del valle, y cada vez más arriba. Ahora se sabe: más corto.',
  reveal: {
    title: 'Cómo se nota',
    best: 'La mejor ronda',
    bestWhy: 'Ahí lo nuevo tuvo su menor error.',
    gap: 'El hueco',
    gapWhy: 'Cuánto más falla con lo nuevo: si crece, memoriza.',
    patience: 'La paciencia',
    patienceWhy: 'Rondas sin mejorar con lo nuevo: a las que se fijen, se para.',
  },
  test: {
    among: (values: string) => `El nuevo, entre los ya vistos: ${values}.`,
    hidden: 'Las apuestas se ven cuando responda la red.',
    was: 'Era',
    said: 'La red dijo',
    right: 'y acertó',
    wrong: 'y falló',
    output: 'Su respuesta, de −1 a 1:',
    outputFromZero: 'Su respuesta, de 0 a 1:',
    bets: 'Lo que apostó la clase',
    people: 'La clase',
    of: (all: number) => `de ${all}`,
    none: 'Esta vez no se apostó por ninguno.',
    even: 'Empate entre la clase y la red.',
    peopleMore: 'La clase acertó más.',
    networkMore: 'La red acertó más.',
    whyItCounts: 'Con ejemplos que nadie había visto: solo esto dice cuánto vale lo aprendido.',
  },
  bowl: {
    title: 'El error, como un cuenco',
    how: 'La bola es la red: más abajo, menos error. Cada anillo, un mismo error.',
    moreWeight: 'más peso →',
    moreBias: 'más sesgo',
    about: (now: string, lowest: string) =>
      `El error según el peso y el sesgo tiene forma de cuenco. La red está en ${now}; el fondo, en ${lowest}.`,
  },
  exampleNumber: (example: number) => `Ejemplo ${example}`,
  opposite: 'Este ejemplo tira al revés que la media: la flecha sigue a todos, no a uno.',
  check: {
    title: 'Comprobado con una sonda',
    probe: (step: string) => `Sonda: el error a ±${step}`,
    backprop: 'Retropropagación',
    close: 'Es el mismo número, hasta donde llega la sonda.',
    far: 'No es el mismo: el error no es recto en ese trecho.',
  },
  animalOf: (animal: number, all: number) => `${animal} de ${all}`,
  score: (people: number, network: number, all: number) =>
    `La clase: ${people} de ${all}. La red: ${network} de ${all}.`,

  attention: 'Miradas aquí',
  attentionHow: 'Los dispositivos esperan.',
  paused: 'En pausa',
  pausedHow: 'El reloj está parado.',
  slept: 'El servidor estuvo dormido. El reloj espera.',
  saving: 'Guardando… La clase sigue en un momento. No se pierde nada.',
  teacherAway: 'Volviendo a conectar con el panel docente. La clase sigue aquí.',
  linkLost: 'Sin conexión con el servidor. Lo que se ve puede ser viejo.',
  connecting: 'Conectando con la clase…',
  blank: 'La pantalla está apagada por un momento.',
  noToken: 'Esta dirección no trae la llave de la pantalla. Ábrela desde el panel docente.',
  ended: 'La clase ha terminado',
  endedSummary: (rounds: number, first: string, last: string) =>
    `${rounds} ${plural(rounds, 'ronda', 'rondas')} entre todos: el error pasó de ${first} a ${last}.`,
  endedNothing: 'Esta vez no se jugó ninguna ronda.',
  best: 'Mejor error',
  answersRight: 'Aciertos al final',
  thanks: 'Gracias por entrenar la red.',
  live: (phase: string, error: string) => `${phase}. Error de la red: ${error}.`,
  theme: { system: 'Como el sistema', light: 'Claro', dark: 'Oscuro', label: 'Colores' },
};

function pace(speed: number): string {
  if (speed === 0) return 'Paso a paso';
  return `${speed} ${plural(speed, 'paso', 'pasos')} por segundo`;
}

function batchSize(batch: number | null): string {
  return batch === null ? 'cada uno mirando todos los ejemplos' : `cada uno mirando ${batch} al azar`;
}

function ownership(weights: number, seats: number): string {
  if (seats === 0) return `${weights} pesos por repartir.`;
  const start = `${weights} ${plural(weights, 'peso', 'pesos')} para ${seats}:`;
  if (seats === weights) return `${start} uno por persona.`;
  return seats < weights ? `${start} ${severalEach(weights, seats)}` : `${start} ${shared(weights, seats)}`;
}

/** Fewer people than weights. How many each holds has a ceiling, so a very small class is told no number. */
function severalEach(weights: number, seats: number): string {
  const each = Math.floor(weights / seats);
  const more = weights - each * seats;
  if (each >= 4) return 'cada persona lleva varios.';
  if (more === 0) return `cada persona lleva ${countWord(each)}.`;
  const holders = `${countWord(more, 'una')} ${plural(more, 'persona lleva', 'personas llevan')} ${countWord(each + 1)}`;
  return `${holders}, el resto ${countWord(each)}.`;
}

/** More people than weights: some weights have two owners, or all have several. */
function shared(weights: number, seats: number): string {
  const owners = Math.floor(seats / weights);
  const more = seats - owners * weights;
  if (owners === 1) return `${countWord(more)} ${plural(more, 'va', 'van')} a medias.`;
  if (more === 0) return `cada peso se lleva entre ${countWord(owners)}.`;
  return `cada peso se lleva entre ${countWord(owners)} o ${countWord(owners + 1)}.`;
}

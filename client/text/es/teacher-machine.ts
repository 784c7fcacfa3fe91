import { plural } from '../plural.ts';

/** Lo que dice la consola donde baja una máquina: la tasa, el voto, la marcha. */
export const machine = {
  title: 'La máquina',
  at: (step: number, planned: number) => `Paso ${step} de ${planned}`,
  atRound: (round: number, planned: number) => `Ronda ${round} de ${planned}`,
  passes: (count: string) => `${count} pasadas por la red`,
  state: {
    waiting: 'Espera el voto',
    running: 'En marcha',
    byHand: 'A mano',
    paused: 'En pausa',
    over: 'Ha dado los pasos previstos',
  },
  rate: 'Tasa de aprendizaje',
  rateHint: 'Vale desde el paso siguiente.',
  rates: { small: 'demasiado pequeña', right: 'buena', large: 'demasiado grande' },
  preset: (rate: string, what: string) => `${rate} · ${what}`,
  other: 'Otra tasa',
  use: 'Usar',
  badRate: {
    'no-number': 'Escribe un número, por ejemplo 0,5.',
    'too-small': (least: string) => `La más pequeña es ${least}.`,
    'too-large': (most: string) => `La más grande es ${most}.`,
  },
  batch: 'Ejemplos por paso',
  allExamples: (count: number) => `los ${count}`,
  speed: 'Pasos por segundo',
  byHand: 'a mano',
  go: 'Poner en marcha',
  halt: 'Parar la máquina',
  step: 'Dar un paso',
  again: (rate: string) => `Otra vez con ${rate}`,
  fromPinned: 'desde el principio',
  fromClass: 'desde donde llegó la clase',
  againHint: 'No se borra nada. La clase vuelve a votar.',
  diverged:
    'Se ha disparado: el error está por encima del que tenía al empezar. El paso es demasiado grande.',
  costs: 'Error según lo que costó',
  costsHint: 'En pasadas por la red: la clase y la máquina, una sobre otra.',
};

export const vote = {
  title: 'El voto',
  voted: (count: number, all: number) => `${count} de ${all} ${plural(count, 'ha', 'han')} votado`,
  secret: 'El resultado se ve al cerrarlo. Nadie sabe quién votó qué.',
  result: 'Lo que votó la clase',

  votes: (count: number) => `${count} ${plural(count, 'voto', 'votos')}`,
};

export const stop = {
  title: 'Parar a tiempo',
  stopped: (count: number, all: number) => `${count} de ${all} ${plural(count, 'ha', 'han')} parado`,
  blind: 'Quién y cuándo no se sabe hasta destapar, y entonces sin nombres.',
  best: 'Mejor ronda con ejemplos nuevos',
  bestIs: (round: number, loss: string) => `${round} (error ${loss})`,
  gap: 'Hueco al final entre nuevos y vistos',
  patience: 'Rondas sin mejorar desde entonces',
  middle: 'Ronda en la que ya había parado la mitad',
  restore: (round: number) => `Volver a la red de la ronda ${round}`,
  restored: (round: number) => `La red es ahora la de la ronda ${round}.`,
  revealTitle: '¿Destapar ya?',
  revealText: (missing: number, round: number, planned: number) =>
    `${plural(missing, 'Falta 1 persona', `Faltan ${missing} personas`)} por parar y la máquina va por la ronda ${round} de ${planned}. Después ya nadie puede parar.`,
  revealNow: 'Destapar ya',
};

export const test = {
  title: 'Lo nunca visto',
  at: (index: number, all: number) => `Ejemplo ${index} de ${all}`,
  bets: (count: number, all: number) => `${count} de ${all} ${plural(count, 'ha', 'han')} apostado`,
  says: 'La red dice',
  was: 'Era',
  right: 'acierta',
  wrong: 'falla',
  classBets: 'La clase apostó',
  betsOn: (count: number) => `${count} ${plural(count, 'apuesta', 'apuestas')}`,
  score: 'Aciertos',
  scoreClass: 'La clase',
  scoreNetwork: 'La red',
  scoreOf: (right: number, all: number) => `${right} de ${all}`,
  scoreHint: 'El acierto de la clase es lo que más gente apostó.',
};

export const backprop = {
  title: 'El ejemplo que se explica',
  example: (number: number, all: number, what: string) => `Ejemplo ${number} de ${all}: ${what}`,
  hardest: 'El que más empuja',
  isHardest: 'es el que más empuja',
  next: 'El siguiente',
  previous: 'El anterior',
  pick: 'Ejemplo',
  option: (number: number, what: string, features: string) => `${number} · ${what} · ${features}`,
  map: 'Los ejemplos, con el elegido rodeado. La lista hace lo mismo que el toque.',
  mapHint: 'Toca un ejemplo para explicarlo',
  check: {
    title: 'Comprobar un gradiente',
    about: 'La sonda mueve un solo peso un poco a cada lado y mira el error: ha de dar lo mismo.',
    weight: 'Peso',
    ask: 'Comprobar',
    closed: 'Abre antes una capa: sin ella, el número se adelantaría.',
    down: 'Error con el peso un poco más bajo',
    up: 'Error con el peso un poco más alto',
    probe: 'La sonda: la diferencia, entre el paso',
    backprop: 'La retropropagación dice',
    same: 'Coinciden',
    differ: 'No coinciden del todo',
    remove: 'Quitar la comprobación',
  },
};

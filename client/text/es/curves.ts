import { plural } from '../plural.ts';

/** What the machine's pictures say, on whatever page they stand. */
export const costCurves = {
  machine: 'La máquina',
  /** What stands on its line: one letter. */
  badge: 'M',
  axis: 'pasadas por la red →',
  empty: 'Todavía no hay curva: la máquina no ha dado ningún paso.',
  at: (error: string, passes: string) => `${error} con ${passes} pasadas`,
  beyond: (error: string) => `se dispara: ${error}`,
  endless: 'se dispara sin fin',
  /** One curve in words. */
  line: (name: string, first: string, last: string, passes: string) =>
    `${name}: de ${first} a ${last}, con ${passes} pasadas.`,
  about: (lines: string) => `Error según lo que costó. ${lines}`,
};

export const stopReveal = {
  seen: 'error de lo visto',
  validation: 'error de lo nuevo',
  stops: 'dónde paró la clase',
  noStops: 'Nadie paró.',
  best: (round: number) => `mejor: ronda ${round}`,
  gap: 'hueco',
  patience: (rounds: number) => `${rounds} ${plural(rounds, 'ronda', 'rondas')} sin mejorar`,
  axis: 'rondas de la máquina →',
  empty: 'Todavía no hay nada que destapar.',
  about: (seen: string, fresh: string, best: number, bestLoss: string, gap: string, patience: number) =>
    `El error de lo visto acaba en ${seen}; el de lo nuevo, en ${fresh}. Lo nuevo fue mejor en la ronda ${best}, con ${bestLoss}. Hueco al final: ${gap}. Desde la mejor, ${patience} ${plural(patience, 'ronda', 'rondas')} sin mejorar.`,
  stoppedAt: (round: number, count: number) =>
    `${count} ${plural(count, 'persona', 'personas')} en la ronda ${round}`,
  stopsAbout: (list: string) => `La clase paró así: ${list}.`,
};

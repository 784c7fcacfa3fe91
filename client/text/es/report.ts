import { plural } from '../plural.ts';

/** Lo que dice el informe de una clase. */
export const report = {
  pageTitle: 'Descenso · informe',
  title: 'Informe de la clase',
  loading: 'Abriendo la grabación…',
  noLink: 'Este enlace ya no abre el informe: caducó, se retiró o le falta un trozo.',
  broken: 'La grabación está dañada y no se puede leer.',
  again: 'Probar otra vez',
  library: 'Grabaciones',
  watch: 'Ver la grabación',
  print: 'Imprimir',
  options: 'Qué lleva el informe',
  names: 'Con los nombres',
  namesHint: 'Se ven en esta página, en el papel y en las tablas. Sin marcar, cada quien lleva un número.',
  noNames: 'Los nombres de esta clase se borraron: cada quien lleva un número.',
  minutes: (count: number) => (count === 0 ? 'menos de un minuto' : `${count} min`),
  attended: (students: number, bots: number) =>
    bots === 0
      ? `${students} ${plural(students, 'estudiante', 'estudiantes')}`
      : `${students} ${plural(students, 'estudiante', 'estudiantes')} y ${bots} ${plural(bots, 'bot', 'bots')}`,
  nothing: 'En esta clase no se jugó ninguna ronda: no hay nada que contar.',
  facts: {
    title: 'En pocas palabras',
    rounds: 'Rondas',
    error: 'Error al final',
    from: (first: string) => `empezó en ${first}`,
    right: 'Aciertos al final',
    fresh: (share: string) => `${share} en lo que no había visto`,
    passes: 'Pasadas por la red',
    ways: (forward: string, backward: string) => `${forward} de ida, ${backward} de vuelta`,
  },
  curve: {
    title: 'Cómo bajó el error',
    label: (rounds: number, first: string, last: string) =>
      `Error de la red en ${rounds} ${plural(rounds, 'ronda', 'rondas')}: de ${first} a ${last}.`,
    seen: 'error en lo visto',
    fresh: 'error en lo que no había visto',
    takenBack: 'ronda que se deshizo',
    leftBehind: 'camino que se dejó',
    best: 'mejor ronda',
  },
  best: {
    title: 'La mejor ronda',
    about: (round: number, stage: string, loss: string, right: string) =>
      `La ronda ${round}, en «${stage}»: fue cuando mejor respondió la red a lo que no había visto, con un error de ${loss} y ${right} de aciertos.`,
    last: 'Después no hubo más rondas.',
    after: (rounds: number, loss: string) =>
      `Después vinieron ${rounds} ${plural(rounds, 'ronda', 'rondas')} más, y al final ese error era ${loss}.`,
    see: 'Ver ese momento',
  },
  stages: {
    title: 'Etapa por etapa',
    stage: 'Etapa',
    rounds: 'Rondas',
    fast: (count: number) => `${count} de golpe`,
    takenBack: (count: number) => `${count} ${plural(count, 'deshecha', 'deshechas')}`,
    error: 'Error',
    fromTo: (first: string, last: string) => `${first} → ${last}`,
    fresh: 'En lo no visto',
    passes: 'Pasadas',
  },
  cost: {
    title: 'Lo que costó saberlo',
    about:
      'Cada barra es una pasada por la red, o varias cuando no caben. En negro las de ida; en color, las de vuelta.',
    perRound: (passes: string) => `${passes} por ronda`,
    total: (passes: string) => `${passes} en total`,
    ways: (forward: string, backward: string) => `${forward} de ida y ${backward} de vuelta`,
    forwardOnly: (forward: string) => `${forward} de ida`,
  },
  stops: {
    title: 'Cuándo parar',
    about:
      'Cada persona paró la máquina a ciegas, sin ver el error de los ejemplos nuevos. Las columnas dicen en qué ronda y cuántas; no se nombra a nadie.',
  },
  weights: {
    title: 'Peso por peso',
    about: 'Cuántas de las propuestas para cada peso fueron hacia donde bajaba el error.',
    weight: 'Peso',
    agreed: 'Con el gradiente',
    of: (agreed: string, all: string) => `${agreed} de ${all}`,
    none: 'nadie propuso',
  },
  people: {
    title: 'Quién aportó qué',
    about:
      'Por orden de llegada a la clase. No es una clasificación: dejar un peso quieto también es decidir.',
    name: 'Lugar',
    named: 'Nombre',
    weights: 'Pesos',
    rounds: 'Rondas',
    proposals: 'Propuestas',
    agreed: 'Con el gradiente',
    bot: 'bot',
    number: (seat: number) => `n.º\u00a0${seat}`,
    together: (bots: number) => `${bots} ${plural(bots, 'bot', 'bots')}`,
  },
  tables: {
    title: 'Las tablas',
    about: 'Para una hoja de cálculo o un programa.',
    numbers: 'Celdas y decimales',
    ways: { 'semicolon-comma': '1,5 ; 2,5', 'comma-point': '1.5 , 2.5', 'semicolon-point': '1.5 ; 2.5' },
    rounds: 'Por ronda (CSV)',
    seats: 'Por persona (CSV)',
    weights: 'Por peso (CSV)',
    files: { rounds: 'rondas', seats: 'personas', weights: 'pesos' },
    json: 'Todo (JSON)',
  },
  made: (date: string) => `Hecho con Descenso el ${date}.`,
};

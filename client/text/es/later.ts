import { plural } from '../plural.ts';

const vote = {
  about: (rate: string) =>
    `La máquina va a bajar sola, a pasos que mide la tasa de aprendizaje: ${rate}. Vota antes de que empiece.`,
  accepted: 'Voto recibido. Puedes cambiarlo hasta que empiece.',
  mine: (vote: string) => `Tu voto: ${vote}.`,
  none: 'No votaste esta vez.',
  result: 'Lo que votó la clase',
  nobody: 'Nadie votó esta vez.',
  count: (count: number) => `${count} ${plural(count, 'voto', 'votos')}`,
  yours: 'tu voto',
};

const descent = {
  rate: 'Tasa de aprendizaje',
  steps: (steps: number) => `${steps} ${plural(steps, 'paso', 'pasos')}`,
  all: 'con todos los ejemplos en cada paso',
  batch: (size: number) => `con ${size} ${plural(size, 'ejemplo', 'ejemplos')} en cada paso`,
  waiting: 'La máquina todavía no ha dado ningún paso.',
  divergedTitle: 'El error se disparó',
  diverged:
    'El paso era demasiado grande: la máquina salta por encima del valle y cada vez cae más lejos. No se ha roto nada: con una tasa menor vuelve a bajar.',
  curves: 'La máquina y la clase, por lo que costó cada una',
};

const stop = {
  question: '¿Está aprendiendo o memorizando?',
  about:
    'El error de lo visto sigue bajando. Tienes un solo STOP: púlsalo en la ronda en que creas que conviene dejar de entrenar.',
  blind: 'Nadie ve cuándo paras. El error de lo nuevo se destapa al final.',
  press: 'STOP',
  keep: (round: number) => `me quedo con la ronda ${round}`,
  fresh: 'lo nuevo',
  round: (round: number) => `ronda ${round}`,
  sending: 'Enviando tu STOP…',
  stopped: (round: number) => `Paraste en la ronda ${round}`,
  stoppedAbout: 'Está guardado y no se puede cambiar. La máquina sigue sin ti: al final se destapa lo nuevo.',
  over: 'La máquina ha terminado. Enseguida se destapa lo nuevo.',
};

const reveal = {
  best: 'Mejor ronda para lo nuevo',
  mine: 'Tu STOP',
  none: 'Esta vez no paraste.',
  exact: 'Justo en la mejor ronda.',
  after: (rounds: number) =>
    `${rounds} ${plural(rounds, 'ronda', 'rondas')} después: ya había empezado a memorizar.`,
  before: (rounds: number) =>
    `${rounds} ${plural(rounds, 'ronda', 'rondas')} antes: todavía le quedaba algo por aprender.`,
  errors: (mine: string, best: string) => `Error de lo nuevo: ${mine} en tu ronda, ${best} en la mejor.`,
  howTold: 'Así se nota',
  gap: (figure: string) => `Al final, lo nuevo se separa de lo visto: ${figure}.`,
  patience: (rounds: number) => `Lo nuevo lleva ${rounds} ${plural(rounds, 'ronda', 'rondas')} sin mejorar.`,
  waiting: 'Enseguida se destapa lo que no se veía.',
};

const test = {
  animal: (number: number, all: number) => `Animal ${number} de ${all}`,
  example: (number: number, all: number) => `Ejemplo ${number} de ${all}`,
  fresh: 'Nadie lo había visto: ni la clase ni la red.',
  features: 'Lo que se sabe',
  accepted: 'Apuesta recibida. Puedes cambiarla hasta que responda la red.',
  truth: 'Era',
  network: 'La red dice',
  mine: 'Tu apuesta',
  none: 'no apostaste',
  right: 'acierta',
  wrong: 'falla',
  youRight: 'Acertaste.',
  youWrong: 'Esta vez no.',
  classBets: 'Lo que apostó la clase',
  bets: (count: number) => `${count} ${plural(count, 'apuesta', 'apuestas')}`,
  soFar: 'Aciertos hasta ahora',
  score: 'Aciertos con lo que nadie había visto',
  theClass: 'La clase',
  theNetwork: 'La red',
  of: (right: number, all: number) => `${right} de ${all}`,
  scoreAbout: {
    network: 'La red acertó más que la clase con lo que nunca había visto: eso es haber aprendido.',
    class: 'La clase acertó más que la red: todavía le queda por aprender.',
    same: 'La clase y la red aciertan lo mismo.',
  },
  majority: 'La respuesta de la clase es la más apostada.',
};

const inside = {
  open: 'Mira dentro de tu peso',
  title: 'Dentro de tu peso',
  example: (name: string) => `Un ejemplo: ${name}`,
  chosen: 'Lo eligió tu docente.',
  hardest: 'Es el que más tira de los pesos.',
  input: { label: 'Lo que entró', about: 'lo que llegó por tu peso' },
  bias: { label: 'Siempre 1', about: 'un sesgo no mira nada' },
  slope: { label: 'Pendiente', about: 'cuánto responde la neurona si se la empuja' },
  error: { label: 'Error que vuelve', about: 'cuánto sube el error si la neurona responde más' },
  met: {
    label: 'Error que vuelve',
    about: 'lo que respondió menos lo que era: en la salida, la pendiente ya está dentro',
  },
  gradient: { label: 'Gradiente', about: 'los multiplicas, y esto sale para este ejemplo' },
  here: {
    raise: 'Para este ejemplo, el error baja si tu peso sube.',
    lower: 'Para este ejemplo, el error baja si tu peso baja.',
    flat: 'Este ejemplo casi no tira de tu peso.',
  },
  mean: 'Media de todos los ejemplos',
  against: 'La media apunta al revés que este ejemplo. Manda la media: la red aprende de todos.',
  alike: 'La media apunta hacia el mismo lado.',
  arrow: 'Tu flecha',
  notation: 'Lo mismo, como se escribe',
};

const check = {
  title: 'Comprobado a mano',
  about: (step: string) => `Se movió tu peso ${step} hacia cada lado, y se miró el error.`,
  probe: 'Probando',
  backprop: 'Retropropagando',
  same: 'Es el mismo número, por dos caminos.',
  differs: 'No son iguales: conviene mirarlo.',
};

const draw = {
  title: 'Dibuja puntos',
  pick: 'Clase del punto',
  plane: (points: number, name: string) =>
    `Plano con ${points} ${plural(points, 'punto', 'puntos')}. Poner un punto de ${name}.`,
  how: 'Toca el plano para poner un punto. Con teclado: las flechas mueven la cruz, Intro pone el punto.',
  full: 'Ya pusiste todos tus puntos. Quita uno para poner otro.',
  missing: (count: number) => (count === 0 ? 'ya alcanza' : `${plural(count, 'falta', 'faltan')} ${count}`),
  at: (x: string, y: string) => `Horizontal ${x}, vertical ${y}`,
  undo: 'Quitar mi último punto',
  own: (count: number, most: number) => `Pusiste ${count} de ${most}.`,
};

/** What the phone says in the scenes that are loaded once it is in the class. */
export const later = {
  voted: (count: number, all: number) => `${count} de ${all} ${plural(count, 'ha', 'han')} votado.`,
  haveBet: (count: number, all: number) => `${count} de ${all} ${plural(count, 'ha', 'han')} apostado.`,
  draw,
  vote,
  descent,
  stop,
  reveal,
  test,
  inside,
  check,
};

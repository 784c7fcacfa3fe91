import { teacherHealth } from './teacher-health.ts';
import type { HoldReason } from '../../../shared/session/hold-reason.ts';
import type { Presence } from '../../../shared/session/state.ts';
import { plural } from '../plural.ts';
import { lessons } from './lessons.ts';
import { signIn } from './sign-in.ts';
import { backprop, machine, stop, test, vote } from './teacher-machine.ts';

/** Lo que dice la consola de quien da la clase. */
export const teacher = {
  title: 'Descenso · consola',
  door: 'Consola de la clase',
  signIn,
  home: {
    title: 'Tus clases',
    recordings: 'Grabaciones',
    create: 'Abrir una clase',
    lesson: 'Lección',
    lessons,
    language: 'Idioma de la clase',
    time: 'Tiempo por ronda',
    untimed: 'libre',
    seconds: (count: number) => `${count} s`,
    freeNames: 'Dejar que escriban su nombre (se filtra)',
    size: 'Personas en la clase',
    ownership: (seats: number, parameters: number, perSeat: number) =>
      ownershipPlan(seats, parameters, perSeat),
    open: 'Abrir',
    opening: 'Abriendo…',
    running: 'Clases abiertas',
    none: 'No hay ninguna clase abierta.',
    goIn: 'Volver a entrar',
    session: (seats: number, rounds: number) =>
      `${seats} ${plural(seats, 'persona', 'personas')} · ${rounds} ${plural(rounds, 'ronda', 'rondas')}`,
  },
  health: teacherHealth,
  bar: {
    code: 'Código',
    screen: 'Abrir pantalla',
    devices: 'Otro dispositivo',
    invite: 'Cómo se entra',
    inside: (present: number, away: number, bots: number) =>
      [
        `${present} dentro`,
        away > 0 ? `${away} sin conexión` : '',
        bots > 0 ? `${bots} ${plural(bots, 'bot', 'bots')}` : '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
    open: 'Entrada abierta',
    locked: 'Entrada cerrada',
    lockHint: 'Abrir o cerrar la entrada a la clase',
    end: 'Terminar',
    home: 'Todas las clases',
  },
  join: {
    title: 'Cómo se entra',
    address: 'Dirección',
    chooseAddress: 'Este equipo tiene varias direcciones. Elige la de la red del aula:',
    noAddress:
      'Este equipo no tiene una dirección que los teléfonos puedan abrir. Conéctalo a la red del aula y vuelve a mirar.',
    newCode: 'Código nuevo',
    newCodeHint: 'Quien ya está dentro se queda. El código anterior deja de servir.',
    qr: (address: string) => `Código QR para entrar en ${address}`,
    pair: 'Abre la consola en otro dispositivo',
    pairHint: 'Este código da el mando de la clase. No lo proyectes.',
    reveal: 'Mostrar el código de mando',
    screenLink: 'Pantalla para el proyector',
    screenHint: 'Solo muestra: desde ella no se puede cambiar nada.',
    openScreen: 'Abrir la pantalla en otra ventana',
    copy: 'Copiar el enlace',
    copied: 'Enlace copiado',
  },
  lobby: {
    title: 'Antes de empezar',
    about:
      'Proyecta la pantalla para que la clase entre. Puedes empezar cuando quieras: quien llegue tarde recibe sus pesos en la ronda siguiente.',
    empty: 'Todavía no ha entrado nadie.',
    fill: 'Llenar con bots',
    fillHint: 'Los bots ocupan los sitios que faltan y proponen solos.',
    fillTo: (seats: number) => `hasta ${seats}`,
    removeBots: 'Quitar los bots',
    practice: 'Ronda de ensayo',
    practiceHint: 'Para conocer los botones: no cuenta y no tiene reloj.',
  },
  drawing: {
    title: 'La clase dibuja los puntos',
    closed: 'El dibujo está cerrado',
    lacking: 'Antes de cerrar el dibujo, cada clase necesita al menos cinco puntos.',
    enough: 'Ya se puede cerrar el dibujo: con estos puntos se entrenará la red.',
    closedAbout:
      'Con estos puntos se entrenará la red. Puedes abrirlo otra vez hasta que empiece el ensayo o la lección.',
    plane: (points: number) => `Plano con ${points} ${plural(points, 'punto', 'puntos')}`,
    missing: (count: number) => `${plural(count, 'falta', 'faltan')} ${count}`,
    clear: (name: string) => `Borrar ${name}`,
    clearAll: 'Borrar todos los puntos',
    reopen: 'Abrir el dibujo otra vez',
  },
  next: {
    start: 'Empezar la lección',
    closeDrawing: 'Cerrar el dibujo',
    openRound: (round: number) => `Abrir la ronda ${round}`,
    nextRound: (round: number) => `Seguir con la ronda ${round}`,
    layer: (layer: number) => `Pasar por la capa ${layer}`,
    compare: 'Comparar con la verdad',
    backward: 'Hacer volver el error',
    backwardLayer: (layer: number) => `Abrir la capa ${layer}`,
    nudge: 'Pedir propuestas',
    close: 'Cerrar la ronda y ajustar',
    vote: 'Pedir el voto',
    run: 'Poner la máquina en marcha',
    closeVote: 'Cerrar el voto y poner la máquina en marcha',
    machineStep: 'Dar un paso',
    halt: 'Parar la máquina',
    runOn: 'Que siga bajando',
    runAgain: (rate: string) => `Otra vez, con ${rate}`,
    reveal: 'Destapar lo que no se veía',
    revealEarly: (missing: number) =>
      `Destapar ya (${plural(missing, 'falta 1', `faltan ${missing}`)} por parar)`,
    bet: (animal: number, all: number) => `Pedir la apuesta ${animal} de ${all}`,
    answer: 'Que responda la red',
    score: 'Contar los aciertos',
    enterStage: (name: string) => `Pasar a «${name}»`,
    end: 'Terminar la clase',
    resume: 'Seguir',
    ended: 'La clase ha terminado',
    space: 'espacio',
  },
  pace: {
    fastForward: (rounds: number) => `+${rounds} ${plural(rounds, 'ronda', 'rondas')}`,
    stepsAhead: (steps: number) => `+${steps} ${plural(steps, 'paso', 'pasos')}`,
    fastForwardHint: 'Jugar varias rondas de golpe, como las jugaría la clase',
    attention: 'Atención',
    attentionOn: 'Soltar los teléfonos',
    attentionHint: 'Congela los teléfonos: miren la pantalla',
    pause: 'Pausa',
    resume: 'Seguir',
    moreTime: '+10 s',
    undo: 'Deshacer la ronda',
    blank: 'Apagar la pantalla',
    unblank: 'Encender la pantalla',
    automatic: 'Ritmo automático',
    speed: 'Velocidad',
    help: 'Teclas',
  },
  settings: {
    title: 'Ajustes de la ronda',
    more: 'Más ajustes',
    time: 'Tiempo',
    hints: 'pistas en los teléfonos',
    approve: 'apruebo a quien llega',
    closeRule: 'Se cierra cuando propone',
    closeRules: { all: 'toda la clase', 'ninety-percent': 'el 90 %', teacher: 'nadie: la cierro yo' },
    stepSize: 'Tamaño del paso',
    stepPolicy: 'El paso',
    policies: { fixed: 'fijo', cooling: 'se enfría', adaptive: 'se adapta' },
    aggregation: 'Varias propuestas para un peso',
    aggregations: { mean: 'media', majority: 'mayoría', median: 'mediana' },
    caretaker: 'Pesos de quien falta',
    caretakers: { hold: 'quietos', probe: 'se prueban', gradient: 'siguen el gradiente' },
    names: 'nombres en la pantalla',
    freeNames: 'nombres libres',
    agreement: 'columna «con el gradiente»',
    grace: 'Espera antes de cuidarlos',
  },
  curve: {
    title: 'La curva del error',
    hint: 'Toca un punto para volver a esa ronda',
    fresh: 'error en lo que no ha visto',
    freshHint: 'Solo tú lo ves. Cuidado si este equipo se está proyectando.',
    goBack: (round: number | null) =>
      round === null ? 'Volver al principio de la etapa' : `Volver a la ronda ${round}`,
    goBackTitle: '¿Volver atrás?',
    goBackText: (round: number | null) =>
      round === null
        ? 'La red queda como estaba al principio de la etapa. No se borra nada: la curva guarda lo que pasó.'
        : `La red queda como estaba tras la ronda ${round}. No se borra nada: la curva guarda lo que pasó.`,
    label: (rounds: number, from: string, to: string) =>
      `Error de la red en ${rounds} rondas, de ${from} a ${to}.`,
  },
  stages: {
    title: 'Etapas',
    minutes: (minutes: number) => `${minutes} min`,
    rounds: (played: number, planned: number) => `ronda ${played} de ${planned}`,
    steps: (played: number, planned: number) => `paso ${played} de ${planned}`,
    examples: (shown: number, planned: number) => `ejemplo ${shown} de ${planned}`,
    left: (minutes: number) => (minutes >= 0 ? `quedan ${minutes} min` : `${-minutes} min de más`),
    enter: (name: string) => `Ir a «${name}»`,
    restart: 'Repetir la etapa desde el principio',
    restartTitle: '¿Repetir la etapa?',
    jumpTitle: (name: string) => `¿Pasar a «${name}»?`,
    jumpText: {
      pinned: 'La etapa empieza desde su red inicial. Lo jugado queda guardado.',
      continue: 'La etapa sigue desde donde la clase dejó la red. Lo jugado queda guardado.',
    },
    script: 'Guion',
  },
  table: {
    title: 'La clase',
    name: 'Nombre',
    weight: 'Peso',
    proposes: 'Propone',
    agreement: 'Con el gradiente',
    waiting: '…',
    notYet: 'todavía no ha propuesto',
    late: 'entra en la ronda siguiente',
    presence: {
      present: '',
      absent: 'sin conexión',
      minded: 'sin conexión: se cuida su peso',
    } satisfies Record<Presence, string>,
    muted: 'sin voz',
    goesUp: 'suele ir al revés',
    removed: 'fuera',
    bot: 'bot',
    hint: 'Toca un nombre para cambiarlo, darle otro peso o quitarlo',
    open: (name: string) => `Abrir a ${name}`,
    more: (count: number) => `y ${count} más`,
  },
  seat: {
    rename: 'Nombre',
    newName: 'Otro nombre al azar',
    save: 'Guardar',
    goesUp:
      'En sus últimas rondas, todo lo que propuso subía el error. Puede ser un malentendido: pregunta antes de quitarle la voz.',
    mute: 'Sin voz: sus propuestas no cuentan',
    weight: 'Darle otro peso',
    weightHint: 'Se cambia con quien lo tenga, al abrirse la ronda siguiente.',
    give: 'Cambiar',
    preview: 'Ver su teléfono',
    remove: 'Quitar de la clase',
    restore: 'Dejar volver',
    removed: (names: readonly string[], more: number) =>
      names.length + more === 1
        ? `${names[0]} está fuera de la clase.`
        : `Fuera de la clase: ${names.join(', ')}${more > 0 ? ` y ${more} más` : ''}.`,
    restored: (name: string) => `${name} puede volver.`,
  },
  newcomers: {
    held: {
      crowd: 'La entrada está en pausa: llegaron demasiados a la vez. Quien llegue espera a que lo apruebes.',
      'one-device':
        'La entrada está en pausa: un mismo dispositivo entra una y otra vez. Quien llegue espera a que lo apruebes.',
      removals: 'Quien llegue ahora espera a que lo apruebes, para que nadie vuelva sin más.',
    } satisfies Record<HoldReason, string>,
    lock: 'Cerrar la entrada',
    recent: 'Quitar a quienes acaban de llegar…',
    openAgain: 'Entrada libre otra vez',
    who: 'En la puerta',
    title: (count: number) => (count === 1 ? 'Alguien espera para entrar' : `${count} esperan para entrar`),
    admitAll: (count: number) => `Que entren (${count})`,
    turnAllAway: 'Que no entre nadie',
    admit: 'Que entre',
    admitName: (name: string) => `Que entre ${name}`,
    giveBack: 'Devolver',
    giveBackName: (name: string) => `Devolver su lugar a ${name}`,
    turnAway: 'No',
    turnAwayName: (name: string) => `Que no entre ${name}`,
    claims: 'ya estaba en la clase y perdió su lugar: mira quién es',
    away: 'sin conexión',
  },
  recent: {
    title: '¿Quitar a quienes acaban de llegar?',
    within: 'Llegaron hace menos de',
    ago: (seconds: number) => (seconds < 60 ? `${seconds} s` : `${seconds / 60} min`),
    nobody: 'Nadie ha llegado hace tan poco.',
    after: 'Después, quien llegue esperará a que lo apruebes. Se puede deshacer.',
    remove: (count: number) => (count === 1 ? 'Quitar a 1' : `Quitar a ${count}`),
  },
  preview: {
    title: (name: string) => `El teléfono de ${name}`,
    about: 'Así lo ve. Desde aquí no se puede proponer.',
    noWeights: 'Recibe sus pesos en la ronda siguiente.',
    chosen: (what: string) => `Ha elegido ${what}`,
    nothing: 'Todavía no ha elegido.',
  },
  spotlight: {
    on: (title: string) => `Señalado en la pantalla: ${title}`,
    off: 'Quitar el foco',
    hint: 'Toca un peso de la red para señalarlo en la pantalla',
  },
  ends: {
    title: '¿Terminar la clase?',
    text: 'Nadie podrá seguir jugando. La sesión queda guardada y los nombres escritos a mano se borran.',
    confirm: 'Terminar la clase',
    summary: 'La clase ha terminado',
    figures: (rounds: number, first: string, last: string) =>
      `${rounds} ${plural(rounds, 'ronda', 'rondas')}: el error pasó de ${first} a ${last}.`,
    right: (seen: string, fresh: string) =>
      `Aciertos: ${seen} en lo visto, ${fresh} en lo que no había visto.`,
    recording: 'Ver la grabación',
    report: 'Informe de la clase',
    recordings: 'Ir a las grabaciones',
    again: 'Abrir otra clase',
  },
  keys: {
    title: 'Teclas',
    next: 'lo que toque ahora',
    fastForward: 'adelantar rondas o pasos',
    attention: 'atención: congelar los teléfonos',
    automatic: 'ritmo automático',
    pause: 'pausa y seguir',
    blank: 'apagar o encender la pantalla',
    undo: 'deshacer la ronda',
    moreTime: 'diez segundos más',
    machine: 'poner en marcha o parar la máquina',
    help: 'esta ayuda',
  },
  state: {
    paused: 'En pausa',
    attention: 'Los teléfonos están congelados: «miren la pantalla».',
    serverSlept: 'Este equipo se durmió. No se ha perdido nada; el reloj está parado.',
    store: 'Guardando: el disco no responde. Nada se pierde; la clase espera.',
    lost: 'Sin conexión con el servidor. La clase sigue; vuelves en cuanto responda.',
    retry: 'Conectar',
    slow: 'conexión lenta',
    connecting: 'Entrando en la clase…',
    unknownToken: 'Este enlace ya no da el mando de la clase. Entra otra vez con la clave docente.',
    other: 'Ya está hecho desde otro dispositivo.',
  },
  intro: (stage: string) => `Empieza «${stage}»`,
  backprop,
  machine,
  vote,
  stop,
  test,
  bounded: (count: number) =>
    `${count} ${plural(count, 'peso llegó', 'pesos llegaron')} al tope y ${plural(count, 'se paró', 'se pararon')} ahí: el paso es demasiado grande.`,
  untilNow: 'hasta ahora',
  takenBack: (tried: string) => `Se deshizo: habría subido a ${tried}`,
};

function ownershipPlan(seats: number, parameters: number, perSeat: number): string {
  if (seats <= 0) return '';
  if (seats > parameters) {
    return `${parameters} pesos para ${seats}: cada peso lo llevan entre ${Math.floor(seats / parameters)} y ${Math.ceil(seats / parameters)} personas.`;
  }
  const held = Math.min(parameters, seats * perSeat);
  const most = Math.ceil(held / seats);
  const least = Math.floor(held / seats);
  const each = most === least ? `${most} ${plural(most, 'peso', 'pesos')}` : `${least} o ${most} pesos`;
  const rest = parameters - held;
  return rest > 0
    ? `${parameters} pesos para ${seats}: ${each} por persona, y ${rest} los cuida el programa.`
    : `${parameters} pesos para ${seats}: ${each} por persona.`;
}

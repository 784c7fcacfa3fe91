import type { StageKind } from '../../../shared/session/stages.ts';
import type { FinalReason } from '../../link/status.ts';
import { plural } from '../plural.ts';

const beforeChoosing: Readonly<Record<StageKind, string>> = {
  practice: 'Es un ensayo: toca un botón y mira qué pasa. Puedes cambiar de idea.',
  guess: 'Sin pistas: elige lo que te parezca.',
  'keep-if-better': 'Elige. Si el error sube, la ronda se deshace.',
  probe: 'Elige primero. Después verás el error hacia los dos lados.',
  backprop: 'Con tu flecha delante, elige.',
  autopilot: 'La máquina baja sola: vota qué hará.',
  stop: 'Para una sola vez, cuando creas que es lo mejor.',
  test: 'Apuesta antes de que responda la red.',
};

const gone: Readonly<Record<FinalReason, { readonly title: string; readonly about: string }>> = {
  'opened-elsewhere': {
    title: 'La clase está abierta en otro sitio',
    about: 'Tu lugar lo tiene ahora otra pestaña u otro dispositivo. Puede volver aquí con un toque.',
  },
  removed: {
    title: 'Ya no estás en esta clase',
    about: 'Si es un error, habla con tu docente: tu lugar se puede devolver.',
  },
  left: {
    title: 'Has salido de la clase',
    about: 'Gracias por entrenar. Puedes entrar otra vez con el código.',
  },
  ended: { title: 'La clase ha terminado', about: 'Gracias por entrenar.' },
  'client-too-old': { title: 'Hay una versión nueva', about: 'Recarga la página para seguir.' },
  'unknown-token': {
    title: 'Este dispositivo ya no tiene lugar aquí',
    about: 'Entra otra vez con el código de la pantalla.',
  },
  'unknown-code': { title: 'Esa clase no se encuentra', about: 'Revisa el código en la pantalla.' },
  'room-set-aside': {
    title: 'Esta clase no se pudo abrir',
    about: 'Avisa a tu docente. Lo que ya se hizo está guardado.',
  },
};

/** What the phone says. */
export const student = {
  /** The rest of it, in this language: scenes that come late in a class are loaded once the phone is in it. */
  later: async () => (await import('./later.ts')).later,

  connecting: 'Conectando con la clase…',
  practice: 'Ensayo',
  lobby: 'Sala de espera',
  stageOf: (stage: number, all: number) => `Etapa ${stage} de ${all}`,
  timeLeft: (seconds: number) => `${seconds} s`,

  inside: 'Ya estás dentro',
  draw: 'La clase dibuja los puntos. Elige una clase y toca el plano.',
  waitingTitle: 'Espera un momento',
  waitingAbout: 'Tu docente te dejará entrar enseguida.',
  waitingAs: 'Esperas como',
  waitingKept: 'Este dispositivo guarda tu lugar aunque recargues la página.',
  waitingLeave: 'No esperar más',

  youAre: 'En la pantalla te llamas',
  lobbyNext: 'Cuando empiece la clase, aquí aparecerá tu peso.',
  meanwhile: 'Mientras tanto, busca tu nombre en la pantalla.',
  howMany: (count: number) => `${count} en la clase`,

  introWeight: (count: number) => plural(count, 'Este es tu peso', 'Estos son tus pesos'),
  introNext: 'Enseguida empieza la ronda. Mira la pantalla.',
  soFar: (rounds: number) =>
    `El error en ${rounds === 1 ? 'la ronda' : `las ${rounds} rondas`} de esta etapa`,
  curveAbout: (rounds: number, first: string, last: string) =>
    `Error de la red: ${rounds} ${plural(rounds, 'ronda', 'rondas')}, de ${first} a ${last}.`,

  lateTitle: 'La ronda ya había empezado',
  lateAbout: 'En la próxima tendrás tu peso. Mientras tanto, mira la pantalla.',

  watch: {
    predict: { title: 'Los ejemplos cruzan la red', about: 'Mira la pantalla: la red responde a cada uno.' },
    compare: {
      title: 'La respuesta, frente a la verdad',
      about: 'Cuanto más se equivoca la red, mayor es el error.',
    },
    backward: { title: 'El error vuelve', about: 'Cada capa que se abre deja una flecha en sus pesos.' },
  },
  machine: {
    vote: '¿Qué hará el error?',
    run: 'La máquina baja sola',
    reveal: 'Lo que no se veía',
    bet: '¿Qué es?',
    answer: 'Lo que era',
    score: 'Aciertos',
  },
  thenCompare: 'Después se compara con la verdad.',
  thenNudge: 'Después te toca: bajar, dejar o subir.',
  thenBackward: 'Después el error vuelve, capa por capa.',

  guessQuestion: '¿Hacia dónde apuntará tu flecha?',
  guessAbout: 'La flecha dirá hacia dónde baja el error. Piénsalo antes de verla.',
  guessMine: (word: string) => `Pensaste: ${word}.`,
  guessRight: 'Tal como pensabas.',
  guessWrong: 'No era lo que pensabas: eso también enseña.',
  flat: 'plana',
  arrowTitle: 'Tu flecha',
  arrow: {
    raise: 'El error baja si tu peso sube.',
    lower: 'El error baja si tu peso baja.',
    flat: 'Casi da igual: por aquí el error es plano.',
  },
  gradientIs: (figure: string) => `gradiente ${figure}`,

  beforeChoosing,
  changeMind: 'Puedes cambiar de idea hasta que se cierre la ronda.',
  lastChance: 'Todos han elegido: últimos segundos para cambiar de idea.',
  chose: 'Elegiste',
  probeCurve: 'Así cambiaría el error si solo se mueve tu peso:',
  probeAbout: (lower: string, now: string, raise: string) =>
    `El error ahora es ${now}; si tu peso baja, ${lower}; si sube, ${raise}.`,
  weightTab: (number: number) => `Peso ${number}`,
  stillOpen: (number: number) => `Falta el peso ${number}.`,
  weights: 'Tus pesos',
  weightDone: 'propuesto',
  with: (names: string) => `Lo llevas con ${names}.`,
  and: 'y',

  yourProposal: 'Tu propuesta',
  noProposal: 'Esta vez no propusiste nada.',
  effects: 'Lo que hizo al error',
  alone: 'Tú en solitario',
  sumAlone: (weights: number) => `Suma de los ${weights} pesos, uno a uno`,
  together: 'Todos a la vez',
  notTheSum: 'Todos los pesos se mueven a la vez: el efecto conjunto no es la suma de los efectos uno a uno.',
  roseThough: 'El error puede subir aunque cada cual eligiera bien: todos los pesos se movieron a la vez.',
  takenBack: 'Se deshace',
  discovery: (tried: string) => `Habría subido a ${tried}. Es un descubrimiento: por ahí no.`,
  kept: 'El error bajó: el cambio se queda.',
  bounded: 'Llegó a su límite y ahí se queda: el paso era demasiado grande.',
  sharedBy: (count: number, names: string) => `Tu peso es de ${count}: ${names}`,
  more: (count: number) => `${count} más`,
  moreProposals: ({ raise, leave, lower }: Readonly<Record<'raise' | 'leave' | 'lower', number>>) =>
    `${raise} subir, ${lower} bajar, ${leave} dejar`,
  you: 'tú',
  agreement: {
    alike: 'De acuerdo: el paso entero.',
    'same-way': 'De acuerdo en hacia dónde, no en cuánto: el peso se movió lo que queda en medio.',
    mixed: 'Cada cual propuso algo distinto: el peso se movió lo que quedó entre todos.',
  },
  cancelled: (names: string) => `Tú y ${names} se anularon: conviene hablarlo.`,
  agreed: (agreed: number, all: number) =>
    all === 1
      ? agreed === 1
        ? 'Seguiste la flecha.'
        : 'Esta vez no seguiste la flecha.'
      : `Con la flecha: ${agreed} de ${all}.`,
  ranAhead: 'Varias rondas de golpe',
  ranAheadAbout: 'Cada peso siguió como en esta etapa.',
  nextRound: 'Enseguida, la ronda siguiente. Mira la pantalla.',
  practiceOver: 'Así se juega. Enseguida empieza de verdad.',

  attention: 'Mira la pantalla',
  attentionAbout: 'Este dispositivo espera contigo.',
  paused: 'Pausa: el reloj está parado.',
  slept: 'El equipo de tu docente se durmió. La clase sigue donde estaba.',
  muted: 'Tus propuestas no cuentan por ahora. Habla con tu docente.',
  teacherAway: 'Tu docente se está volviendo a conectar. La clase espera.',
  storeSaving: 'Guardando… No se pierde nada.',
  lost: 'Sin conexión. Se envía al volver.',
  connectNow: 'Conectar',
  slow: 'conexión lenta',

  loadingScene: 'Esta parte se está cargando…',
  sceneFails: 'La conexión va despacio: se sigue intentando. Si no llega, recargar guarda tu lugar.',

  gone,
  continueHere: 'Seguir aquí',
  tryAgain: 'Intentar de nuevo',
  enterWithCode: 'Entrar con un código',
  reload: 'Recargar',

  endedTitle: 'La clase ha terminado',
  endedAbout: (name: string) => `Gracias por entrenar, ${name}.`,
  endedThanks: 'Gracias por entrenar.',
  finalError: 'Error final de la red',

  menu: 'Tu lugar y esta página',
  openMenu: 'Abrir el menú',
  name: 'Tu nombre',
  newName: 'Otro nombre',
  saveName: 'Guardar',
  leave: 'Salir de la clase',
  leaveAbout: 'Tus pesos pasarán a otra persona y este dispositivo perderá su lugar.',
  leaveSure: 'Sí, salir',
  stay: 'Quedarme',
};

import type { RecordingErrorCode } from '../../../shared/recording/recording-error.ts';
import { plural } from '../plural.ts';

const fileProblems: Readonly<Record<RecordingErrorCode, string>> = {
  'not-a-recording': 'Este archivo no es una grabación de Descenso.',
  'newer-version': 'Esta grabación es de una versión posterior de Descenso. Hay que actualizar el programa.',
  'too-large': 'Esta grabación contiene más de lo que se puede abrir aquí.',
  truncated: 'A esta grabación le falta el final: se cortó al copiarla o al descargarla.',
  damaged: 'Esta grabación está dañada: no es lo que se guardó.',
  malformed: 'Esta grabación dice algo que ninguna clase puede decir: alguien la cambió.',
  'unfit-text': 'Esta grabación lleva textos que podrían engañar a quien la mira, y no se abre.',
  inconsistent: 'Las partes de esta grabación se contradicen: alguien la cambió.',
};

/** Lo que dice el reproductor de grabaciones. */
export const replay = {
  title: 'Grabación',
  rounds: (count: number) => `${count} ${plural(count, 'ronda', 'rondas')}`,
  facts: (rounds: string, minutes: number) =>
    `${rounds} · ${minutes === 0 ? 'menos de un minuto' : `${minutes} min`}`,

  door: {
    title: 'Ver una grabación',
    about: 'Suelta aquí un archivo de Descenso, o elígelo. Se abre en este dispositivo: no se envía a nadie.',
    choose: 'Elegir un archivo',
    drop: 'Suelta aquí la grabación',
    library: 'Todas las grabaciones',
  },
  loading: 'Cargando la grabación…',
  problemTitle: 'No se puede ver',
  fileProblems,
  tryAgain: 'Probar otra vez',

  compare: 'Comparar con otra clase',
  stopComparing: 'Dejar de comparar',
  continueLive: 'Seguir en vivo desde aquí',
  download: 'Descargar',
  report: 'Informe',
  help: 'Ayuda y ajustes',

  picture: 'Lo que se ve',
  viewer: {
    title: 'Ver la clase como',
    overview: 'la red',
    screen: 'pantalla',
    teacher: 'docente',
    seat: 'estudiante',
    whose: 'Qué estudiante',
    notYet: 'Todavía no ha entrado.',
    onlyToSee: 'Así se veía. Es una grabación: aquí no se puede pulsar nada.',
  },
  panel: 'El momento',
  round: 'Ronda',
  noRound: '–',
  before: 'Antes de empezar',
  after: 'La clase ha terminado',
  lossSeen: 'Error en los vistos',
  lossNew: 'Error en los nuevos',
  agreement: 'Coinciden con la retropropagación',
  agreementOf: (agreed: number, nudges: number) => `${agreed}/${nudges}`,
  agreementRead: (agreed: number, nudges: number) => `${agreed} de ${nudges}`,
  unknown: '–',
  movesAbout: {
    proposed: 'Las flechas dicen qué se ha propuesto.',
    moved: 'Las flechas dicen hacia dónde se movió cada peso.',
    takenBack: 'Se deshizo: las flechas dicen lo que se intentó.',
  },

  follow: {
    title: 'Seguir',
    nothing: 'nada en especial',
    weights: 'Un peso',
    people: 'Una persona',
    value: 'Valor',
    gradient: 'Gradiente',
    move: 'Se movió',
    proposals: 'Propuestas',
    proposal: (name: string, what: string) => `${name}: ${what}`,
    none: 'Todavía no hay propuestas.',
    weightLine: (title: string, first: string, last: string) =>
      `El peso ${title}, ronda a ronda: de ${first} a ${last}.`,
    seatLine: (name: string) => `Lo que hicieron por sí solas las propuestas de ${name}, ronda a ronda.`,
    alone: 'Por su cuenta, esta ronda',
    agreed: 'Con el gradiente, hasta aquí',
    holds: 'Lleva',
    noWeights: 'Aún no lleva ningún peso.',
    reading: (share: string) => `Leyendo las rondas: ${share}`,
  },

  controls: 'Controles',
  play: 'Reproducir',
  pause: 'Pausa',
  stepBack: 'Un momento atrás',
  stepAhead: 'Un momento adelante',
  roundBack: 'Ronda anterior',
  roundAhead: 'Ronda siguiente',
  speed: 'Velocidad',
  speeds: { '0.25': '¼×', '0.5': '½×', '1': '1×', '2': '2×', '5': '5×', '10': '10×', '20': '20×' },
  jump: 'Ir a…',
  timeline: 'Línea de tiempo',
  backTo: (round: number | null) =>
    round === null ? 'vuelta al principio de la etapa' : `vuelta a la ronda ${round}`,
  seen: 'vistos',
  fresh: 'nuevos',
  legend: 'Curvas',
  practice: 'Ensayo',
  roundOf: (round: number, all: number) => `ronda ${round} de ${all}`,
  empty: 'En esta clase no se jugó ninguna ronda.',

  whatIf: {
    button: '¿Y si…?',
    title: '¿Y si…?',
    about:
      'La clase se calcula otra vez, con todo lo demás igual, y su curva se dibuja junto a la de verdad.',
    withoutSeat: 'Sin las propuestas de una persona',
    gradient: 'Con el gradiente en lugar de todas las propuestas',
    who: 'Quién',
    compute: 'Calcular',
    running: (name: string, share: string) => `${name}: calculando, ${share}`,
    failed: (name: string) => `${name}: no se pudo calcular.`,
    remove: (name: string) => `Quitar la curva «${name}»`,
    nameWithout: (name: string) => `sin ${name}`,
    nameGradient: 'con el gradiente',
  },

  comparing: {
    title: 'Comparar con otra clase',
    about: 'Las dos se ven una junto a la otra, ronda con ronda.',
    library: 'De la biblioteca',
    none: 'No hay otra grabación en la biblioteca.',
    file: 'De un archivo',
    first: 'Esta clase',
    other: 'La otra clase',
    over: 'Ya había terminado.',
    differs: 'Otra lección, u otra red: los errores no se pueden comparar uno con otro.',
  },

  continuing: {
    title: '¿Seguir en vivo desde aquí?',
    about: (round: number | null) =>
      round === null
        ? 'Se abre una clase nueva que empieza con la red como está ahora, antes de la primera ronda.'
        : `Se abre una clase nueva que empieza con la red como quedó tras la ronda ${round}.`,
    kept: 'La grabación no cambia.',
    confirm: 'Abrir la clase',
    opening: 'Abriendo…',
  },

  downloading: {
    title: 'Descargar la grabación',
    about: 'La misma grabación que está abierta, para guardarla o abrirla en otra parte.',
    file: 'Grabación',
  },

  link: {
    button: 'Enlace a este momento',
    title: 'Enlace a este momento',
    label: 'Enlace',
    copy: 'Copiar',
    copied: 'Copiado',
    byHand: 'Este navegador no deja copiar solo. El enlace está seleccionado: usa Ctrl+C.',
    teacherOnly:
      'Lo abre quien tenga la clave docente. Para otras personas, comparte la grabación en la biblioteca.',
    shared: 'Lo abre cualquiera que lo tenga, mientras el enlace compartido sirva.',
  },

  jumping: {
    title: 'Ir a…',
    stages: 'Etapas',
    stage: (name: string, first: number | null) =>
      first === null ? name : `${name} · desde la ronda ${first}`,
    round: 'Ronda',
    go: 'Ir',
    bookmarks: 'Marcadores',
    noBookmarks: 'No hay marcadores.',
    add: 'Marcar este momento',
    remove: (label: string) => `Quitar el marcador «${label}»`,
    ends: 'Principio y final',
    start: 'Principio',
    end: 'Final',
  },

  bookmark: {
    title: 'Marcar este momento',
    label: 'Qué pasa aquí',
    save: 'Guardar',
    list: 'Marcadores',
    one: (label: string) => `Marcador: ${label}`,
    suggestion: (round: number | null) => (round === null ? 'Antes de empezar' : `Ronda ${round}`),
  },

  keys: {
    title: 'Ayuda y ajustes',
    keyboard: 'Teclas',
    toggle: 'reproducir o pausar',
    step: 'un momento atrás o adelante',
    round: 'ronda anterior o siguiente',
    stage: 'etapa anterior o siguiente',
    ends: 'principio o final',
    speed: 'velocidad, de ¼× a 20×',
    bookmark: 'marcar este momento',
    help: 'esta ayuda',
    space: 'espacio',
    arrows: '← →',
    shiftArrows: 'Mayús + ← →',
    pages: 'Re Pág, Av Pág',
    homeEnd: 'Inicio, Fin',
    choices: 'Idioma y colores',
    theme: { label: 'Colores', system: 'Como el sistema', light: 'Claro', dark: 'Oscuro' },
  },
};

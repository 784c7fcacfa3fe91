import type { PhaseKind } from '../../../shared/session/phases.ts';
import type { NudgeSize } from '../../../shared/session/nudges.ts';
import type { StageKind, Vote } from '../../../shared/session/stages.ts';
import type { GoneReason } from '../../../shared/wire/down.ts';
import { plural } from '../plural.ts';
import { costCurves, stopReveal } from './curves.ts';
import { refusals } from './refusals.ts';
import { features, namedFeature, plainFeature, weightMeaning, weightTitle } from './weights.ts';

const phases: Readonly<Record<PhaseKind, string>> = {
  predict: 'Predecir',
  compare: 'Comparar',
  backward: 'El error vuelve',
  nudge: 'Proponer',
  adjust: 'Ajustar',
  vote: 'Votar',
  run: 'Descender',
  reveal: 'Destapar',
  bet: 'Apostar',
  answer: 'Responder',
  score: 'Contar',
};

const stages: Readonly<Record<StageKind, { readonly name: string; readonly about: string }>> = {
  practice: { name: 'Ensayo', about: 'Para conocer los botones, sin prisa' },
  guess: { name: 'Adivinar', about: 'Mover los pesos sin saber: como tirar una moneda' },
  'keep-if-better': { name: 'Quedarse con lo mejor', about: 'Si el error sube, se deshace' },
  probe: { name: 'Probar cada peso', about: '¿Baja el error si mi peso sube o si baja?' },
  backprop: { name: 'Retropropagar', about: 'El error vuelve capa a capa' },
  autopilot: { name: 'Piloto automático', about: 'La máquina baja sola: ¿cuánto debe medir su paso?' },
  stop: { name: '¿Cuándo paramos?', about: 'Aprender no es memorizar' },
  test: { name: 'Lo nunca visto', about: 'Qué dice la red de lo que nadie había visto' },
};

const votes: Readonly<Record<Vote, string>> = {
  slow: 'baja despacio',
  fast: 'baja deprisa',
  explodes: 'se dispara',
};

const sizes: Readonly<Record<NudgeSize, string>> = { small: 'pasito', normal: 'paso', large: 'zancada' };

const gone: Readonly<Record<GoneReason, string>> = {
  'opened-elsewhere': 'Esta clase se abrió en otra pestaña o en otro dispositivo.',
  removed: 'Ya no estás en esta clase.',
  left: 'Has salido de la clase.',
  ended: 'La clase ha terminado.',
  restarting: 'El servidor se está reiniciando. La clase sigue en unos segundos.',
  'client-too-old': 'Hay una versión nueva. Recarga la página.',
  'unknown-token': 'Este dispositivo ya no tiene un lugar en la clase. Entra otra vez con el código.',
  'unknown-code': 'Ese código no es de ninguna clase. Revísalo en la pantalla.',
  'slow-down': 'Demasiados intentos. Espera un momento.',
  'room-set-aside': 'Esta clase no se pudo abrir. Avisa a tu docente.',
};

/** What every page says. */
export const common = {
  product: 'Descenso',
  tagline: 'Una red neuronal, entrenada entre todos',
  phases,
  stages,
  sizes,
  votes,
  gone,
  refusals,
  costCurves,
  stopReveal,
  features,
  plainFeature,
  namedFeature,
  weightTitle,
  weightMeaning,
  stage: 'Etapa',
  round: 'Ronda',
  roundNumber: (round: number) => `Ronda ${round}`,
  layer: (layer: number, last: number) => (layer === last ? 'capa de salida' : `capa ${layer}`),
  error: 'Error de la red',
  errorShort: 'error',
  errorIs: (figure: string) => `error ${figure}`,
  falls: 'baja',
  rises: 'sube',
  same: 'igual',
  unknown: 'todavía no se sabe',
  before: 'antes',
  done: 'hecho',
  lower: 'Bajar',
  leave: 'Dejar',
  raise: 'Subir',
  lowering: 'bajar',
  leaving: 'dejar',
  raising: 'subir',
  sizeOfStep: 'Tamaño del paso',
  nudgeQuestion: '¿Qué propones para tu peso?',
  sending: 'Enviando…',
  accepted: 'Propuesta recibida',
  weight: 'peso',
  bias: 'sesgo',
  yourWeight: 'Tu peso',
  positiveWeight: 'peso positivo',
  negativeWeight: 'peso negativo',
  neuron: (number: number) => `neurona ${number}`,
  answer: 'respuesta',
  network: 'La red',
  networkAbout: (inputs: number, hidden: readonly number[], outputs: number) =>
    `Red con ${inputs} ${plural(inputs, 'entrada', 'entradas')}, ${hiddenLayers(hidden)} y ${outputs} ${plural(outputs, 'respuesta', 'respuestas')}.`,
  weightIs: (title: string, figure: string) => `${title}: ${figure}`,
  hasProposed: 'ya ha propuesto',
  classes: {
    dog: 'perro',
    cat: 'gato',
    puppy: 'cachorro',
    grown: 'adulto',
    same: 'iguales',
    different: 'distintas',
    inside: 'dentro',
    around: 'alrededor',
    upper: 'luna de arriba',
    lower: 'luna de abajo',
    'one-arm': 'un brazo',
    'other-arm': 'el otro brazo',
    adelie: 'pingüino de Adelia',
    chinstrap: 'pingüino barbijo',
    gentoo: 'pingüino papúa',
    'class-a': 'clase A',
    'class-b': 'clase B',
    'class-c': 'clase C',
    'class-d': 'clase D',
  },
  seen: 'animales vistos',
  fresh: 'animales nuevos',
  whatTheNetworkBelieves: 'Lo que la red cree',
  right: (right: number, all: number) => `${right} de ${all} aciertos`,
  mapOfOne: (feature: string) =>
    `La raya es lo que responde la red según ${feature}; donde cruza la línea de puntos, duda.`,
  mapCut: (others: number) =>
    others === 1
      ? 'Un corte: el otro rasgo, en su media.'
      : `Un corte: los otros ${others} rasgos, en su media.`,
  growsUp: (more: string) => `↑ ${more}`,
  growsRight: (more: string) => `${more} →`,
  secondsLeft: (seconds: number) => `${plural(seconds, 'queda', 'quedan')} ${seconds} s`,
  proposed: (count: number, all: number) => `${count} de ${all} ${plural(count, 'ha', 'han')} propuesto`,
  passes: (count: number) => `${count} ${plural(count, 'pasada', 'pasadas')} por la red`,
  forwardPasses: (count: number) => `${count} de ida`,
  backwardPasses: (count: number) => `${count} de vuelta`,
  joinCode: 'Código de la clase',
  qrFor: (address: string) => `Código QR de ${address}`,
  reconnecting: 'Sin conexión. Volviendo a conectar…',
  reconnected: 'Conexión recuperada.',
  saving: 'Guardando…',
  loading: 'Cargando…',
  cancel: 'Cancelar',
  close: 'Cerrar',
  accept: 'Aceptar',
  undo: 'Deshacer',
  language: 'Idioma',
  languages: { es: 'Español', en: 'English' },
};

function hiddenLayers(hidden: readonly number[]): string {
  if (hidden.length === 0) return 'sin capas intermedias';
  const neurons = hidden.reduce((sum, size) => sum + size, 0);
  return `${neurons} ${plural(neurons, 'neurona', 'neuronas')} en ${hidden.length} ${plural(hidden.length, 'capa intermedia', 'capas intermedias')}`;
}

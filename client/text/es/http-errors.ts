import type { HttpErrorCode } from '../../../shared/wire/http.ts';
import { refusals } from './refusals.ts';

/** Por qué no se hizo lo que pedía una página. `ms` es lo que hay que esperar. */
export const httpErrors: Readonly<Record<HttpErrorCode | 'unreachable', (ms: number) => string>> = {
  ...refusals,
  'unknown-code': () => 'Ese código no es de ninguna clase.',
  'code-replaced': () => 'La clase tiene un código nuevo.',
  'wrong-key': () => 'Esa clave, o ese enlace, no abre nada: caducó, se retiró o le falta un trozo.',
  'unknown-lesson': () => 'Este servidor no tiene esa lección.',
  'bad-lesson': () => 'El servidor no puede abrir esa lección: algo en ella no cumple las reglas.',
  'lesson-too-large': () =>
    'La lección es demasiado grande: cabe 1 MB. Usa menos filas, o números con menos decimales.',
  'server-busy': () => 'El servidor no tiene lugar para más en este momento. Prueba otra vez en un rato.',
  'too-many-sessions': () => 'Hay demasiadas clases abiertas. Termina alguna.',
  'wrong-host': () => 'Esta página no viene de este servidor. Abre la dirección que muestra al iniciar.',
  'too-large': () => 'El archivo es demasiado grande: caben 16 MiB.',
  'not-found': () => 'Esa grabación no está, o ya no está.',
  failed: () => 'Algo falló en el servidor. Prueba otra vez.',
  unreachable: () => 'No se puede llegar al servidor. ¿Sigue en marcha?',
  'recording-open': () => 'La clase sigue abierta. Termínala antes.',
  'nothing-to-continue': () =>
    'En ese momento aún no había empezado ninguna etapa: no hay desde dónde seguir.',
  'too-many-shares': () => 'Hay demasiados enlaces a esta grabación. Retira alguno.',
  'not-a-recording': () => 'Ese archivo no es una grabación de Descenso.',
  'recording-truncated': () => 'A esa grabación le falta el final: se cortó al copiarla o al descargarla.',
  'recording-edited': () => 'Esa grabación se cambió después de guardarla: lo que contiene no concuerda.',
  'recording-too-new': () => 'Esa grabación es de una versión posterior de este programa. Actualízalo.',
  'unfit-text': () =>
    'Hay un nombre o un título con código o signos invisibles. Solo valen letras y signos normales.',
  'recording-too-large': () => 'Esa grabación contiene más de lo que este programa abre.',
};

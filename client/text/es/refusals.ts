import type { RefusalCode } from '../../../shared/session/refusals.ts';

/** Why something asked for did not happen, said to the person who asked. `ms` is how late, or how long to wait. */
export const refusals: Readonly<Record<RefusalCode, (ms: number) => string>> = {
  malformed: () => 'Ese mensaje no se entiende. Recarga la página.',
  'not-allowed': () => 'Desde este dispositivo no se puede hacer eso.',
  'already-done': () => 'Ya está hecho.',
  'not-now': () => 'Ahora no se puede: espera a la fase que toca.',
  'session-ended': () => 'La clase ha terminado.',
  'session-locked': () => 'La entrada está cerrada. Pide que la abran.',
  'session-full': () => 'No caben más personas en esta clase.',
  'not-let-in': () => 'Tu docente todavía no te ha dejado entrar.',
  'unknown-seat': () => 'Ese lugar ya no está en la clase.',
  'unknown-round': () => 'Esa ronda ya pasó. Mira la nueva.',
  'unknown-parameter': () => 'Ese peso no está en esta red.',
  'not-owner': () => 'Ese peso ahora lo lleva otra persona.',
  late: (ms) =>
    ms > 0 ? `Llegó ${tenths(ms)} tarde: la ronda ya estaba cerrada.` : 'La ronda ya estaba cerrada.',
  paused: () => 'La clase está en pausa.',
  muted: () => 'Tus propuestas no cuentan por ahora. Habla con tu docente.',
  removed: () => 'Ya no estás en esta clase.',
  'bad-number': () => 'Ese número no vale.',
  'bad-name': () => 'Ese nombre no vale. Elige otro.',
  'enough-points': () =>
    'Ya dibujaste todos los puntos que puede dibujar una persona. Borra uno para poner otro.',
  'plane-full': () => 'El plano está lleno: no caben más puntos.',
  'too-few-points': () => 'A alguna clase todavía le faltan puntos.',
  'slow-down': (ms) => `Demasiado rápido. Espera ${seconds(ms)}.`,
  'store-full': () => 'No queda espacio en el disco. No se pierde nada: libera espacio y repite.',
  saving: () => 'Se está guardando. No se pierde nada: espera un momento.',
};

function seconds(ms: number): string {
  return `${Math.max(1, Math.round(ms / 1000))} s`;
}

/** How late somebody was is told to the tenth: a second sounds like a long time. */
function tenths(ms: number): string {
  return `${(ms / 1000).toFixed(1).replace('.', ',')} s`;
}

import { refusals } from './refusals.ts';

const AGAIN = 'Algo falló en el servidor. Intenta de nuevo.';

/** What is said at the door, and about the page itself. */
export const join = {
  code: 'Código de la clase',
  name: 'Tu nombre en pantalla',
  freeName: 'Puedes escribir el tuyo.',
  another: 'otro',
  anotherLabel: 'Otro nombre',
  enter: 'Entrar',
  entering: 'Entrando…',
  wasHere: 'Ya estaba en esta clase y perdí mi lugar',
  wasName: '¿Cómo te llamabas en esta clase?',
  wasAbout: 'Tu docente verá que pides ese lugar y te lo devolverá.',
  askBack: 'Pedir mi lugar',
  isNew: 'Entro por primera vez',
  looking: 'Buscando la clase…',
  noAccounts: 'Sin cuentas. Este nombre solo se ve en esta clase.',
  language: 'Idioma',
  theme: 'Colores',
  themes: { system: 'Del sistema', light: 'Claros', dark: 'Oscuros' },
  problems: {
    'unknown-code': 'Ese código no es de ninguna clase. Revísalo en la pantalla.',
    replaced: 'La clase tiene un código nuevo. Míralo en la pantalla.',
    locked: 'La entrada está cerrada. Pide que la abran e intenta de nuevo.',
    full: 'No caben más personas en esta clase.',
    ended: 'Esa clase ya terminó.',
    'bad-name': 'Ese nombre no vale. Elige otro.',
    'unknown-seat': 'En esta clase no falta nadie con ese nombre. Míralo en la pantalla o pregunta.',
    'wrong-host': 'Esta página se abrió desde otra dirección. Usa la que está en la pantalla.',
    unreachable: 'No se llega al equipo de tu docente. ¿Es la misma wifi? La página lo sigue intentando.',
    saving: refusals.saving(0),
    failed: AGAIN,
  },
  /** Too many wrong codes in a row. */
  tooManyTries: (seconds: number) => `Demasiados intentos. Espera ${Math.max(1, seconds)} s.`,
};

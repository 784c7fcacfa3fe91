import { plural } from '../plural.ts';
import type { PlannedRounds, ScriptText } from '../script.ts';
import { line } from './scripts/line.ts';
import { penguins } from './scripts/penguins.ts';
import { pets } from './scripts/pets.ts';
import { stop } from './scripts/stop.ts';
import { xor } from './scripts/xor.ts';

export const script: ScriptText = {
  labels: {
    say: 'Di',
    play: 'Haz',
    ask: 'Pregunta antes',
    expect: 'Dirán',
    appears: 'Se verá',
    ifItFails: 'Si no sale',
    cut: 'Si falta tiempo',
  },
  play: {
    practice: () =>
      'Proyecta la pantalla y espera a que la clase entre. «Ronda de ensayo» enseña los botones del teléfono; después de ella, o sin ella, el botón grande (espacio) empieza la lección y dice siempre lo que toca.',
    guess: byHand,
    'keep-if-better': byHand,
    probe: byHand,
    backprop: (plan) =>
      `El botón grande abre las capas una a una. ${byHand(plan)} Debajo de la red puedes elegir el ejemplo que se explica y comprobar un gradiente.`,
    autopilot: () =>
      'El botón grande pide el voto, lo cierra y pone la máquina en marcha; cuando acaba, propone la tasa siguiente. En la tarjeta de la máquina se cambia todo a mano.',
    stop: ({ rounds }) =>
      `El botón grande pone la máquina en marcha, hasta la ronda ${rounds}. Que nadie diga cuándo para. Al final, o cuando todo el mundo haya parado, destapa.`,
    test: ({ rounds }) =>
      `El botón grande pide cada apuesta y deja responder a la red, ${rounds} veces. Después, cuenta los aciertos.`,
  },
  stages: {
    practice: {
      say: 'Cada teléfono lleva un número de la red. Hoy nadie lo sabe todo: cada persona mueve el suyo.',
      ask: '¿Qué crees que pasa en la pantalla si todos suben su peso a la vez?',
      expect: '«La red mejora». Todavía no hay motivo: nadie ha mirado el error.',
      appears: 'Las conexiones se engrosan o cambian de color; el error se mueve sin orden.',
      ifItFails: 'Si alguien no ve su peso, que recargue: su sitio lo espera.',
      cut: 'Una sola ronda de ensayo basta, o ninguna.',
    },
    guess: {
      say: 'Los pesos empiezan al azar: la red acierta como quien tira una moneda.',
      ask: 'Si cada persona mueve su peso sin mirar nada, ¿cuántos aciertos habrá después de 20 rondas?',
      expect: '«Poco a poco subirá». Moverse al azar no es aprender: no hay nada que diga hacia dónde.',
      appears: 'La curva del error sube y baja sin rumbo, y los aciertos siguen cerca de la mitad.',
      ifItFails: 'Si por suerte baja mucho, repite la etapa: la suerte no se repite.',
      cut: 'Juega una ronda a mano y adelanta 20.',
    },
    'keep-if-better': {
      say: 'Ahora hay una regla: si el error sube, la ronda se deshace.',
      ask: '¿Cuántas de 20 rondas se quedarán?',
      expect: '«Casi todas». Suelen deshacerse unas 13 de 20, y cada intento fallido también cuesta.',
      appears: 'Puntos huecos por encima de la curva: intentos deshechos. La línea solo baja, y despacio.',
      ifItFails: 'Si se deshacen todas, adelanta 20 rondas: alguna se queda.',
      cut: 'Una ronda a mano y adelantar.',
    },
    probe: {
      say: 'La idea central: cada persona pregunta si el error baja cuando su peso sube o cuando baja, y lo mueve un poco hacia ahí.',
      ask: 'Antes de ver los números: ¿subir o bajar? Elige primero y mira después.',
      expect:
        '«Si todos eligen bien, el error tiene que bajar». No siempre: todos se mueven a la vez y los efectos se mezclan.',
      appears:
        'Mejora rápida, una meseta y después un salto. En el mapa, la frontera se dobla hasta rodear un grupo.',
      ifItFails:
        'Si el error sube aunque todos eligieron bien, el paso es grande: prueba un paso más pequeño o que se enfríe.',
      cut: 'Tres rondas a mano y adelanta 20.',
    },
    backprop: {
      say: 'Una máquina no prueba peso por peso: el error vuelve por la red y en una sola pasada dice a cada peso hacia dónde ir.',
      ask: 'Antes de abrir cada capa: ¿hacia dónde apuntará tu flecha?',
      expect:
        '«La máquina prueba muy deprisa». No prueba: en lugar de dos pasadas por peso, una de ida y una de vuelta.',
      appears: 'El error vuelve en rojo, capa a capa, y cada peso recibe su flecha.',
      ifItFails: 'Si alguien no siguió su flecha, mejor: pregunta qué le pasó al error.',
      cut: 'Una ronda capa a capa y adelanta 20.',
    },
    autopilot: {
      say: 'La máquina sigue todas las flechas a la vez. Solo queda decidir cuánto mide su paso.',
      ask: '¿Con este paso el error baja despacio, baja deprisa o se dispara? Vota.',
      expect:
        '«Cuanto más grande, más rápido». Un paso demasiado grande salta por encima del valle y el error sube.',
      appears: 'La curva de la máquina junto a la de la clase, con las pasadas que costó cada una.',
      ifItFails:
        'Si no se ve la diferencia, otra vez con un paso diez veces más pequeño, o diez veces más grande.',
      cut: 'Una sola votación, con un paso demasiado grande.',
    },
    stop: {
      say: 'Pocos ejemplos y una red nueva: la máquina entrena, y cada persona decide cuándo pararla.',
      ask: '¿En qué ronda será mejor la red con ejemplos que no ha visto? Pulsa STOP una sola vez.',
      expect: '«Cuando el error llega a cero». El error de lo visto sigue bajando mientras la red memoriza.',
      appears:
        'Al destapar: el error de lo nuevo baja y después sube. La frontera del mapa rodea ejemplos sueltos.',
      ifItFails: 'Si nadie paró, pregunta dónde lo haría ahora, con la curva delante.',
      cut: 'Sube la velocidad cuando todo el mundo haya parado, o destapa entonces.',
    },
    test: {
      say: 'Ejemplos que nadie ha visto: ni la red, ni la clase.',
      ask: '¿Qué es? Apuesta antes de que responda la red.',
      expect: '«La red ya no falla». También se equivoca, y a veces donde cualquiera acierta.',
      appears:
        'Un ejemplo, las apuestas, la respuesta de la red y lo que era. Al final, los aciertos de cada parte.',
      ifItFails: 'Si la clase acierta siempre, pregunta por aquel del que la red duda más.',
      cut: 'Tres bastan.',
    },
  },
  lessons: { pets, line, xor, stop, penguins },
  asides: [
    {
      title: '¿Por qué puede subir el error si todos eligieron bien?',
      text: 'Cada elección era buena si lo demás se quedaba quieto. Al moverse todo a la vez, dos pasos buenos pueden pasarse de largo juntos. La pantalla enseña la suma uno a uno y el efecto de todos: cuando no coinciden, ahí está.',
    },
    {
      title: 'Si falla la wifi',
      text: 'Nadie pierde su sitio: cuando la red vuelve, cada teléfono sigue donde estaba. Mientras tanto el programa cuida de los pesos de quien falta: sigue con el botón grande y que la clase decida en voz alta. Si no hay wifi desde el principio, comparte la de un teléfono («Cómo se entra» enseña la dirección nueva) o llena la clase con bots: la pantalla basta.',
    },
  ],
  exitTitle: 'Para salir',
  exit: 'En una frase: ¿qué se pregunta cada peso en cada ronda, y por qué la máquina no necesita preguntarlo peso por peso?',
};

function byHand({ rounds, fastForward }: PlannedRounds): string {
  const ahead = fastForward > 0 ? `; después, +${fastForward} de golpe (F)` : '';
  return `Juega ${rounds} ${plural(rounds, 'ronda', 'rondas')} con el botón grande (espacio)${ahead}.`;
}

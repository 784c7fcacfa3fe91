import type { LessonScript } from '../../script.ts';

export const penguins: LessonScript = {
  stages: [
    {
      say: 'Estos pingüinos existieron: alguien midió su pico, uno por uno, en la Antártida. Tres especies, así que la red tiene tres respuestas y gana la más alta.',
      ask: 'Con tres respuestas posibles, ¿cuánto acierta quien no sabe nada?',
      expect: '«La mitad». Con tres, la moneda se vuelve dado: un tercio. De ahí parte la red.',
      appears: 'Los aciertos dan vueltas alrededor de un tercio, o por debajo.',
      ifItFails: 'Si por suerte suben, repite: con el mismo principio, otra vez dan vueltas.',
      cut: 'Una ronda a mano y adelanta 20.',
    },
    {
      say: 'Cada persona pregunta por su peso: ¿baja el error si sube o si baja?',
      ask: 'Mira el mapa: largo y alto del pico. ¿Qué especie será la primera en separarse?',
      expect:
        '«El pico más largo decide». El largo solo confunde a dos especies; el alto solo, a otras dos. Hacen falta los dos.',
      appears: 'Tres regiones que crecen en el mapa. En unas 10 rondas, cerca de 9 aciertos de cada 10.',
      ifItFails:
        'Si una especie no aparece en el mapa, los pesos que van a su respuesta están muy abajo: pregunta quién los lleva.',
      cut: 'Tres rondas a mano y adelanta 20.',
    },
    {
      say: 'El error vuelve desde las tres respuestas a la vez: si una sube, las otras dos tienen que bajar.',
      ask: 'La red dice «Adelia» y era un barbijo: ¿qué flechas salen de cada una de las tres respuestas?',
      expect:
        '«Solo se corrige la que falló». Se empuja la buena hacia arriba y las otras hacia abajo, cada una según lo segura que estaba.',
      appears: 'Flechas capa a capa; cada salida con las suyas, y lo que una gana lo pierden las otras.',
      ifItFails: 'Elige en el mapa un pingüino mal contestado y sigue solo su error hacia atrás.',
      cut: 'Una ronda capa a capa y adelanta 20.',
    },
    {
      say: 'Ahora baja la máquina, con el paso que diga la clase.',
      ask: 'Con 0,02, ¿baja despacio, baja deprisa o se dispara? Vota. Después, con 50 y, al final, con 1.',
      expect:
        '«Los datos de verdad son más difíciles». Estos no: con un buen paso, en 10 pasos están separados.',
      appears: 'Con 0,02, una cuesta larga; con 50, saltos muy por encima del principio; con 1, una caída.',
      ifItFails:
        'Acaba siempre con 1: la última etapa examina la red tal como quede aquí. «Desde el principio», en la tarjeta de la máquina, la devuelve a su sitio.',
      cut: 'Solo 50 y 1.',
    },
    {
      say: 'Pingüinos que nadie ha usado, dibujados con sus medidas.',
      ask: '¿Adelia, barbijo o papúa? Apuesta antes que la red.',
      expect:
        '«Con más práctica acertaría todos». Hay picos casi idénticos en especies distintas: con estas dos medidas, nadie puede.',
      appears: 'Un pingüino, las apuestas, las tres respuestas de la red y la especie.',
      ifItFails: 'Si la red falla uno, busca en el mapa a su vecino más parecido.',
      cut: 'Tres pingüinos bastan.',
    },
  ],
  exit: 'Dos pingüinos de la tabla quedaron fuera porque nadie los pudo medir. ¿Qué habría pasado si hubiéramos puesto ceros en su lugar?',
};

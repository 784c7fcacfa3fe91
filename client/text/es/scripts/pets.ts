import type { LessonScript } from '../../script.ts';

export const pets: LessonScript = {
  stages: [
    {
      say: 'Esta red mira las orejas y el tamaño de un animal y dice si es perro o gato. Sus 17 pesos empezaron al azar: acierta como quien tira una moneda.',
      ask: 'Si cada persona mueve su peso sin mirar nada, ¿cuántos aciertos de cada 10 habrá después de 20 rondas?',
      expect:
        '«Poco a poco subirán». Moverse no es aprender: si nada dice hacia dónde, se empeora tanto como se mejora.',
      appears: 'La curva del error sube y baja sin rumbo. Los aciertos siguen cerca de la mitad, o menos.',
      ifItFails: 'Si por suerte baja mucho, repite la etapa: la suerte no se repite.',
      cut: 'Una ronda a mano y adelanta 20.',
    },
    {
      say: 'Ahora hay una regla: si el error sube, la ronda se deshace sola.',
      ask: '¿Cuántas de 20 rondas se quedarán?',
      expect:
        '«Casi todas». Suelen deshacerse unas 13 de 20, y cada intento fallido también costó una pasada.',
      appears:
        'Puntos huecos por encima de la curva: los intentos deshechos. La línea solo baja, y despacio.',
      ifItFails: 'Si se deshacen todas las de mano, adelanta 20: alguna se queda.',
      cut: 'Una ronda a mano y adelanta 20. En una clase de 30 minutos, sáltate esta etapa.',
    },
    {
      say: 'La idea central de la lección: cada persona pregunta si el error baja cuando su peso sube o cuando baja, y lo mueve un poco hacia ahí.',
      ask: 'Antes de ver los números: ¿subir o bajar? Elige primero y mira después.',
      expect:
        '«Si todos eligen bien, el error tiene que bajar». Casi siempre, pero no siempre: todos se mueven a la vez y los efectos se mezclan.',
      appears:
        'Una mejora rápida, una meseta y después un salto. En el mapa, la frontera se dobla hasta cercar a los gatos por tres lados.',
      ifItFails:
        'En la meseta no te detengas: adelanta 20 y el salto llega. Si el error sube aunque todos eligieron bien, pide un paso más pequeño.',
      cut: 'Tres rondas a mano y adelanta 20.',
    },
    {
      say: 'La máquina no prueba peso por peso: el error vuelve por la red y, en una sola pasada, cada peso recibe su flecha.',
      ask: 'Antes de abrir cada capa: ¿hacia dónde apuntará tu flecha?',
      expect:
        '«La máquina prueba muy deprisa». No prueba: donde la clase necesitaba 34 pasadas, le bastan una de ida y una de vuelta.',
      appears:
        'El error vuelve en rojo, primero a la capa de salida y después a la anterior. En unas 12 rondas, más de 9 aciertos de cada 10.',
      ifItFails: 'Si alguien no siguió su flecha, mejor: pregunta qué le pasó al error.',
      cut: 'Una ronda capa a capa y adelanta 20.',
    },
    {
      say: 'La máquina sigue todas las flechas a la vez, sin descanso. Solo queda decidir cuánto mide su paso: la tasa de aprendizaje.',
      ask: 'Con 0,02, ¿el error baja despacio, baja deprisa o se dispara? Vota. Después, lo mismo con 4 y, al final, con 0,5.',
      expect:
        '«Cuanto más grande el paso, más rápido». Con 4 salta por encima del valle: la red pasa a decir lo mismo de todos los animales.',
      appears:
        'Con 0,02 la curva apenas se inclina; con 4 salta hasta 1 al primer paso y ahí sigue 20 pasos después; con 0,5 baja en unos 20. Encima, la curva de la clase, y lo que costó cada una.',
      ifItFails:
        'Acaba siempre con 0,5: la última etapa examina la red tal como quede aquí. «Desde el principio», en la tarjeta de la máquina, la devuelve a su sitio.',
      cut: 'Vota solo con 4, que es la que sorprende; después, 0,5 sin votar.',
    },
    {
      say: 'Una red nueva, y solo 14 animales para aprender. La máquina entrena; cada persona decide, a ciegas, cuándo pararla.',
      ask: '¿En qué ronda será mejor con animales que no ha visto? Pulsa STOP una sola vez.',
      expect:
        '«Cuando el error llegue a cero». El error de lo visto no deja de bajar, también cuando la red ya solo memoriza.',
      appears:
        'Al destapar: el error de los animales nuevos baja hasta la ronda 10 y después sube; los aciertos pasan de 85 a 69 de cada 100. En el mapa, la frontera rodea animales sueltos.',
      ifItFails:
        'Si casi nadie paró, pregunta dónde lo haría ahora, con la curva delante, y por qué antes no se podía saber.',
      cut: 'Sube la velocidad cuando todo el mundo haya parado, o destapa entonces.',
    },
    {
      say: 'Animales que nadie ha visto: ni la clase, ni la red.',
      ask: '¿Perro o gato? Apuesta antes de que responda la red.',
      expect:
        '«Ya no falla». Se equivoca alguna vez, y no siempre donde se equivoca una persona: mira dos números, no un animal.',
      appears:
        'Un animal, las apuestas, la respuesta de la red y la verdad. Al final, los aciertos de la clase y de la red.',
      ifItFails: 'Si la red falla el primero, mejor: pregunta qué vio en él.',
      cut: 'Tres animales bastan: termina la clase sin contar. En una de 30 minutos, sáltate la etapa y cierra con la pregunta de salida.',
    },
  ],
  exit: 'En una frase: ¿qué se pregunta cada peso en cada ronda, por qué la máquina no necesita preguntarlo 34 veces, y cómo se sabe cuándo parar?',
};

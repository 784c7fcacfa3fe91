import type { LessonScript } from '../../script.ts';

export const xor: LessonScript = {
  stages: [
    {
      say: 'Dos números por punto: si los signos son iguales, la respuesta es «iguales»; si no, «distintas». Esta red no tiene nada en medio: dos pesos y un sesgo.',
      ask: 'Elegimos siempre bien. ¿Hasta cuántos aciertos de cada 100 llegaremos?',
      expect:
        '«Si todos eligen bien, a 100». La clase elige bien y aun así se queda en 70: una sola recta no puede separar esquinas opuestas.',
      appears:
        'El error baja un poco y se detiene. En el mapa, una frontera recta que siempre deja mal por lo menos una esquina.',
      ifItFails:
        'Si alguien cree que falta esfuerzo, pide que dibuje en la pizarra una recta que separe las cuatro esquinas.',
      cut: 'Una ronda a mano y adelanta 10.',
    },
    {
      say: 'Los mismos puntos y la misma regla, pero ahora con cuatro neuronas en medio. Cada una traza su propia recta.',
      ask: '¿Qué cambia si la respuesta puede combinar cuatro rectas en lugar de trazar una?',
      expect:
        '«Solo irá más rápido». No es rapidez: combinando rectas la frontera se dobla y aparecen formas que antes eran imposibles.',
      appears:
        'Una meseta cerca de 7 aciertos de cada 10 y, después, el salto: la frontera se dobla y quedan bien más de 9.',
      ifItFails:
        'La meseta puede durar hasta la ronda 10: adelanta 20 y mira qué neurona cambió de dirección en el salto.',
      cut: 'Dos rondas a mano y adelanta 20.',
    },
    {
      say: '¿De quién es la culpa de un error si hay una capa en medio? El error vuelve, repartido por las conexiones.',
      ask: 'Tu peso está en la primera capa: ¿de qué depende la flecha que le toca?',
      expect:
        '«De lo mal que responde la red». También de la conexión que sale de su neurona: si ese peso es casi cero, apenas le llega error.',
      appears: 'Primero las flechas de la salida; después, las de la capa intermedia, ya repartidas.',
      ifItFails:
        'Pide que alguien mire dentro de su peso: lo que entró, la inclinación y el error que volvió.',
      cut: 'Una ronda capa a capa y adelanta 20.',
    },
    {
      say: 'Que baje la máquina. La clase decide el paso.',
      ask: 'Con 0,05, ¿baja despacio, baja deprisa o se dispara? Vota. Después, con 20 y, al final, con 1.',
      expect:
        '«20 es solo más rápido». Las neuronas se van a los extremos, donde ya no sienten ninguna cuesta, y la red vuelve a acertar como una moneda.',
      appears:
        'Con 0,05, una bajada lenta; con 20, el error se clava arriba en dos pasos; con 1, en 20 pasos está casi todo bien.',
      ifItFails:
        'Acaba siempre con 1: la última etapa examina la red tal como quede aquí. «Desde el principio», en la tarjeta de la máquina, la devuelve a su sitio.',
      cut: 'Solo 20 y 1.',
    },
    {
      say: 'Puntos nuevos, uno por uno.',
      ask: '¿Iguales o distintas? Apuesta antes que la red.',
      expect:
        '«La red entiende la regla de los signos». No tiene regla: tiene una frontera. Un punto muy cerca del centro lo demuestra.',
      appears: 'Un punto, las apuestas, la respuesta y la verdad. Al final, los aciertos de cada parte.',
      ifItFails: 'Si todos aciertan, pregunta por el punto en el que la red respondió con menos seguridad.',
      cut: 'Dos puntos bastan, o ninguno.',
    },
  ],
  exit: '¿Qué puede hacer una red con una capa en medio que no puede hacer ninguna sin ella, por bien que se elija?',
};

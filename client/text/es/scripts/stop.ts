import type { LessonScript } from '../../script.ts';

export const stop: LessonScript = {
  stages: [
    {
      say: 'Así aprende una red cuando tiene 60 animales para mirar: un paso tras otro, siempre cuesta abajo.',
      ask: '¿El error baja despacio, baja deprisa o se dispara? Vota. Y otra pregunta: si el error de lo visto no deja de bajar, ¿es siempre buena noticia?',
      expect: '«Sí: menos error es mejor». Apúntalo en la pizarra; dentro de 10 minutos se vuelve a mirar.',
      appears: 'La curva de la máquina, que baja y se aplana; el mapa, con una frontera suave.',
      ifItFails: 'Si ya está plana, no esperes al paso 60: sigue adelante.',
      cut: 'Unos 20 pasos bastan.',
    },
    {
      say: 'Otra red, con más neuronas y solo 18 animales. Fuera hay otros 120 con los que no aprende. Cada persona decide, a ciegas, cuándo parar.',
      ask: '¿En qué ronda será mejor con los animales que no ha visto? Pulsa STOP una sola vez. ¿En qué te fijas?',
      expect:
        '«Cuando el error toque el cero» o «lo más tarde posible». Lo visto mejora hasta el final: con eso solo no se puede saber.',
      appears:
        'Al destapar: el error de lo nuevo llega a su mejor punto en la ronda 9 y después sube. Las paradas de la clase, sin nombres, sobre la curva.',
      ifItFails:
        'Si muchas paradas caen cerca de la 9, pregunta en qué se fijaron: casi siempre fue el mapa, no la curva.',
      cut: 'Sube la velocidad en cuanto todo el mundo haya parado, o destapa entonces.',
    },
    {
      say: 'Otra vez, con otros 16 animales y otra red. Ahora ya se sabe que hay un giro; lo que no se sabe es cuándo.',
      ask: '¿Parar en la misma ronda que antes? Pulsa STOP una sola vez.',
      expect:
        '«En la 9, como antes». Aquí el giro llega hacia la 16: el número no se puede llevar de un entrenamiento a otro; hay que mirar animales nuevos.',
      appears:
        'La curva de lo nuevo gira más tarde. Se ve cómo se detecta: el hueco entre las dos curvas y las rondas sin mejorar, la paciencia. Antes de seguir, pulsa «Volver a la red de la ronda 16»: es la que se examina después.',
      ifItFails:
        'Pide que la clase ponga una regla: «paro después de … rondas sin mejorar», y cuéntalas en la curva.',
      cut: 'Sáltala si quedan menos de 6 minutos: destapa la anterior con calma.',
    },
    {
      say: 'La red de la mejor ronda se enfrenta a animales que nadie ha visto, ni para entrenar ni para elegir la ronda.',
      ask: '¿Cuántos de 6 acertará? ¿Y la red de la ronda 60?',
      expect:
        '«Las dos los mismos, porque las dos se saben los suyos». Saberse 16 animales de memoria no ayuda con el número 17.',
      appears: 'Los animales, uno por uno: apuestas, respuesta y verdad.',
      ifItFails:
        'Si acierta los 6, pregunta si 6 bastan para estar seguros. Si no volviste a la mejor ronda, toca ese punto en la curva y entra aquí otra vez.',
      cut: 'Tres animales bastan.',
    },
  ],
  exit: 'La curva de entrenamiento sigue bajando. ¿Qué otra curva pides ver antes de decir «sigue», y por qué no vale mirar la misma?',
};

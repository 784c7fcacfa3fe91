import type { LessonScript } from '../../script.ts';

export const line: LessonScript = {
  stages: [
    {
      say: 'La red más pequeña que existe: un peso y un sesgo. Mira el tamaño de un perro y dice si es cachorro o adulto; su respuesta es una recta.',
      ask: 'Ahora dice «cachorro» a todos. Si la recta debe subir, ¿qué conviene mover: el peso, el sesgo o los dos?',
      expect:
        '«Con el peso basta». El peso inclina la recta; solo el sesgo la sube o la baja entera. Hacen falta los dos.',
      appears:
        'En el teléfono, la curva del error tiene forma de cuenco con un solo fondo. La clase baja por ella y en unas 8 rondas está abajo.',
      ifItFails:
        'Si pasan de largo y vuelven, no es un fallo: el paso era mayor que lo que faltaba. Deja que se enfríe.',
      cut: 'Dos rondas a mano y adelanta 8.',
    },
    {
      say: 'La inclinación del cuenco en cada sitio dice dos cosas: hacia dónde está el fondo y cuánto falta. Eso es el gradiente.',
      ask: 'Antes de abrir la capa: ¿tu flecha será larga o corta? ¿Más larga lejos del fondo o cerca?',
      expect:
        '«Siempre igual de larga». Lejos, la cuesta es empinada; en el fondo es llana y la flecha desaparece.',
      appears: 'Dos flechas, una para el peso y otra para el sesgo, que se acortan ronda a ronda.',
      ifItFails:
        'Si las flechas ya son casi nulas, vuelve a entrar en la etapa: empieza otra vez desde arriba.',
      cut: 'Una ronda basta; sáltala si solo quedan 3 minutos.',
    },
    {
      say: 'La máquina baja sola: paso = tasa de aprendizaje × inclinación.',
      ask: 'Con 0,05, ¿baja despacio, baja deprisa o se dispara? Vota. Después, con 2,5 y, al final, con 1.',
      expect:
        '«Con 2,5 llegará antes». En un cuenco, un paso demasiado largo cae al otro lado, más arriba de donde salió, y cada vez peor.',
      appears:
        'Con 0,05 tarda unos 40 pasos; con 2,5 el error crece de paso en paso hasta salirse de la escala; con 1 llega en tres.',
      ifItFails:
        'Si la curva ya está abajo, «desde el principio», en la tarjeta de la máquina, la devuelve arriba.',
      cut: 'Solo 2,5 y 1.',
    },
  ],
  exit: 'Dibuja un cuenco y una bola a media altura: ¿qué sabe la bola del fondo sin verlo, y qué le pasa si da un paso demasiado largo?',
};

/** A lesson in words. The class sees the title alone, which gives nothing away. */
export type LessonText = { readonly name: string; readonly title: string; readonly about: string };

/** The built-in lessons, by the id each has in the catalogue. */
export const lessons = {
  pets: {
    name: '¿Perro o gato?',
    title: '¿Perro o gato?',
    about:
      'La lección de 40 minutos. Una red con 17 pesos aprende a distinguir perros y gatos por sus orejas y su tamaño.',
  },
  xor: {
    name: 'XOR: por qué hacen falta capas',
    title: '¿Iguales o distintas?',
    about:
      '25 minutos. Primero una red sin capa intermedia: la clase elige bien y aun así se estanca. Después, la misma pregunta con cuatro neuronas en medio.',
  },
  line: {
    name: 'Una recta',
    title: '¿Cachorro o adulto?',
    about:
      '10 minutos. La red más pequeña que existe, un peso y un sesgo: la curva del error es toda la historia.',
  },
  stop: {
    name: '¿Cuándo paramos?',
    title: '¿Cuándo paramos?',
    about:
      '20 minutos. Una máquina entrena con muy pocos animales y cada persona decide, a ciegas, cuándo pararla: aprender o memorizar.',
  },
  penguins: {
    name: 'Pingüinos',
    title: '¿Qué pingüino es?',
    about:
      '30 minutos con medidas de verdad, tomadas en la Antártida: tres especies, una respuesta para cada una.',
  },
  free: {
    name: 'Juego libre',
    title: 'Dos lunas',
    about: 'Todas las etapas, sin guion y sin prisa, con dos lunas que ninguna recta separa del todo.',
  },
} satisfies Readonly<Record<string, LessonText>>;

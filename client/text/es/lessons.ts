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
    about: 'Iguales o distintas: ninguna línea recta separa los dos grupos. La misma red, otro problema.',
  },
} satisfies Readonly<Record<string, LessonText>>;

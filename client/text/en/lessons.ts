import type { LessonsText } from '../lessons.ts';

/** The built-in lessons, by the id each has in the catalogue. */
export const lessons: LessonsText = {
  pets: {
    name: 'Dog or cat?',
    title: 'Dog or cat?',
    about:
      'The 40-minute lesson. A network with 17 weights learns to tell dogs from cats by their ears and their size.',
  },
  xor: {
    name: 'XOR: why layers',
    title: 'Same or different?',
    about: 'Same or different: no straight line parts the two groups. The same network, another problem.',
  },
};

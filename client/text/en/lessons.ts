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
    about:
      '25 minutes. First a network without a hidden layer: the class chooses well and is stuck all the same. Then the same question with four neurons between.',
  },
  line: {
    name: 'A straight line',
    title: 'Puppy or grown dog?',
    about:
      '10 minutes. The smallest network there is, one weight and one bias: the curve of the error is the whole story.',
  },
  stop: {
    name: 'When do we stop?',
    title: 'When do we stop?',
    about:
      '20 minutes. A machine trains on very few animals, and everyone decides, blind, when to stop it: learning or memorising.',
  },
  penguins: {
    name: 'Penguins',
    title: 'Which penguin is it?',
    about: '30 minutes with real measurements, taken in Antarctica: three species, one answer for each.',
  },
  free: {
    name: 'Free play',
    title: 'Two moons',
    about: 'Every stage, without script or hurry, with two moons that no straight line parts for good.',
  },
};

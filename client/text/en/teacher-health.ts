import type { teacherHealth as es } from '../es/teacher-health.ts';

/** How the server fares, for whoever stands in front of a class. */
export const teacherHealth: typeof es = {
  light: {
    green: 'Server keeps up',
    amber: 'Server is stretched',
    red: 'Server is behind',
    'no-answer': 'Server does not answer',
  },
  hint: (light) => `${light}. See the figures`,
  title: 'How the server fares',
  intro: {
    green: 'The server serves the class without delay.',
    amber: 'The class can go on; some ticks take a little longer than usual.',
    red: 'The class feels the delay. Nothing that is sent is lost: each phone keeps it until the server confirms it.',
    'no-answer': 'This device gets no answer from the server. The page keeps trying.',
  },
  troubles: {
    saving: 'The disk or the store does not answer: nothing is confirmed until it is saved.',
    late: 'The server gets late to what is due: the computer does too much at once. Closing other programs helps.',
    'slow-answers': 'Ticks take long to reach the phones.',
    'stood-still': 'The server stood still for over a second; that time was taken from no countdown.',
    'slow-clients':
      'Several phones stopped reading and connected again: most often it is the room’s network.',
  },
  figures: 'In the last half minute',
  names: {
    answerMs: 'A tick takes at most (99 of 100)',
    eventLoopDelayMs: 'Delay of the server (99 of 100)',
    saving: 'Saving to disk',
    slowDropped: 'Phones that stopped reading',
    standstills: 'Standstills of over a second',
    connections: 'Connections, all classes together',
    memoryMegabytes: 'Memory',
  },
  saved: 'up to date',
  notSaved: 'delayed',
  milliseconds: (count) => `${count} ms`,
  megabytes: (count) => `${count} MB`,
};

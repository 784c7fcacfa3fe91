import type { JoinText } from '../join.ts';
import { refusals } from './refusals.ts';

const AGAIN = 'Something failed on the server. Try again.';

/** What is said at the door, and about the page itself. */
export const join: JoinText = {
  code: 'Class code',
  name: 'Your name on the screen',
  freeName: 'You may type your own.',
  another: 'another',
  anotherLabel: 'Another name',
  enter: 'Enter',
  entering: 'Entering…',
  wasHere: 'I was in this class and lost my place',
  wasName: 'What were you called in this class?',
  wasAbout: 'Your teacher will see that you ask for that place, and give it back.',
  askBack: 'Ask for my place',
  isNew: 'I am new here',
  looking: 'Looking for the class…',
  noAccounts: 'No accounts. This name is seen in this class only.',
  language: 'Language',
  theme: 'Colours',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  problems: {
    'unknown-code': 'No class has that code. Check it on the screen.',
    replaced: 'The class has a new code. See it on the screen.',
    locked: 'The door is closed. Ask for it to be opened and try again.',
    full: 'This class is full.',
    ended: 'That class is over.',
    'bad-name': 'That name will not do. Choose another.',
    'unknown-seat': 'Nobody of that name is missing from this class. Look at the screen, or ask.',
    'wrong-host': 'This page was opened from another address. Use the one on the screen.',
    unreachable: 'Your teacher’s computer cannot be reached. Is it the same Wi-Fi? The page keeps trying.',
    saving: refusals.saving(0),
    failed: AGAIN,
  },
  tooManyTries: (seconds) => `Too many tries. Wait ${Math.max(1, seconds)} s.`,
};

import type { SignInText } from '../sign-in.ts';

/** What is said at the door of the teacher's pages. */
export const signIn: SignInText = {
  about:
    'The key is shown when the program starts on this computer, and is in the file teacher-key of its data folder.',
  key: 'Teacher key',
  enter: 'Enter',
  wrong: 'That is not this server’s key.',
  wait: (seconds) => `Too many tries. Try again in ${seconds} s.`,
  unreachable: 'The server cannot be reached. Is it still running?',
  failed: 'That did not work. Try again.',
  forget: 'Forget the key on this computer',
};

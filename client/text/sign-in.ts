import type { signIn } from './es/sign-in.ts';
import type { TextLoaders } from './load-text.ts';

/** What is said at the door of the teacher's pages; Spanish is written first. */
export type SignInText = typeof signIn;

export const SIGN_IN_TEXT: TextLoaders<SignInText> = {
  es: async () => (await import('./es/sign-in.ts')).signIn,
  en: async () => (await import('./en/sign-in.ts')).signIn,
};

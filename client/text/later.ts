import type { later } from './es/later.ts';

/** What the phone says in the scenes that are loaded once it is in the class; Spanish is written first. */
export type LaterText = typeof later;

import { fold } from '../../text/fold.ts';

const LONGEST_NAME = 60;

/** Hands a file to the browser's own downloads. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after the click, some of them a while after.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A name that every file system takes: "2-b-perro-o-gato-2026-05-12". */
export function fileName(title: string, startedAtMs: number, ending: string): string {
  const plain = fold(title)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, LONGEST_NAME);
  const date = new Date(startedAtMs).toISOString().slice(0, 10);
  return `${[plain, date].filter(Boolean).join('-')}.${ending}`;
}

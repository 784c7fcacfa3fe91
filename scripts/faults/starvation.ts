import { readFileSync } from 'node:fs';

/** How long a process was ready to run and was given no processor, since it began; 0 where the kernel does not say. */
export function starvedMs(pid: number): number {
  try {
    // Linux: nanoseconds on a processor, nanoseconds waiting for one, turns.
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}

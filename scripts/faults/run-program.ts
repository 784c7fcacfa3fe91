import { spawn } from 'node:child_process';

/** A fault that plays with the tests' own phones, in a process of its own. Says whether all held. */
export function runProgram(file: string): (args: readonly string[]) => Promise<boolean> {
  return (args) =>
    new Promise((resolve) => {
      const program = spawn(process.execPath, ['--import', 'tsx', file, ...args], { stdio: 'inherit' });
      program.once('close', (code) => resolve(code === 0));
    });
}

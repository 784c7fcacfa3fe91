import { spawn } from 'node:child_process';

/** What a program is started with that reads all it needs and then waits for `{ kind: 'begin' }`. */
const STANDBY = '--standby';

/**
 * Starts one program again and again, and keeps a process in hand that has read it already: reading takes most of a start.
 * @param {readonly string[]} program arguments for node: the script and its own
 */
export function createStandby(program) {
  let waiting = null;

  function run(...more) {
    return spawn(process.execPath, [...program, ...more], {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    });
  }

  function dismiss() {
    waiting?.kill('SIGKILL');
    waiting = null;
  }

  return {
    /** Has a process read the program, unless one has. */
    prepare: () => {
      if (waiting !== null) return;
      const child = run(STANDBY);
      waiting = child;
      const forget = () => {
        if (waiting === child) waiting = null;
      };
      child.once('exit', forget);
      child.once('error', forget);
    },
    /** The program, begun: in the process that waits for that, or else in a new one. */
    begin: () => {
      if (waiting === null) return run();
      const child = waiting;
      waiting = null;
      // A failure to send is a process that has just died: its exit tells.
      child.send({ kind: 'begin' }, () => undefined);
      return child;
    },
    dismiss,
  };
}

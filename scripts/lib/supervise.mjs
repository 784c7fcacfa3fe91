import { setTimeout as delay } from 'node:timers/promises';
import { BACK_OFF, nextWaitMs } from './back-off.mjs';
import { createStandby } from './standby.mjs';

/** A server that promised to stop in 5 s and did not is ended: what it acknowledged is on disk already. */
const PATIENCE_MS = 10_000;
/** After a start: those who come back have the machine to themselves. */
const CALM_MS = 3_000;
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a Node.js program, and runs it again whenever it dies, until it ends by itself (code 0), gives up before it ever
 * listened (code 1: a wrong setting, a port in use), or we are told to stop. The program says that it listens by
 * `process.send({ kind: 'listening' })`. A program that knows how to stand by has its successor waiting while it runs.
 * @param {readonly string[]} program arguments for node: the script and its own
 * @param {{ say?: (sentence: string) => void, standsBy?: boolean, calmMs?: number, backOff?: typeof BACK_OFF, patienceMs?: number }} [options]
 * @returns {Promise<number>} the exit code to end with
 */
export async function supervise(
  program,
  {
    say = console.error,
    standsBy = false,
    calmMs = CALM_MS,
    backOff = BACK_OFF,
    patienceMs = PATIENCE_MS,
  } = {},
) {
  const stop = listenForStop();
  const standby = createStandby(program);
  let everListened = false;
  let waitMs = 0;
  try {
    while (!stop.asked()) {
      const run = await runOnce(standby, stop, { standsBy, calmMs, patienceMs });
      everListened ||= run.listened;
      if (stop.asked() || run.code === 0) return 0;
      if (run.code === 1 && !everListened) return 1;
      waitMs = nextWaitMs(waitMs, run.ranForMs, backOff);
      const when = waitMs === 0 ? 'at once' : `in ${waitMs / 1000} s`;
      say(`The server died (${run.signal ?? `exit code ${run.code}`}). It starts again ${when}.`);
      if (waitMs > 0) await stop.orAfter(waitMs);
    }
    return 0;
  } finally {
    standby.dismiss();
    stop.dispose();
  }
}

function runOnce(standby, stop, { standsBy, calmMs, patienceMs }) {
  return new Promise((resolve) => {
    const startedMs = performance.now();
    const child = standby.begin();
    let listened = false;
    let patience;
    let calm;
    child.on('message', (message) => {
      if (message?.kind !== 'listening') return;
      listened = true;
      if (standsBy) calm = setTimeout(standby.prepare, calmMs);
    });
    const forget = stop.onStop((signal) => {
      child.kill(signal);
      patience = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    });
    const end = (code, signal) => {
      forget();
      clearTimeout(patience);
      clearTimeout(calm);
      resolve({ code, signal, listened, ranForMs: performance.now() - startedMs });
    };
    child.once('exit', end);
    // The machine had no process to give: as good as a crash.
    child.once('error', () => end(null, null));
  });
}

/** The first signal to stop, whenever it comes: while the server runs it is passed on, between two runs it ends the wait. */
function listenForStop() {
  let signalled = null;
  const listeners = new Set();
  const onSignal = (signal) => {
    if (signalled !== null) return;
    signalled = signal;
    for (const listener of listeners) listener(signal);
  };
  for (const signal of STOP_SIGNALS) process.on(signal, onSignal);

  const onStop = (listener) => {
    listeners.add(listener);
    if (signalled !== null) listener(signalled);
    return () => listeners.delete(listener);
  };
  return {
    asked: () => signalled !== null,
    onStop,
    orAfter: async (ms) => {
      const wait = new AbortController();
      const forget = onStop(() => wait.abort());
      await delay(ms, undefined, { signal: wait.signal }).catch(() => undefined);
      forget();
    },
    dispose: () => {
      for (const signal of STOP_SIGNALS) process.off(signal, onSignal);
    },
  };
}

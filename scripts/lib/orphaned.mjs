/** Looked at often enough that a stopped class does not hold its port for long. */
const LOOK_EVERY_MS = 500;

/**
 * Calls back once when the process that started us is gone. npm passes SIGTERM to the shell it started and not to what
 * the shell runs, so that `npm start`, told to stop by anything but a keyboard, would leave the server behind.
 * @param {() => void} then
 * @returns {() => void} stops looking
 */
export function whenOrphaned(then) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    then();
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

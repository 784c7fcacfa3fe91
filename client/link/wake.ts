const LOOK_EVERY_MS = 500;
const JUMP_MS = 5_000;

export type WakeEvents = {
  /** Twice a second, or as often as the browser lets a hidden page. */
  readonly onlook: (nowMs: number) => void;
  /** The page came back from sleep, from the background, or to a network. */
  readonly onwake: () => void;
  /** The page may be frozen or thrown away without another word. */
  readonly onsleep: () => void;
};

/** Watches the page's own life. Returns what ends the watch. */
export function watchPage({ onlook, onwake, onsleep }: WakeEvents): () => void {
  let lookedMs = performance.now();
  const look = (): void => {
    const nowMs = performance.now();
    const slept = nowMs - lookedMs > JUMP_MS;
    lookedMs = nowMs;
    if (slept) onwake();
    onlook(nowMs);
  };
  const changed = (): void => (document.visibilityState === 'visible' ? onwake() : onsleep());
  const timer = setInterval(look, LOOK_EVERY_MS);
  document.addEventListener('visibilitychange', changed);
  window.addEventListener('pageshow', onwake);
  window.addEventListener('online', onwake);
  window.addEventListener('pagehide', onsleep);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', changed);
    window.removeEventListener('pageshow', onwake);
    window.removeEventListener('online', onwake);
    window.removeEventListener('pagehide', onsleep);
  };
}

const listeners = new Set<() => void>();
let stop: (() => void) | null = null;
let looks = 0;

/**
 * Calls back whenever what a canvas painted may look different now: the system went dark, somebody set
 * `data-theme` on the root, or a font arrived. CSS repaints by itself; a canvas needs to be told. One observer
 * serves them all.
 */
export function watchLook(changed: () => void): () => void {
  listeners.add(changed);
  stop ??= observe();
  return () => {
    listeners.delete(changed);
    if (listeners.size > 0) return;
    stop?.();
    stop = null;
  };
}

/** Another number whenever things may look different from before: as long as it stays, so do the colours read. */
export function lookNow(): number {
  return looks;
}

function observe(): () => void {
  looks += 1; // who knows what changed while nobody watched
  const tell = (): void => {
    looks += 1;
    listeners.forEach((listener) => listener());
  };
  const system = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(tell);
  system.addEventListener('change', tell);
  document.fonts?.addEventListener('loadingdone', tell);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    system.removeEventListener('change', tell);
    document.fonts?.removeEventListener('loadingdone', tell);
    observer.disconnect();
  };
}

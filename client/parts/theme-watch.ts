const listeners = new Set<() => void>();
let stop: (() => void) | null = null;

/**
 * Calls back whenever the page's colours may have changed: the system went dark, or somebody set `data-theme`
 * on the root. A canvas needs to be told; CSS repaints by itself. One observer serves them all.
 */
export function watchTheme(changed: () => void): () => void {
  listeners.add(changed);
  stop ??= observe();
  return () => {
    listeners.delete(changed);
    if (listeners.size > 0) return;
    stop?.();
    stop = null;
  };
}

function observe(): () => void {
  const tell = (): void => listeners.forEach((listener) => listener());
  const system = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(tell);
  system.addEventListener('change', tell);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    system.removeEventListener('change', tell);
    observer.disconnect();
  };
}

/** As much of a browser's storage as we use. */
export type KeyValue = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What this device remembers between visits; memory alone where the browser forbids more. */
export function deviceStorage(): KeyValue {
  return usable(() => localStorage) ?? memoryStorage();
}

/** What this tab remembers through a reload; null where it may not. */
export function tabStorage(): KeyValue | null {
  return usable(() => sessionStorage);
}

/** Private modes throw on reading the property, or on the first write, or keep nothing. */
function usable(storage: () => Storage): Storage | null {
  const probe = 'descenso-probe';
  try {
    const found = storage();
    found.setItem(probe, probe);
    const works = found.getItem(probe) === probe;
    found.removeItem(probe);
    return works ? found : null;
  } catch {
    return null;
  }
}

export function memoryStorage(): KeyValue {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}

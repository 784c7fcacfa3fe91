/** Remembers the latest of something that takes long to make; who asks while it is made waits for the same. */
export type FileCache<Value> = {
  /** `as` says which of the owner's it is: another one makes it anew. */
  readonly get: (owner: string, as: string, make: () => Promise<Value>) => Promise<Value>;
  /** Whatever was made of this owner must not be handed out again. */
  readonly forget: (owner: string) => void;
};

export function createFileCache<Value>(most: number): FileCache<Value> {
  /** The latest last. */
  const kept = new Map<string, { readonly owner: string; readonly value: Promise<Value> }>();

  return {
    get: (owner, as, make) => {
      const key = JSON.stringify([owner, as]);
      const known = kept.get(key);
      kept.delete(key);
      const entry = known ?? { owner, value: make() };
      kept.set(key, entry);
      if (known === undefined) {
        entry.value.catch(() => {
          if (kept.get(key) === entry) kept.delete(key);
        });
      }
      for (const oldest of [...kept.keys()].slice(0, -most)) kept.delete(oldest);
      return entry.value;
    },
    forget: (owner) => {
      for (const [key, entry] of kept) if (entry.owner === owner) kept.delete(key);
    },
  };
}

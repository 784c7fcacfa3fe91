/** The latest of something that keeps changing, and a way to wait for it to become what one looks for. */
export type Watch<Value> = {
  readonly show: (value: Value) => void;
  readonly latest: () => Value | null;
  /** Resolves with what `find` makes of the first value, now or later, in which it finds something. */
  readonly until: <Found>(find: (value: Value) => Found | null) => Promise<Found>;
};

export function createWatch<Value>(): Watch<Value> {
  const lookers = new Set<() => void>();
  let latest: Value | null = null;
  return {
    show: (value) => {
      latest = value;
      for (const look of lookers) look();
    },
    latest: () => latest,
    until: (find) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = latest === null ? null : find(latest);
          if (found === null) return;
          lookers.delete(look);
          resolve(found);
        };
        lookers.add(look);
        look();
      }),
  };
}

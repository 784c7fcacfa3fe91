/** Somebody who waits for a state that keeps changing. */
export type Waiting<State> = {
  /** To be called whenever the state may have changed. */
  readonly changed: () => void;
  /** Resolves as soon as it is so, now or later; rejects with who waited, and how the state was then. */
  readonly until: (what: string, is: (state: State) => boolean, ms?: number) => Promise<void>;
};

const PATIENCE_MS = 15_000;

export function createWaiting<State extends { readonly status: unknown }>(
  who: string,
  state: () => State,
): Waiting<State> {
  const lookers = new Set<() => void>();
  return {
    changed: () => lookers.forEach((look) => look()),
    until: (what, is, ms = PATIENCE_MS) =>
      new Promise((resolve, reject) => {
        const end = (): void => {
          clearTimeout(timer);
          lookers.delete(look);
        };
        const look = (): void => {
          if (!is(state())) return;
          end();
          resolve();
        };
        const timer = setTimeout(() => {
          end();
          reject(new Error(`${who} waited for ${what} in vain (${JSON.stringify(state().status)})`));
        }, ms);
        lookers.add(look);
        look();
      }),
  };
}

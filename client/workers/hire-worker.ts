// oxlint-disable-next-line import/default -- the bundler answers this import, with the address of the built worker
import figuresUrl from '../figures/figures.worker.ts?worker&url';
// oxlint-disable-next-line import/default -- as above
import rerunUrl from '../replay/rerun.worker.ts?worker&url';

/** The threads a page may start beside its own: one draws, one works sessions out again. */
export type WorkerName = 'figures' | 'rerun';

const ADDRESSES: Readonly<Record<WorkerName, string>> = { figures: figuresUrl, rerun: rerunUrl };

/** As much of the Trusted Types interface as a worker's address needs; not every browser has it, nor TypeScript. */
type TrustedTypes = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => string };
};

/** The policy's name is in the server's Content-Security-Policy. It vouches for our own workers and nothing else. */
const POLICY = 'descenso-worker';

let vouch: ((url: string) => string) | null = null;

/** Starts a worker. Throws where workers are missing or forbidden. */
export function hireWorker(name: WorkerName): Worker {
  vouch ??= voucher();
  // The build makes a classic script of it, for browsers without module workers; the development server does not.
  return new Worker(vouch(ADDRESSES[name]), { type: import.meta.env.DEV ? 'module' : 'classic' });
}

function voucher(): (url: string) => string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }; // newer than TypeScript's library
  if (trustedTypes === undefined) return (url) => url;
  const policy = trustedTypes.createPolicy(POLICY, {
    createScriptURL: (url) => {
      if (!Object.values(ADDRESSES).includes(url))
        throw new TypeError(`${POLICY} vouches for our workers alone, not for ${url}`);
      return url;
    },
  });
  return (url) => policy.createScriptURL(url);
}

// oxlint-disable-next-line import/default -- the bundler answers this import, with the address of the built worker
import workerUrl from './figures.worker.ts?worker&url';

/** As much of the Trusted Types interface as a worker's address needs; not every browser has it, nor TypeScript. */
type TrustedTypes = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => string };
};

/** The policy's name is in the server's Content-Security-Policy. It vouches for one address and no other. */
const POLICY = 'descenso-worker';

let vouch: ((url: string) => string) | null = null;

/** Starts the worker that draws. Throws where workers are missing or forbidden. */
export function hireWorker(): Worker {
  vouch ??= voucher();
  // The build makes a classic script of it, for browsers without module workers; the development server does not.
  return new Worker(vouch(workerUrl), { type: import.meta.env.DEV ? 'module' : 'classic' });
}

function voucher(): (url: string) => string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }; // newer than TypeScript's library
  if (trustedTypes === undefined) return (url) => url;
  const policy = trustedTypes.createPolicy(POLICY, {
    createScriptURL: (url) => {
      if (url !== workerUrl) throw new TypeError(`${POLICY} vouches for the worker alone, not for ${url}`);
      return url;
    },
  });
  return (url) => policy.createScriptURL(url);
}

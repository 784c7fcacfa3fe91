import { Window } from 'happy-dom';
import { vi } from 'vitest';
import { connect } from '../../client/link/connect.ts';
import type { Link, LinkState } from '../../client/link/link.ts';
import type { IntentOf, LinkRole } from '../../client/link/roles.ts';
import type { Refusal } from '../../shared/session/refusals.ts';
import { createWaiting } from './waiting.ts';

/** Somebody in class by the pages' own link: it comes back by itself and offers again what was not answered. */
export type Linked<Role extends LinkRole> = {
  readonly state: () => LinkState<Role>;
  readonly send: (intent: IntentOf<Role>) => void;
  readonly refused: readonly Refusal[];
  /** The longest time without a word from the class since `listen`, in milliseconds. */
  readonly silenceMs: () => number;
  readonly listen: () => void;
  readonly until: (what: string, is: (state: LinkState<Role>) => boolean, ms?: number) => Promise<void>;
};

/** People whose browser is at this address; their page is a window without a screen, the rest of the test stays in Node.js. */
export type LinkedPeople = {
  readonly enter: <Role extends LinkRole>(role: Role, code: string, token: string) => Linked<Role>;
  readonly close: () => Promise<void>;
};

export function visitAsPeople(url: string): LinkedPeople {
  const page = new Window({ url: `${url}/` });
  vi.stubGlobal('window', page);
  vi.stubGlobal('document', page.document);
  vi.stubGlobal('location', page.location);
  const links: { readonly close: () => void }[] = [];

  function enter<Role extends LinkRole>(role: Role, code: string, token: string): Linked<Role> {
    const waiting = createWaiting(`the ${role}`, () => link.state());
    const refused: Refusal[] = [];
    let heardMs = performance.now();
    let longestMs = 0;
    const silent = (): number => Math.max(longestMs, performance.now() - heardMs);
    const link: Link<Role> = connect({
      role,
      code,
      token,
      storage: null,
      onchange: ({ status }) => {
        if (status.kind === 'live') {
          longestMs = silent();
          heardMs = performance.now();
        }
        waiting.changed();
      },
      onrefused: (_, refusal) => void refused.push(refusal),
    });
    links.push(link);
    return {
      state: link.state,
      send: link.send,
      refused,
      silenceMs: silent,
      listen: () => {
        longestMs = 0;
        heardMs = performance.now();
      },
      until: waiting.until,
    };
  }

  return {
    enter,
    close: async () => {
      for (const link of links) link.close();
      vi.unstubAllGlobals();
      await page.happyDOM.close();
    },
  };
}

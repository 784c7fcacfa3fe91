import { sessionId, type SessionId } from '../../shared/session/ids.ts';
import type { Answer, Hall } from '../http/hall.ts';
import type { Library } from '../http/library.ts';
import { unlessTheStoreFails } from '../hall/unless-the-store-fails.ts';
import type { Catalogue } from '../journal/catalogue.ts';
import type { ServerClock } from '../clock.ts';
import type { Cluster } from './cluster.ts';
import type { Calls } from './desk.ts';
import type { NodeLines } from './node-lines.ts';

export type AnywhereDeps = {
  readonly cluster: Pick<Cluster, 'elsewhere'>;
  readonly lines: Pick<NodeLines, 'call'>;
  readonly catalogue: Pick<Catalogue, 'findCode' | 'sessions'>;
  readonly clock: ServerClock;
};

/** What one server does for another: whatever needs the class itself, done by the server that plays it. */
export function callsOf(hall: Hall, library: Library): Calls {
  const { teacherKeys, codeInfo, takeSeat } = hall;
  const { card, remove, removeNames } = library;
  return { teacherKeys, codeInfo, takeSeat, card, remove, removeNames };
}

/** A hall whose classes may be played by any of the servers. */
export function hallAnywhere(own: Hall, deps: AnywhereDeps): Hall {
  const { catalogue, clock } = deps;
  /** The class a code belongs to. */
  const of = async (code: string): Promise<SessionId | null> =>
    (await catalogue.findCode(code, clock.wallMs()))?.session ?? null;
  return {
    ...own,
    openSessions: async () =>
      (await catalogue.sessions()).flatMap(({ id, state, code, lesson, language, createdAtMs, counts }) =>
        state === 'open' && code !== null
          ? [{ session: id, code, lesson, language, createdAtMs, ...counts }]
          : [],
      ),
    teacherKeys: (...values) =>
      unlessTheStoreFails(async () =>
        askThere(await of(values[0]), 'teacherKeys', own.teacherKeys, values, deps),
      ),
    takeSeat: (...values) =>
      unlessTheStoreFails(async () => askThere(await of(values[0]), 'takeSeat', own.takeSeat, values, deps)),
    codeInfo: async (code) => {
      const session = await of(code);
      const node = session === null ? null : await deps.cluster.elsewhere(session);
      if (node === null) return own.codeInfo(code);
      const answer = await deps.lines.call(node, 'codeInfo', [code]);
      return answer === null ? own.codeInfo(code) : (answer.value as Awaited<ReturnType<Hall['codeInfo']>>); // as `callsOf`
    },
  };
}

/** A library in which a class is told of, and deleted, by the server that plays it. */
export function libraryAnywhere(own: Library, deps: AnywhereDeps): Library {
  const card: Library['card'] = (id) =>
    unlessTheStoreFails(() => askThere(sessionId(id), 'card', own.card, [id], deps));
  return {
    ...own,
    card,
    list: async () => {
      const listed = await own.list();
      if (!listed.ok) return listed;
      const recordings = await Promise.all(
        listed.value.recordings.map(async (kept) => {
          const live = kept.state === 'open' ? await card(kept.id) : null;
          return live?.ok ? live.value : kept;
        }),
      );
      return { ok: true, value: { recordings } };
    },
    remove: (id) => unlessTheStoreFails(() => askThere(sessionId(id), 'remove', own.remove, [id], deps)),
    removeNames: (id) =>
      unlessTheStoreFails(() => askThere(sessionId(id), 'removeNames', own.removeNames, [id], deps)),
  };
}

/** Asks the server that plays a class; this one where nobody else does. */
async function askThere<Values extends readonly unknown[], T>(
  session: SessionId | null,
  name: string,
  own: (...values: Values) => Promise<Answer<T>>,
  values: Values,
  { cluster, lines }: AnywhereDeps,
): Promise<Answer<T>> {
  const node = session === null ? null : await cluster.elsewhere(session);
  if (node === null) return own(...values);
  const answer = await lines.call(node, name, values);
  // Nobody knows whether it was done: whoever asked is told to try again.
  return answer === null ? { ok: false, error: 'saving' } : (answer.value as Answer<T>); // as `callsOf`
}
